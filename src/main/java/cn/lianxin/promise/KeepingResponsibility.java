package cn.lianxin.promise;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.OrganizationEvent;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.spreadsheet.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator says who answers for what in his units, from a day on that is not over. When a unit ends, what it led
 * passes to its successor in the same transaction.
 */
@Component
class KeepingResponsibility {

    private final Responsibility responsibility;
    private final Matters matters;
    private final Directory directory;
    private final Authority authority;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingResponsibility(
            Responsibility responsibility,
            Matters matters,
            Directory directory,
            Authority authority,
            AuditTrail audit,
            Clock clock) {
        this.responsibility = responsibility;
        this.matters = matters;
        this.directory = directory;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<ListedEntry> preview(List<Row> rows, Actor by) {
        mustKeep(by);
        return ListedEntry.of(rows, matters, directory, authority.reach(by), today());
    }

    /** Takes all rows, or none where one is faulty. */
    @Transactional
    List<ListedEntry> take(List<Row> rows, Actor by) {
        var listed = preview(rows, by);
        if (listed.stream().noneMatch(ListedEntry::isFaulty)) {
            listed.forEach(entry -> assign(entry.assigned().orElseThrow(), by));
        }
        return listed;
    }

    /** One entry, by codes as they stand in lists. */
    @Transactional
    void assign(String matter, String unit, String lead, String from, Actor by) {
        mustKeep(by);
        var cells = List.of(matter.strip(), unit.strip(), lead.strip(), from.strip());
        assign(ListedEntry.read(cells, matters, directory, authority.reach(by), today()), by);
    }

    private void assign(ListedEntry.Assigned assigned, Actor by) {
        responsibility.assign(
                assigned.matter(), assigned.scope(), assigned.lead(), assigned.from(), nameOf(by), clock.instant());
        audit.record(
                by,
                "promise.responsibility-assigned",
                "unit:" + assigned.scope().value(),
                assigned.matter() + " " + assigned.lead().value() + " " + assigned.from());
    }

    @EventListener
    void unitEnded(OrganizationEvent.UnitDissolved ended) {
        responsibility.pass(ended.unit(), ended.successor(), today(), "", clock.instant());
    }

    @Transactional(readOnly = true)
    List<Responsibility.Gap> gaps(UnitId unit) {
        return responsibility.gaps(unit, today());
    }

    @Transactional(readOnly = true)
    List<Responsibility.Entry> entries(UnitId unit, String matter) {
        return responsibility.entries(unit, matter);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE);
    }

    static void mustKeep(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }

    private static String nameOf(Actor by) {
        return by instanceof Actor.Member member ? member.name() : "";
    }
}
