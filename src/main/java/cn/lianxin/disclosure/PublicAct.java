package cn.lianxin.disclosure;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One act of publishing, whole, as it is to be kept for ever.
 *
 * @param subject what it is of, as {@code disclosure:12}, {@code objection:7} or {@code duty:hazards}
 * @param place of the version or wording, from one on
 * @param circle whose people it is for; empty for the list of duties, which is everybody's
 * @param parts by their names, in their order, each in words; some tell of people and are only ever committed to
 */
public record PublicAct(
        Kind kind, String subject, int place, Instant at, Optional<UnitId> circle, SequencedMap<String, String> parts) {

    /** What was done. */
    public enum Kind {
        PUBLISHED,
        CORRECTED,
        WITHDRAWN,
        OBJECTED,
        REPLIED,
        ENDED,
        RULE_CHANGED
    }
}
