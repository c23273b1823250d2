package cn.lianxin.foresight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Words;
import java.util.List;

/** Who notices topics across matters and units; where nobody does, the board shows what rises without them. */
public interface HotTopics {

    /** What grows at the unit and below it and may be seen by this reader, what most speak of first. */
    List<Finding> below(UnitId unit, Actor.Member reader, Words words);
}
