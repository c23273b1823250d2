package cn.lianxin.disclosure;

import cn.lianxin.duty.Duties;
import cn.lianxin.duty.Duty;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is to be published. Nobody but those who keep the notice sees it before a second person has approved it. */
@Component
class Writing {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_FILES = 9;

    /** Where even the title tells too much. */
    private static final String HIDDEN = "…";

    /**
     * What was typed and brought.
     *
     * @param table empty where it stays as it is
     */
    record Typed(String title, String body, Optional<Table> table, boolean withoutTable, List<UUID> files) {}

    private final Notices notices;
    private final Keepers keepers;
    private final Duties duties;
    private final Attachments attachments;
    private final Clock clock;

    Writing(Notices notices, Keepers keepers, Duties duties, Attachments attachments, Clock clock) {
        this.notices = notices;
        this.keepers = keepers;
        this.duties = duties;
        this.attachments = attachments;
        this.clock = clock;
    }

    Writing on(Clock other) {
        return new Writing(notices, keepers, duties, attachments, other);
    }

    /** An empty draft. NotFound for who does not write for this unit; refuses {@code notice-circle}, {@code notice-period}. */
    @Transactional
    public long begin(UnitId unit, UnitId circle, String code, String period, Actor.Member by) {
        keepers.mustWrite(unit, by);
        var duty = duties.find(code, today()).orElseThrow(Refusal.NotFound::new);
        var publishes = duties.circlesOf(unit).stream().anyMatch(one -> one.id().equals(circle))
                || duties.unitFor(duty, duties.placeOf(period, circle), today())
                        .filter(unit::equals)
                        .isPresent();
        if (!publishes) {
            throw new Refusal.Violation("circle", "notice-circle");
        }
        if (!duties.isPeriod(duty, circle, period)) {
            throw new Refusal.Violation("period", "notice-period");
        }
        var number = notices.begin(circle, unit, code, period, by.person(), clock.instant());
        notices.write(
                number,
                Version.begun(1, Version.Kind.PUBLICATION, "", false, duty.place(), by.person()),
                clock.instant());
        return number;
    }

    /** A version after the one that stands. Refuses {@code notice-reason}, {@code text-…}, and as conflicts {@code notice-in-work}, {@code notice-over}. */
    @Transactional
    public void beginAgain(long number, Version.Kind kind, String typedReason, boolean closesEarlier, Actor.Member by) {
        var notice = mine(number, by);
        if (!notice.stands()) {
            throw new Refusal.Conflict("notice-over");
        }
        if (notice.inWork().isPresent()) {
            throw new Refusal.Conflict("notice-in-work");
        }
        var reason = line("reason", typedReason, LONGEST_REASON);
        if (reason.isEmpty()) {
            throw new Refusal.Violation("reason", "notice-reason");
        }
        Revealed.mustNotBeIn(reason, "reason");
        var former = notice.current().orElseThrow();
        var begun = Version.begun(former.place() + 1, kind, reason, closesEarlier, former.dutyPlace(), by.person());
        var draft = kind == Version.Kind.WITHDRAWAL
                ? begun.saying(closesEarlier ? HIDDEN : former.title(), "", Table.NONE, List.of(), by.person())
                        .as(Version.State.SUBMITTED, "")
                : begun.saying(former.title(), former.body(), former.table(), former.files(), by.person());
        notices.write(number, draft, clock.instant());
    }

    /** Refuses {@code words-too-long}, {@code text-…}, {@code notice-files}. */
    @Transactional
    public void save(long number, Typed typed, Actor.Member by) {
        var notice = mine(number, by);
        var draft = notice.inWork()
                .filter(one -> one.state() == Version.State.DRAFT)
                .orElseThrow(() -> new Refusal.Conflict("notice-not-draft"));
        var title = line("title", typed.title(), LONGEST_TITLE);
        Revealed.mustNotBeIn(title, "title");
        var body = PlainText.block(typed.body());
        if (PlainText.lengthOf(body) > LONGEST_BODY) {
            throw new Refusal.Violation("body", "words-too-long", LONGEST_BODY, PlainText.lengthOf(body));
        }
        Revealed.mustNotBeIn(body, "body");
        var files = new ArrayList<>(draft.files());
        files.addAll(typed.files());
        if (files.size() > MOST_FILES) {
            throw new Refusal.Violation("files", "notice-files", MOST_FILES);
        }
        attachments.keep(typed.files().stream().map(AttachmentId::new).toList());
        var table = typed.withoutTable() ? Table.NONE : typed.table().orElse(draft.table());
        notices.write(number, draft.saying(title, body, table, files, by.person()), clock.instant());
    }

    /** Gives it to the second person. Refuses {@code notice-title}, {@code notice-empty}. */
    @Transactional
    public void submit(long number, Actor.Member by) {
        var notice = mine(number, by);
        var draft = notice.inWork()
                .filter(one -> one.state() == Version.State.DRAFT)
                .orElseThrow(() -> new Refusal.Conflict("notice-not-draft"));
        if (draft.title().isEmpty()) {
            throw new Refusal.Violation("title", "notice-title");
        }
        if (draft.body().isEmpty() && draft.table().isEmpty() && draft.files().isEmpty()) {
            throw new Refusal.Violation("body", "notice-empty");
        }
        notices.write(number, draft.as(Version.State.SUBMITTED, ""), clock.instant());
    }

    /** Lets a draft go. */
    @Transactional
    public void discard(long number, Actor.Member by) {
        var draft = mine(number, by)
                .inWork()
                .filter(one -> one.state() == Version.State.DRAFT)
                .orElseThrow(() -> new Refusal.Conflict("notice-not-draft"));
        notices.discard(number, draft.place());
    }

    /** What a table of it may have; empty for what is withdrawn. */
    List<String> columns(Notice notice) {
        return duties.find(notice.duty(), today()).map(Duty::columns).orElse(List.of());
    }

    private Notice mine(long number, Actor.Member by) {
        var notice = notices.lock(number);
        keepers.mustWrite(notice.unit(), by);
        return notice;
    }

    private static String line(String field, String typed, int longest) {
        var line = PlainText.line(typed);
        if (PlainText.lengthOf(line) > longest) {
            throw new Refusal.Violation(field, "words-too-long", longest, PlainText.lengthOf(line));
        }
        return line;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
