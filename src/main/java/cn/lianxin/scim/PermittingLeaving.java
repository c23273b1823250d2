package cn.lianxin.scim;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Today;
import cn.lianxin.personnel.LeavingLimit;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator says that so many really leave today. For anybody else there is nothing to say. */
@Component
class PermittingLeaving {

    private final LeavingDays days;
    private final LeavingLimit limit;
    private final Directory directory;
    private final AuditTrail trail;
    private final Today today;
    private final Clock clock;

    PermittingLeaving(
            LeavingDays days, LeavingLimit limit, Directory directory, AuditTrail trail, Today today, Clock clock) {
        this.days = days;
        this.limit = limit;
        this.directory = directory;
        this.trail = trail;
        this.today = today;
        this.clock = clock;
    }

    /** The units of which somebody waits to leave today. */
    @Transactional(readOnly = true)
    List<StoppedUnit> stopped(Actor by) {
        administrator(by);
        return days.waiting(by.unitsAs(Role.ADMINISTRATOR), today.date()).stream()
                .map(this::unit)
                .toList();
    }

    private StoppedUnit unit(LeavingDays.Waiting waiting) {
        var known = days.known(waiting.unit(), today.date());
        return new StoppedUnit(
                directory.unit(waiting.unit()),
                known.people(),
                known.left(),
                known.permitted(),
                waiting.people().stream().map(directory::person).toList());
    }

    /**
     * Lets so many go today, those included who have gone already. Refuses {@code leaving-most-wrong} where that lets
     * nobody go or more than there are, {@code record-reason-missing} and {@code record-reason-too-long}.
     */
    @Transactional
    void permit(UnitId unit, String typed, String reason, Actor by) {
        var person = administrator(by);
        var stopped = stopped(by).stream()
                .filter(one -> one.unit().id().equals(unit))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        var most = number(typed);
        if (most <= stopped.left() || most > stopped.people()) {
            throw new Refusal.Violation("most", "leaving-most-wrong", stopped.left() + 1, stopped.people());
        }
        var why = limit.reason(reason);
        days.permit(unit, today.date(), most, why, person, clock.instant());
        trail.record(
                by,
                "scim.leaving-permitted",
                "unit:" + unit.value(),
                "day=%s most=%d people=%d\n%s".formatted(today.date(), most, stopped.people(), why));
    }

    private static int number(String typed) {
        var text = typed.strip();
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Whoever signed in; the system that pushes does not give itself leave. */
    private static PersonId administrator(Actor by) {
        if (by instanceof Actor.Member member && member.is(Role.ADMINISTRATOR)) {
            return member.person();
        }
        throw new Refusal.NotFound();
    }
}
