package cn.lianxin.platform.web;

import cn.lianxin.kernel.Actor;
import java.util.stream.Stream;

/** What a room adds to the head line. The platform asks, the rooms answer; it knows none of them. */
public interface Navigation {

    /** The entries for this actor; none for those who have nothing to do there. */
    Stream<NavigationEntry> entriesFor(Actor actor);
}
