package cn.lianxin.platform.retention;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.text.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator decides how long a kind is kept, between what the law demands and what its purpose needs. */
@Component
class ChangingTerms {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;

    private final DataKinds kinds;
    private final ApplicationEventPublisher events;

    ChangingTerms(DataKinds kinds, ApplicationEventPublisher events) {
        this.kinds = kinds;
        this.events = events;
    }

    /**
     * @throws Refusal.Violation {@code term-too-short} below the shortest, {@code term-too-long} above the longest, {@code
     *     reason-missing}
     * @throws Refusal.NotFound for whoever is no administrator, and for what stays
     */
    @Transactional
    void change(String code, int days, String typedReason, Actor by) {
        mustKeep(by);
        var kind = kinds.find(code).filter(DataKind::mayChange).orElseThrow(Refusal.NotFound::new);
        var reason = PlainText.line(typedReason);
        if (days < kind.shortest()) {
            throw new Refusal.Violation("days", "term-too-short", Integer.toString(kind.shortest()));
        }
        if (days > kind.longest()) {
            throw new Refusal.Violation("days", "term-too-long", Integer.toString(kind.longest()));
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "term-reason");
        }
        int former = kind.days().orElseThrow();
        if (former != days) {
            kinds.setDays(code, days);
            events.publishEvent(new Retained.TermChanged(code, former, days, reason, by));
        }
    }

    static boolean keeps(Actor by) {
        return by.is(Role.ADMINISTRATOR);
    }

    private static void mustKeep(Actor by) {
        if (!keeps(by)) {
            throw new Refusal.NotFound();
        }
    }
}
