package cn.lianxin.daybook;

import org.springframework.context.ApplicationContext;

/** Closes the days that are over, where the clockwork stands still. */
public final class TickingDays {

    private TickingDays() {}

    public static void tick(ApplicationContext context) {
        context.getBean(DaybookClock.class).look();
    }
}
