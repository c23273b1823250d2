package cn.lianxin.search;

import cn.lianxin.concern.ConcernRow;
import cn.lianxin.concern.FoundConcern;
import cn.lianxin.platform.index.SoughtWords;
import cn.lianxin.platform.index.Tier;
import java.util.List;
import java.util.stream.Stream;

/**
 * One concern among what was found.
 *
 * @param begins whether it is the first of those that fit less closely than the ones before
 * @param answered whether the part that is shown is one of an answer
 */
record FoundLine(ConcernRow row, Tier tier, boolean begins, Marked title, Marked part, boolean answered) {

    static FoundLine of(FoundConcern found, Tier tier, boolean begins, SoughtWords words) {
        var said = Stream.of(found.words(), found.place())
                .filter(text -> !text.isBlank())
                .toList();
        var parts = List.of(Marked.around(String.join(" · ", said), words), Marked.around(found.answers(), words));
        var isAnswered = parts.getLast().found() > parts.getFirst().found();
        return new FoundLine(
                found.row(),
                tier,
                begins,
                Marked.whole(found.row().title(), words),
                isAnswered ? parts.getLast() : parts.getFirst(),
                isAnswered);
    }
}
