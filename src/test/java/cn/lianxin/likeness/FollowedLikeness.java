package cn.lianxin.likeness;

import org.springframework.stereotype.Component;

/** Reads along for the first time, which the clock does otherwise. */
@Component
public class FollowedLikeness {

    private final LiveLikeness live;

    FollowedLikeness(LiveLikeness live) {
        this.live = live;
    }

    public void follow() {
        live.follow();
    }
}
