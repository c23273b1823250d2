package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.retention.Retained;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down, in the same transaction, what was let go of and who decided about it: how many, never whose. */
@Component
class RetentionAudited {

    private static final Actor BY = new Actor.Clockwork("retention");

    private final AuditTrail trail;

    RetentionAudited(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void happened(Retained what) {
        switch (what) {
            case Retained.Erased(var kind, var count, var before) ->
                trail.record(BY, "retention.erased", "kind:" + kind, count + " before " + before);
            case Retained.TermChanged(var kind, var from, var to, var reason, var by) ->
                trail.record(by, "retention.term-changed", "kind:" + kind, from + " -> " + to + ": " + reason);
            case Retained.Held(var subject, var reason, var by) -> trail.record(by, "retention.held", subject, reason);
            case Retained.Released(var subject, var by) -> trail.record(by, "retention.released", subject, "");
        }
    }
}
