package cn.lianxin.portal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the portal into a folder instead of serving it, when {@code --lianxin.export-portal=FOLDER} asks for it, and ends. */
@Component
@ConditionalOnProperty("lianxin.export-portal")
@Order
class ExportPortalRunner implements ApplicationRunner, WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private static final int NO_PORT = -1;

    private final ApplicationContext context;
    private final Path folder;
    private final Locale language;

    ExportPortalRunner(
            ApplicationContext context,
            @Value("${lianxin.export-portal}") String folder,
            @Value("${lianxin.import-language:zh-CN}") String language) {
        this.context = context;
        this.folder = Path.of(folder);
        this.language = Locale.forLanguageTag(language);
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setPort(NO_PORT);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var console =
                new PrintStream(System.out, true, Charset.forName(System.getProperty("stdout.encoding", "UTF-8")));
        var exitCode = export(context.getBean(ExportingPortal.class), context.getBean(MessageSource.class), console);
        System.exit(SpringApplication.exit(context, () -> exitCode));
    }

    private int export(ExportingPortal exporting, MessageSource words, PrintStream out) {
        try {
            if (!ExportFolder.isFree(folder)) {
                out.println(words.getMessage("news.export.not-empty", new Object[] {folder}, language));
                return 1;
            }
            var written = exporting.to(folder);
            out.println(words.getMessage(
                    "news.export.done", new Object[] {written.articles(), written.files(), folder}, language));
            return 0;
        } catch (IOException | UncheckedIOException unwritable) {
            out.println(words.getMessage(
                    "news.export.failed", new Object[] {folder, String.valueOf(unwritable.getMessage())}, language));
            return 1;
        }
    }
}
