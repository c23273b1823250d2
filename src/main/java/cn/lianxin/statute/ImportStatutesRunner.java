package cn.lianxin.statute;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
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

/** Runs an import of laws instead of the product, when {@code --lianxin.import-statutes=FILE} asks for it, and ends with its exit code. */
@Component
@ConditionalOnProperty("lianxin.import-statutes")
@Order
class ImportStatutesRunner implements ApplicationRunner, WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private static final int NO_PORT = -1;

    private final ApplicationContext context;
    private final Path file;

    ImportStatutesRunner(ApplicationContext context, @Value("${lianxin.import-statutes}") String file) {
        this.context = context;
        this.file = Path.of(file);
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
        var exitCode = context.getBean(ImportingStatutes.class).run(file, console);
        System.exit(SpringApplication.exit(context, () -> exitCode));
    }
}
