package cn.lianxin.organization;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The day it is for the enterprise. What changes in the organization is entered on the day it takes effect or later, for the
 * other rooms act on it at once.
 */
@Component
public class Today {

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }

    public void refuseLater(String field, LocalDate date) {
        if (date.isAfter(date())) {
            throw new Refusal.Violation(field, "date-in-future");
        }
    }
}
