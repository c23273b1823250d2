package cn.lianxin.platform.transparency;

import org.springframework.context.ApplicationContext;

/** Numbers and signs what was published, where the clockwork stands still. */
public final class Ticking {

    private Ticking() {}

    public static void tick(ApplicationContext context) {
        context.getBean(LogClock.class).tick();
    }
}
