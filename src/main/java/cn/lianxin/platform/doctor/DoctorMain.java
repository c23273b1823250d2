package cn.lianxin.platform.doctor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.slf4j.LoggerFactory;

/** {@code ./lianxin doctor}: a line for each thing that was looked at; 0 where nothing is wrong. */
public final class DoctorMain {

    private DoctorMain() {}

    public static void main(String[] words) {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
        System.setProperty("java.awt.headless", "true");
        System.exit(run(
                List.of(words),
                System::getenv,
                Clock.systemUTC(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> words, Visit.Settings settings, Clock clock, PrintStream out) {
        var found = new Visit(words, settings, clock).look();
        found.forEach(out::println);
        var wrong = found.stream().filter(Finding::wrong).count();
        out.println(
                wrong == 0
                        ? "一切正常 · Nothing is wrong"
                        : "有 " + wrong + " 处不对 · " + wrong + (wrong == 1 ? " thing is wrong" : " things are wrong"));
        return wrong == 0 ? 0 : 1;
    }
}
