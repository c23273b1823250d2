package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What somebody typed gets into the log with a fault that it causes; it must not look like an entry of the product. */
class LogLinesTest {

    private static final String FORGED = "2026-11-29T08:00:00.000+08:00  INFO [main] cn.lianxin.Lianxin : all is well";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n"})
    void a_message_with_line_ends_is_one_entry(String lineEnd) {
        var lines = lines(new LoggingEvent("", logger(), Level.WARN, "无效的值：" + lineEnd + FORGED, null, null));

        assertThat(lines.getFirst()).endsWith("无效的值：");
        assertThat(lines.stream().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    | "));
    }

    @Test
    void neither_does_the_message_of_a_fault_or_of_its_cause_make_an_entry() {
        var fault = new IllegalStateException("one\n" + FORGED, new IllegalArgumentException("two\r" + FORGED));

        var lines = lines(new LoggingEvent("", logger(), Level.ERROR, "it failed", fault, null));

        assertThat(lines.getFirst()).endsWith("it failed");
        assertThat(lines).anyMatch(line -> line.contains("IllegalArgumentException"));
        assertThat(lines.stream().filter(line -> line.contains("all is well")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("    | "));
    }

    private static List<String> lines(LoggingEvent event) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        var pattern = Objects.requireNonNull(yaml.getObject()).getProperty("logging.pattern.console");
        var layout = new PatternLayout();
        layout.setContext(new LoggerContext());
        layout.setPattern(pattern);
        layout.start();
        return layout.doLayout(event).lines().toList();
    }

    private static ch.qos.logback.classic.Logger logger() {
        return new LoggerContext().getLogger("cn.lianxin.Something");
    }
}
