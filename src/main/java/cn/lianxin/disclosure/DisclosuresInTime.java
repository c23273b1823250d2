package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishing on a clock of one's own, for lives of notices that lie in the past; within the caller's transaction. */
@Component
public class DisclosuresInTime {

    /** What stands in a notice; the table with tabs, its headings first, empty for none. */
    public record Said(String duty, String period, String title, String body, String table) {}

    private final Writing writing;
    private final Approving approving;
    private final Objecting objecting;
    private final Objections objections;
    private final Notices notices;
    private final Ending ending;

    DisclosuresInTime(
            Writing writing,
            Approving approving,
            Objecting objecting,
            Objections objections,
            Notices notices,
            Ending ending) {
        this.writing = writing;
        this.approving = approving;
        this.objecting = objecting;
        this.objections = objections;
        this.notices = notices;
        this.ending = ending;
    }

    /** Written by one, approved by the other. */
    @Transactional
    public long publish(UnitId unit, UnitId circle, Said said, Actor.Member by, Actor.Member second, Clock clock) {
        var then = writing.on(clock);
        var number = then.begin(unit, circle, said.duty(), said.period(), by);
        var table = Tables.brought(Optional.empty(), said.table(), then.columns(notices.get(number)));
        then.save(number, new Writing.Typed(said.title(), said.body(), table, false, List.of()), by);
        then.submit(number, by);
        approving.on(clock).approve(number, 1, false, second);
        return number;
    }

    /** A second version of the text alone. */
    @Transactional
    public void correct(long number, String reason, String body, Actor.Member by, Actor.Member second, Clock clock) {
        var then = writing.on(clock);
        then.beginAgain(number, Version.Kind.CORRECTION, reason, false, by);
        var draft = notices.get(number).inWork().orElseThrow();
        then.save(number, new Writing.Typed(draft.title(), body, Optional.empty(), false, List.of()), by);
        then.submit(number, by);
        approving.on(clock).approve(number, draft.place(), false, second);
    }

    @Transactional
    public void withdraw(long number, String reason, Actor.Member by, Actor.Member second, Clock clock) {
        writing.on(clock).beginAgain(number, Version.Kind.WITHDRAWAL, reason, false, by);
        approving
                .on(clock)
                .approve(number, notices.get(number).inWork().orElseThrow().place(), false, second);
    }

    /** Without a name. */
    @Transactional
    public void object(long number, String words, String token, Clock clock) {
        objecting.on(clock).object(number, words, false, token, new Actor.Visitor());
    }

    /** To what was said last: it was right. */
    @Transactional
    public void reply(long number, String reasons, Actor.Member by, Clock clock) {
        reply(number, Reply.Outcome.UPHELD, reasons, by, clock);
    }

    /** To what was said last: it was not right. */
    @Transactional
    public void turnDown(long number, String reasons, Actor.Member by, Clock clock) {
        reply(number, Reply.Outcome.NOT_UPHELD, reasons, by, clock);
    }

    private void reply(long number, Reply.Outcome outcome, String reasons, Actor.Member by, Clock clock) {
        var last = objections.to(number).getLast();
        objecting.on(clock).reply(number, last.id(), outcome, reasons, by);
    }

    /** What has stood for its time ends. */
    @Transactional
    public void end(Clock clock) {
        ending.on(clock).look();
    }
}
