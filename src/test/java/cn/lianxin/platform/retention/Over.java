package cn.lianxin.platform.retention;

import cn.lianxin.TestClock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** Lets go of everything that is over by the clock of the tests, as the clockwork does. */
public final class Over {

    private Over() {}

    /** But the logs, whose chains have a test of their own and a database that tells the real time. */
    public static int erase(ApplicationContext product) {
        var kinds = product.getBean(DataKinds.class);
        var erasing = product.getBean(Erasing.class);
        return kinds.all().stream()
                .filter(kind -> !kind.code().equals("log") && !kind.code().equals("watermark"))
                .filter(kind -> kind.days().isPresent())
                .mapToInt(kind -> erasing.erase(
                        kind.code(),
                        TestClock.now().minus(Duration.ofDays(kind.days().orElseThrow()))))
                .sum();
    }
}
