package cn.lianxin.platform.web;

import cn.lianxin.kernel.Actor;
import java.util.stream.Stream;

/** What a room has to remind somebody of on every page. The platform asks, the rooms answer; it knows none of them. */
public interface HeadMarks {

    /** In the order in which they are shown; none for those whom nothing concerns. */
    Stream<HeadMark> marksFor(Actor actor);
}
