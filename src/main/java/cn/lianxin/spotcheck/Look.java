package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;

/** That somebody outside looks at how an answer stands now; he is not told why it was drawn. */
public record Look(
        long id,
        JudgedAnswer answer,
        String number,
        UnitId unit,
        int round,
        Instant showBy,
        Optional<Finding> finding,
        String reason) {

    /** What the reviewer himself found. */
    public enum Finding {
        DONE,
        NOT_DONE,
        CANNOT_TELL
    }
}
