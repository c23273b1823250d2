package cn.lianxin.disclosure;

import cn.lianxin.concern.Receipt;
import cn.lianxin.duty.Duties;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 异议: anybody of the circle objects, by name or without; who answers for the notice replies with reasons. */
@Component
class Objecting {

    private static final int LONGEST = 2_000;
    private static final int SHORTEST_REASONS = 10;
    private static final int DIGITS = 20;

    private final Notices notices;
    private final Objections objections;
    private final Keepers keepers;
    private final Duties duties;
    private final WorkingCalendar calendar;
    private final MakingPublic makingPublic;
    private final Directory directory;
    private final RoleHolders holders;
    private final Inbox inbox;
    private final Clock clock;

    Objecting(
            Notices notices,
            Objections objections,
            Keepers keepers,
            Duties duties,
            WorkingCalendar calendar,
            MakingPublic makingPublic,
            Directory directory,
            RoleHolders holders,
            Inbox inbox,
            Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.keepers = keepers;
        this.duties = duties;
        this.calendar = calendar;
        this.makingPublic = makingPublic;
        this.directory = directory;
        this.holders = holders;
        this.inbox = inbox;
        this.clock = clock;
    }

    Objecting on(Clock other) {
        return new Objecting(
                notices, objections, keepers, duties, calendar, makingPublic, directory, holders, inbox, other);
    }

    /**
     * Sent twice, the same form objects once and shows the same receipt. Refuses {@code objection-empty},
     * {@code words-too-long}, {@code objection-not-of-circle}; as a conflict {@code objection-over}.
     *
     * @param named whether he gives his name, which only who is signed in can
     * @param token of the form
     */
    @Transactional
    public Receipt object(long number, String typed, boolean named, String token, Actor actor) {
        if (!token.matches("[0-9a-f-]{24,40}")) {
            throw new Refusal.NotFound();
        }
        var receipt = receiptOf(token);
        var notice = notices.lock(number);
        var version = notice.current().orElseThrow(Refusal.NotFound::new);
        if (objections.withReceipt(receipt.digest()).isPresent()) {
            return receipt;
        }
        var now = clock.instant();
        if (!notice.stands() || !version.takesObjections(now)) {
            throw new Refusal.Conflict("objection-over");
        }
        var person = named ? Optional.of(ofCircle(notice, actor)) : Optional.<PersonId>empty();
        var words = words("words", typed);
        if (words.isEmpty()) {
            throw new Refusal.Violation("words", "objection-empty");
        }
        var days = duties.wording(notice.duty(), version.dutyPlace())
                .orElseThrow()
                .terms()
                .replyDays();
        var due = calendar.closingOf(calendar.plusWorkingDays(LocalDate.ofInstant(now, WorkingCalendar.ZONE), days));
        var id = objections
                .add(number, version.place(), person, receipt.digest(), words, now, due)
                .orElseThrow();
        var objection = new Objection(id, number, version.place(), person, words, now, due, Optional.empty());
        makingPublic.objected(notice, objection, actor);
        tellKeeper(notice, version, id);
        return receipt;
    }

    /** Refuses {@code reply-reasons}, {@code words-too-long}, {@code text-…}, {@code reply-names-objector}, {@code reply-to-oneself}; as a conflict {@code reply-given}. */
    @Transactional
    public void reply(long number, long objectionId, Reply.Outcome outcome, String typed, Actor.Member by) {
        var notice = notices.lock(number);
        keepers.mustWrite(notice.unit(), by);
        var objection = objections
                .find(objectionId)
                .filter(one -> one.notice() == number)
                .orElseThrow(Refusal.NotFound::new);
        if (objection.person().filter(by.person()::equals).isPresent()) {
            throw new Refusal.Violation("reasons", "reply-to-oneself");
        }
        var reasons = words("reasons", typed);
        if (reasons.strip().length() < SHORTEST_REASONS) {
            throw new Refusal.Violation("reasons", "reply-reasons", SHORTEST_REASONS);
        }
        Revealed.mustNotBeIn(reasons, "reasons");
        var names = directory.personNames(objection.person().stream().toList());
        if (names.values().stream().anyMatch(reasons.replaceAll("\\s+", "")::contains)) {
            throw new Refusal.Violation("reasons", "reply-names-objector");
        }
        var reply = new Reply(outcome, reasons, by.person(), clock.instant());
        if (!objections.reply(objectionId, reply)) {
            throw new Refusal.Conflict("reply-given");
        }
        makingPublic.replied(notice, objection, reply, by);
        objection
                .person()
                .ifPresent(who -> inbox.deliver(new Notification(
                        who,
                        "disclosure.told.replied",
                        List.of(notice.current().orElseThrow().title()),
                        "/disclosures/" + number,
                        "objection:" + objectionId + ":replied")));
    }

    /** What lies behind a receipt that somebody typed. */
    @Transactional(readOnly = true)
    public Optional<Objection> opened(String typed) {
        return Receipt.parse(typed).flatMap(receipt -> objections.withReceipt(receipt.digest()));
    }

    private PersonId ofCircle(Notice notice, Actor actor) {
        if (actor instanceof Actor.Member member && keepers.belongs(notice.circle(), actor)) {
            return member.person();
        }
        throw new Refusal.Violation("named", "objection-not-of-circle");
    }

    /** The leader of the unit, or of what lies above: the words of the objection do not travel. */
    private void tellKeeper(Notice notice, Version version, long objection) {
        holders.nearest(Role.UNIT_LEADER, notice.unit())
                .ifPresent(who -> inbox.deliver(new Notification(
                        who,
                        "disclosure.told.objected",
                        List.of(version.title()),
                        "/disclosures/" + notice.number(),
                        "objection:" + objection)));
    }

    private static String words(String field, String typed) {
        var words = PlainText.block(typed);
        if (PlainText.lengthOf(words) > LONGEST) {
            throw new Refusal.Violation(field, "words-too-long", LONGEST, PlainText.lengthOf(words));
        }
        return words;
    }

    /** It follows from the token of the form, of which the server keeps nothing. */
    private static Receipt receiptOf(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(("objection:" + token).getBytes(StandardCharsets.UTF_8));
            return new Receipt("%020d".formatted(new BigInteger(1, hash).mod(BigInteger.TEN.pow(DIGITS))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
