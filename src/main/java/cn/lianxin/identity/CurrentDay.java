package cn.lianxin.identity;

import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The date by the enterprise's clock: roles and deputies begin and end at its midnight. */
@Component
class CurrentDay {

    private final Clock clock;

    CurrentDay(Clock clock) {
        this.clock = clock;
    }

    LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }
}
