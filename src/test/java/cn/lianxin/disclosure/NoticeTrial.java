package cn.lianxin.disclosure;

import org.springframework.context.ApplicationContext;

/** What the clockwork does with notices, for tests of other rooms. */
public final class NoticeTrial {

    private NoticeTrial() {}

    public static void end(ApplicationContext context) {
        context.getBean(Ending.class).look();
    }
}
