package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.Today;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The monthly roster of a unit: uploaded, looked at, then applied as a whole or not at all. Afterwards the unit is as the
 * file says. Whoever leaves loses account, sessions and roles, and hands over what he owned, in the same transaction.
 */
@Component
class Rosters {

    /** An older file would be a mistyped year. */
    private static final int OLDEST_DAYS = 62;

    private final StagedImports staged;
    private final ComparingRosters comparing;
    private final Rehearsal rehearsal;
    private final AppliedRosters applied;
    private final LeavingLimit limit;
    private final Structuring structuring;
    private final Directory directory;
    private final Authority authority;
    private final AuditTrail trail;
    private final Today today;
    private final Clock clock;

    Rosters(
            StagedImports staged,
            ComparingRosters comparing,
            Rehearsal rehearsal,
            AppliedRosters applied,
            LeavingLimit limit,
            Structuring structuring,
            Directory directory,
            Authority authority,
            AuditTrail trail,
            Today today,
            Clock clock) {
        this.staged = staged;
        this.comparing = comparing;
        this.rehearsal = rehearsal;
        this.applied = applied;
        this.limit = limit;
        this.structuring = structuring;
        this.directory = directory;
        this.authority = authority;
        this.trail = trail;
        this.today = today;
        this.clock = clock;
    }

    /**
     * Keeps the rows for the look; nothing of the organization changes. Refuses {@code import-unit-unknown},
     * {@code unit-ended}, {@code date-in-future}, {@code roster-day-too-old} and {@code roster-empty}.
     */
    @Transactional
    UUID stage(String unitCode, LocalDate day, String fileName, Spreadsheet file, Actor by) {
        var unit = unit(unitCode, by);
        today.refuseLater("day", day);
        if (day.isBefore(today.date().minusDays(OLDEST_DAYS))) {
            throw new Refusal.Violation("day", "roster-day-too-old", OLDEST_DAYS);
        }
        var id = staged.add(
                ImportSubject.ROSTER,
                java.util.Optional.of(new RosterScope(unit.id(), day)),
                fileName,
                file,
                Forms.personOf(by),
                clock.instant());
        if (staged.rows(id).isEmpty()) {
            throw new Refusal.Violation("file", "roster-empty");
        }
        return id;
    }

    /** A unit that a form names by its code, if it is his to change. */
    UnitCard unit(String code, Actor by) {
        var unit = directory
                .unitByCode(code.strip())
                .filter(card -> authority.reach(by).test(card.id()))
                .orElseThrow(() -> new Refusal.Violation("unit", "import-unit-unknown", code.strip()));
        if (!directory.stands(unit.id())) {
            throw new Refusal.Violation("unit", "unit-ended");
        }
        return unit;
    }

    RosterPlan plan(StagedImport file, ColumnMapping mapping, Actor by) {
        return comparing.plan(staged.rows(file.id()), mapping, file.scope().orElseThrow(Refusal.NotFound::new), by);
    }

    /** What becomes of what the leavers own; nothing to say while the file has faults. */
    Rehearsal.Outcome rehearse(RosterPlan plan) {
        return rehearsal.of(plan.faults().isEmpty() ? plan.leaving() : java.util.List.of());
    }

    /**
     * Makes the unit as the file says, or changes nothing. Doing it twice does nothing the second time. Refuses as a conflict
     * {@code roster-stale} where it would not do what was shown, and what {@link LeavingLimit#confirmed} refuses; and
     * whatever stands against a departure, such as {@code no-successor}.
     *
     * @param seen digest of the plan that was shown
     * @param typed how many leave, as the administrator typed it where he was asked
     */
    @Transactional
    void apply(UUID id, ColumnMapping mapping, String seen, String typed, String reason, Actor by) {
        var file = staged.lock(id, Forms.personOf(by));
        if (file.done().isPresent()) {
            return;
        }
        var scope = file.scope().orElseThrow(Refusal.NotFound::new);
        authority.requireOver(scope.unit(), by);
        structuring.holdTree();
        var rows = staged.rows(id);
        comparing.hold(rows, mapping, scope);
        var plan = comparing.plan(rows, mapping, scope, by);
        if (!mapping.missing().isEmpty()
                || !plan.faults().isEmpty()
                || !plan.digest().equals(seen)) {
            throw new Refusal.Conflict("roster-stale");
        }
        var leaving = plan.leaving().size();
        var why = limit.confirmed(leaving, plan.people(), typed, reason);
        plan.run();
        var done = done(id, file, plan, why, by);
        applied.add(done);
        staged.done(
                id,
                new StagedImport.Done(
                        done.joined(), done.moved() + done.left() + done.corrected(), plan.count(RosterList.STAYS)),
                clock.instant());
        trail.record(by, "personnel.roster-applied", "unit:" + scope.unit().value(), detail(done));
    }

    private AppliedRoster done(UUID id, StagedImport file, RosterPlan plan, String why, Actor by) {
        return new AppliedRoster(
                id,
                plan.scope().unit(),
                plan.scope().day(),
                file.fileName(),
                Forms.personOf(by),
                clock.instant(),
                plan.people(),
                plan.count(RosterList.JOINS),
                plan.count(RosterList.MOVES),
                plan.leaving().size(),
                plan.count(RosterList.CORRECTIONS),
                plan.count(RosterList.WAITS),
                why);
    }

    private static String detail(AppliedRoster done) {
        var counts = "%s day=%s people=%d joined=%d moved=%d left=%d corrected=%d"
                .formatted(
                        done.fileName(),
                        done.day(),
                        done.people(),
                        done.joined(),
                        done.moved(),
                        done.left(),
                        done.corrected());
        return done.reason().isEmpty() ? counts : counts + "\n" + done.reason();
    }
}
