package cn.lianxin.api.concern;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.concern.Reporter;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Grade;
import java.time.Instant;
import java.util.Optional;

/**
 * A concern in a list.
 *
 * @param lookBy by when somebody outside has to look at how it ended, while nobody has
 */
record ConcernItem(
        String number,
        String title,
        String matter,
        Grade grade,
        ConcernKind kind,
        Channel channel,
        Reporter.Mode mode,
        String state,
        String stateInWords,
        boolean waits,
        String unit,
        String lead,
        String ownerUnit,
        String ownerName,
        Instant replyBy,
        Instant filedAt,
        Instant changedAt,
        Optional<Instant> lookBy) {

    static ConcernItem of(ConcernRow row, boolean worker, Screen screen) {
        var state = StateName.of(row.state(), worker, screen);
        return new ConcernItem(
                row.number(),
                row.title(),
                row.matter(),
                row.grade(),
                row.kind(),
                row.channel(),
                row.mode(),
                state.name(),
                state.words(),
                row.waits(),
                row.unit(),
                row.lead(),
                row.ownerUnit(),
                row.ownerName(),
                row.replyBy(),
                row.filedAt(),
                row.changedAt(),
                row.lookBy());
    }
}
