package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Matter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was written so far on the way through the three screens; it lives a week at most and dies with the sending. */
record Draft(
        String token,
        String words,
        Optional<ConcernKind> kind,
        Optional<String> matter,
        String place,
        Optional<UnitId> unit,
        List<UUID> attachments) {

    static Draft empty(String token) {
        return new Draft(token, "", Optional.empty(), Optional.empty(), "", Optional.empty(), List.of());
    }

    /** There is nothing in it to raise yet. */
    boolean saysNothing() {
        return words.isEmpty() && attachments.isEmpty();
    }

    Draft with(String nextWords, List<UUID> nextAttachments) {
        return new Draft(token, nextWords, kind, matter, place, unit, nextAttachments);
    }

    Draft with(ConcernKind nextKind, String nextMatter, String nextPlace, Optional<UnitId> nextUnit) {
        return new Draft(
                token, words, Optional.of(nextKind), Optional.of(nextMatter), nextPlace, nextUnit, attachments);
    }

    NewConcern concern(Reporter.Mode mode, Channel channel, String about) {
        return new NewConcern(
                kind.orElse(ConcernKind.HELP),
                matter.orElse(Matter.UNCLASSIFIED),
                "",
                words,
                place,
                mode,
                unit,
                Optional.empty(),
                channel,
                attachments,
                about);
    }
}
