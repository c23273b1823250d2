package cn.lianxin.ledger;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Runs an import instead of the product, when {@code --lianxin.import=FILE} asks for it, and ends with its exit code.
 */
@Component
@ConditionalOnProperty("lianxin.import")
@Order
class ImportRunner implements ApplicationRunner {

    private final ShellImport shell;
    private final ApplicationContext context;
    private final Path file;
    private final String unit;
    private final String language;

    ImportRunner(
            ShellImport shell,
            ApplicationContext context,
            @Value("${lianxin.import}") String file,
            @Value("${lianxin.import-unit:}") String unit,
            @Value("${lianxin.import-language:zh-CN}") String language) {
        this.shell = shell;
        this.context = context;
        this.file = Path.of(file);
        this.unit = unit;
        this.language = language;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var console =
                new PrintStream(System.out, true, Charset.forName(System.getProperty("stdout.encoding", "UTF-8")));
        var exitCode = shell.run(file, unit, Locale.forLanguageTag(language), console);
        System.exit(SpringApplication.exit(context, () -> exitCode));
    }
}
