package cn.lianxin.formerportal;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs an import of articles instead of the product, when {@code --lianxin.import-articles=FILE} asks for it, and ends with its exit code. */
@Component
@ConditionalOnProperty("lianxin.import-articles")
@Order
class ImportArticlesRunner implements ApplicationRunner, WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private static final int NO_PORT = -1;

    private final ApplicationContext context;
    private final ImportingArticles.Command command;

    ImportArticlesRunner(
            ApplicationContext context,
            @Value("${lianxin.import-articles}") String from,
            @Value("${lianxin.import-articles-channel:}") String channel,
            @Value("${lianxin.import-articles-as:}") String staffNumber,
            @Value("${lianxin.import-articles-report:import-articles.tsv}") String report,
            @Value("${lianxin.import-articles-dry-run:false}") boolean dry,
            @Value("${lianxin.import-language:zh-CN}") String language) {
        this.context = context;
        this.command = new ImportingArticles.Command(
                Path.of(from), channel, staffNumber, Path.of(report), dry, Locale.forLanguageTag(language));
    }

    /** While it runs nobody can come in by the browser; the port may be another's. */
    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setPort(NO_PORT);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var console =
                new PrintStream(System.out, true, Charset.forName(System.getProperty("stdout.encoding", "UTF-8")));
        var exitCode = context.getBean(ImportingArticles.class).run(command, console);
        System.exit(SpringApplication.exit(context, () -> exitCode));
    }
}
