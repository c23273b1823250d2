package cn.lianxin.disclosure;

import cn.lianxin.duty.Duties;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second person: publishes what another has written, or gives it back with a reason. */
@Component
class Approving {

    private static final int LONGEST_REASON = 300;

    private final Notices notices;
    private final Keepers keepers;
    private final Duties duties;
    private final WorkingCalendar calendar;
    private final MakingPublic makingPublic;
    private final Clock clock;

    Approving(
            Notices notices,
            Keepers keepers,
            Duties duties,
            WorkingCalendar calendar,
            MakingPublic makingPublic,
            Clock clock) {
        this.notices = notices;
        this.keepers = keepers;
        this.duties = duties;
        this.calendar = calendar;
        this.makingPublic = makingPublic;
        this.clock = clock;
    }

    Approving on(Clock other) {
        return new Approving(notices, keepers, duties, calendar, makingPublic, other);
    }

    boolean mayApprove(Notice notice, Actor actor) {
        return actor instanceof Actor.Member member
                && keepers.approves(notice.unit(), actor)
                && notice.inWork()
                        .filter(one -> one.state() == Version.State.SUBMITTED
                                && !one.draftedBy().equals(member.person()))
                        .isPresent();
    }

    /**
     * Publishes it. The period for objections begins anew with each version and never ends earlier than it did.
     * Refuses {@code notice-second-person} and {@code notice-files-unseen}; as conflicts {@code notice-not-submitted} and {@code notice-over}.
     *
     * @param place of the version that he has read
     * @param filesSeen whether he says that he has looked through the files, in which no machine looks
     */
    @Transactional
    public void approve(long number, int place, boolean filesSeen, Actor.Member by) {
        var notice = notices.lock(number);
        var submitted = submitted(notice, place, by);
        if (!submitted.files().isEmpty() && !filesSeen) {
            throw new Refusal.Violation("filesSeen", "notice-files-unseen");
        }
        Revealed.mustNotBeIn(submitted.title(), "title");
        Revealed.mustNotBeIn(submitted.body(), "body");
        Revealed.mustNotBeIn(submitted.table());
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var duty = duties.find(notice.duty(), today)
                .or(() -> duties.wording(notice.duty(), submitted.dutyPlace()))
                .orElseThrow();
        var objections = submitted.kind() == Version.Kind.WITHDRAWAL
                ? Optional.of(now)
                : latest(
                        Optional.of(objectionsUntil(duty.terms().objectionDays(), now, today)),
                        notice.current().flatMap(Version::objectionsUntil));
        var stays = duty.terms().staysDays().map(days -> endOf(today.plusDays(days)));
        var published =
                submitted.published(by.person(), now, objections, staysAtLeast(stays, objections), duty.place());
        notices.write(number, published, now);
        makingPublic.published(notice, published, now, by);
    }

    /** Refuses {@code notice-reason}, {@code words-too-long}, {@code notice-second-person}; a conflict as {@link #approve}. */
    @Transactional
    public void giveBack(long number, int place, String typedReason, Actor.Member by) {
        var notice = notices.lock(number);
        var submitted = submitted(notice, place, by);
        var reason = PlainText.line(typedReason);
        if (reason.isEmpty()) {
            throw new Refusal.Violation("returned", "notice-reason");
        }
        if (PlainText.lengthOf(reason) > LONGEST_REASON) {
            throw new Refusal.Violation("returned", "words-too-long", LONGEST_REASON, PlainText.lengthOf(reason));
        }
        if (submitted.kind() == Version.Kind.WITHDRAWAL) {
            notices.discard(number, place);
        } else {
            notices.write(number, submitted.as(Version.State.DRAFT, reason), clock.instant());
        }
    }

    private Version submitted(Notice notice, int place, Actor.Member by) {
        if (!keepers.keeps(notice, by)) {
            throw new Refusal.NotFound();
        }
        var submitted = notice.inWork()
                .filter(one -> one.state() == Version.State.SUBMITTED && one.place() == place)
                .orElseThrow(() -> new Refusal.Conflict("notice-not-submitted"));
        if (notice.endedAt().isPresent()) {
            throw new Refusal.Conflict("notice-over");
        }
        if (!mayApprove(notice, by)) {
            throw new Refusal.Violation("", "notice-second-person");
        }
        return submitted;
    }

    private Instant objectionsUntil(int days, Instant now, LocalDate today) {
        return days == 0 ? now : endOf(calendar.plusWorkingDays(today, days));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static Optional<Instant> staysAtLeast(Optional<Instant> stays, Optional<Instant> objections) {
        return stays.isPresent() ? latest(stays, objections) : stays;
    }
}
