package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 回避: the desk says whom a concern speaks of, whoever handles it steps back, and from then on they see nothing of it. */
@Component
public class RecusingConcerns {

    private final Concerns concerns;
    private final Recusals recusals;
    private final Naming naming;
    private final Steps steps;
    private final Inbox inbox;
    private final Clock clock;

    RecusingConcerns(Concerns concerns, Recusals recusals, Naming naming, Steps steps, Inbox inbox, Clock clock) {
        this.concerns = concerns;
        this.recusals = recusals;
        this.naming = naming;
        this.steps = steps;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Names people or units besides those that are named; it moves in the same transaction to somebody outside of their line.
     *
     * @param text names, staff numbers, units
     * @throws Refusal.Violation {@code required} where it names nobody new
     */
    @Transactional
    public void name(ConcernNumber number, String text, String reason, Actor by) {
        var met = concerns.get(number, by);
        var concern = met.concern();
        var about = naming.find(text, concern.filing().unit()).without(recusals.named(concern.id()));
        if (about.isEmpty()) {
            throw new Refusal.Violation("about", "required");
        }
        var words = PlainText.block(reason);
        var named = met.move((one, party) -> RecusalMoves.name(one, about, words, party, clock.instant()));
        recusals.name(concern.id(), about);
        steps.save(named);
        forget(concern);
    }

    /** @param key of one who is named, as {@link CaseFile.About} has it */
    @Transactional
    public void withdrawNaming(ConcernNumber number, String key, String reason, Actor by) {
        var met = concerns.get(number, by);
        var concern = met.concern();
        var named = recusals.named(concern.id());
        var wrong = subject(key);
        if (!named.without(wrong).equals(named) && !wrong.isEmpty()) {
            var words = PlainText.block(reason);
            var withdrawn =
                    met.move((one, party) -> RecusalMoves.withdrawNaming(one, wrong, words, party, clock.instant()));
            recusals.withdraw(concern.id(), wrong);
            steps.save(withdrawn);
        } else {
            throw new Refusal.Violation("about", "required");
        }
    }

    /** He himself stays out from now on; the next by rule has what he had. */
    @Transactional
    public void stepBack(ConcernNumber number, String reason, Actor by) {
        var met = concerns.get(number, by);
        var concern = met.concern();
        var words = PlainText.block(reason);
        var stepped = met.move((one, party) -> RecusalMoves.stepBack(one, words, party, clock.instant()));
        recusals.stepBack(concern.id(), met.party().person());
        steps.save(stepped);
        forget(concern);
    }

    /** What they were told of it before is taken out of their inboxes; what has left the house cannot be called back. */
    private void forget(Concern concern) {
        var out = recusals.excluded(concern.id());
        concern.filing().reporter().known().ifPresent(out::remove);
        inbox.takeBack(out, concern.number().toString());
    }

    private static Subjects subject(String key) {
        if (!key.matches("[pu][0-9]{1,18}")) {
            return Subjects.NOBODY;
        }
        var id = Long.parseLong(key.substring(1));
        return key.startsWith("p")
                ? new Subjects(List.of(new PersonId(id)), List.of())
                : new Subjects(List.of(), List.of(new UnitId(id)));
    }
}
