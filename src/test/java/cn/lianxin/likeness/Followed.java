package cn.lianxin.likeness;

import org.springframework.context.ApplicationContext;

/** Everything is read by now, so that like concerns are found; later ones are as soon as somebody asks. */
public final class Followed {

    private Followed() {}

    public static void by(ApplicationContext product) {
        product.getBean(LiveLikeness.class).follow();
    }
}
