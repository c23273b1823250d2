package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Checks on the days from and until which somebody is given something. */
final class Period {

    private Period() {}

    static void check(LocalDate from, Optional<LocalDate> until, LocalDate today) {
        until.ifPresent(last -> {
            if (last.isBefore(from)) {
                throw new Refusal.Violation("until", "period-backwards");
            }
            if (last.isBefore(today)) {
                throw new Refusal.Violation("until", "period-is-past");
            }
        });
    }
}
