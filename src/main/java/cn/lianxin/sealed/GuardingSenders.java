package cn.lianxin.sealed;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import cn.lianxin.sealed.SealedStep.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever sent a report and is given trouble taps once, and somebody who does not read it looks after him: the nearest
 * supervisor of another unit or, where there is none, the nearest desk officer. He learns its number and nothing else; who
 * does nothing in time loses it to the next.
 */
@Component
class GuardingSenders {

    /** 打击报复 of the classification: its days hold here as for what is raised openly. */
    static final String MATTER = "K5";

    static final int LONGEST_WORDS = 500;

    private static final Set<Role> ROLES = Set.of(Role.SUPERVISOR, Role.DESK_OFFICER);

    private final SealedReports reports;
    private final Guardians guardians;
    private final Officers officers;
    private final RoleHolders holders;
    private final TimeLimits limits;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    GuardingSenders(
            SealedReports reports,
            Guardians guardians,
            Officers officers,
            RoleHolders holders,
            TimeLimits limits,
            Inbox inbox,
            TransactionTemplate transactions,
            Clock clock) {
        this.reports = reports;
        this.guardians = guardians;
        this.officers = officers;
        this.holders = holders;
        this.limits = limits;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Guardian> of(SealedReport report) {
        return guardians.of(report.id());
    }

    /** A second tap is the first one again. Refuses {@code sealed-no-guardian} where nobody of another line could do it. */
    void call(SealedReport report) {
        if (guardians.of(report.id()).isEmpty()) {
            reports.add(report.id(), SealedStep.ofSender(Kind.TROUBLE, clock.instant()));
            give(report, next(report).orElseThrow(() -> new Refusal.Conflict("sealed-no-guardian")));
        }
    }

    List<SealedReport> of(Actor by) {
        return guardians.reportsOf(person(by)).stream().map(reports::get).toList();
    }

    /** NotFound for everybody but whoever has it at this moment. */
    @Transactional
    SealedReport get(String number, Actor by) {
        return of(by).stream()
                .filter(report -> report.number().equals(number))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The sender reads every word. Refuses {@code sealed-help}. */
    @Transactional
    void help(String number, String said, Actor by) {
        var report = get(number, by);
        var words = PlainText.block(said).strip();
        if (words.isEmpty() || PlainText.lengthOf(words) > LONGEST_WORDS) {
            throw new Refusal.Violation("words", "sealed-help", LONGEST_WORDS);
        }
        reports.hold(report.id());
        var guardian = guardians
                .of(report.id())
                .filter(one -> one.person().equals(person(by)))
                .orElseThrow(Refusal.NotFound::new);
        guardians.end(report.id(), clock.instant());
        note(report, Kind.HELPED, guardian, words);
    }

    /** To the next, where whoever has it did nothing in time, or may not have it any more. */
    void look() {
        guardians.reports().forEach(id -> transactions.executeWithoutResult(_ -> look(reports.hold(id))));
    }

    private void look(SealedReport report) {
        guardians
                .of(report.id())
                .filter(this::isOver)
                .ifPresent(over -> next(report).ifPresent(next -> {
                    guardians.end(report.id(), clock.instant());
                    give(report, next);
                }));
    }

    private boolean isOver(Guardian guardian) {
        return clock.instant().isAfter(guardian.dueAt())
                || ROLES.stream()
                        .noneMatch(
                                role -> holders.holders(role, guardian.unit()).contains(guardian.person()));
    }

    private void give(SealedReport report, RoleHolders.Holder holder) {
        var now = clock.instant();
        var due = limits.after(Stage.TROUBLE, MATTER, Grade.U5, now).orElse(now);
        var guardian = new Guardian(holder.person(), holder.unit(), due);
        guardians.add(report.id(), guardian);
        note(report, Kind.GUARDED, guardian, "");
        inbox.deliver(new Notification(
                holder.person(),
                "notice.sealed-trouble",
                List.of(report.number()),
                "/sealed-troubles/" + report.number(),
                "sealed:" + report.number() + ":trouble:" + now.toEpochMilli(),
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }

    private void note(SealedReport report, Kind kind, Guardian guardian, String words) {
        reports.add(
                report.id(),
                new SealedStep(
                        kind,
                        clock.instant(),
                        Optional.of(guardian.person()),
                        Optional.of(guardian.unit()),
                        officers.post(guardian.person()),
                        words,
                        Optional.empty()));
    }

    /** Somebody who did not have it before; where all had, anybody but the last. */
    private Optional<RoleHolders.Holder> next(SealedReport report) {
        var before = guardians.allOf(report.id()).stream().map(Guardian::person).toList();
        return nearest(report, before)
                .or(() -> nearest(
                        report,
                        before.stream().skip(Math.max(0, before.size() - 1)).toList()))
                .or(() -> guardians.of(report.id()).isPresent() ? Optional.empty() : nearest(report, List.of()));
    }

    private Optional<RoleHolders.Holder> nearest(SealedReport report, List<PersonId> before) {
        var readers =
                report.recipients().stream().map(SealedReport.Recipient::person).toList();
        var unit = report.owner().unit();
        var outside = new ArrayList<>(before);
        outside.addAll(readers);
        var desk = List.copyOf(outside);
        report.recipients().forEach(reader -> outside.addAll(holders.holders(Role.SUPERVISOR, reader.unit())));
        return holders.nearestHolder(Role.SUPERVISOR, unit, outside)
                .or(() -> holders.nearestHolder(Role.DESK_OFFICER, unit, desk));
    }

    private static PersonId person(Actor by) {
        if (by instanceof Actor.Member member && ROLES.stream().anyMatch(member.onHisOwn()::is)) {
            return member.person();
        }
        throw new Refusal.NotFound();
    }
}
