package cn.lianxin.foresight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Words;
import java.util.List;
import java.util.Optional;

/** Who compares how like cases were decided. */
public interface UnequalTreatment {

    /** What was found in this mine; nothing at all where it is not for this reader. */
    Optional<List<Finding>> in(UnitId mine, Actor.Member reader, Words words);
}
