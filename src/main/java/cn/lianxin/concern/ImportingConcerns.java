package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what was raised, and perhaps answered, before there was Lianxin: with its own dates, and with no verdict. */
@Component
public class ImportingConcerns {

    /** What one row of a ledger tells. The texts may be longer than a form would take; they stay whole. */
    public record Past(
            ConcernKind kind,
            Channel channel,
            String matter,
            Reporter reporter,
            String title,
            String words,
            String place,
            UnitId unit,
            Instant filedAt,
            Optional<PastReply> reply,
            String sourceNumber) {}

    /** The reply as it was given, and when. */
    public record PastReply(Reply reply, Instant at) {}

    /**
     * What became of it.
     *
     * @param version the number of its steps, by which is known later whether it has moved on
     */
    public record Imported(ConcernNumber number, int version, boolean restricted) {}

    private final Concerns concerns;
    private final Sendings sendings;
    private final Numbers numbers;
    private final Reception reception;
    private final Matters matters;
    private final Responsibility responsibility;
    private final TimeLimits limits;
    private final Clock clock;

    ImportingConcerns(
            Concerns concerns,
            Sendings sendings,
            Numbers numbers,
            Reception reception,
            Matters matters,
            Responsibility responsibility,
            TimeLimits limits,
            Clock clock) {
        this.concerns = concerns;
        this.sendings = sendings;
        this.numbers = numbers;
        this.reception = reception;
        this.matters = matters;
        this.responsibility = responsibility;
        this.limits = limits;
        this.clock = clock;
    }

    /** Refused as {@code no-desk} where nobody receives the concerns of this unit. */
    public void mustHaveDesk(UnitId unit) {
        reception.ownerFor(unit, false, Optional.empty());
    }

    /** Whether a concern of this number lives in this installation; it names nobody and says nothing else. */
    public boolean isHere(String number) {
        return ConcernNumber.parse(number).filter(concerns::exists).isPresent();
    }

    /**
     * Files it within the transaction of its ledger. What was answered more than thirty days ago is concluded; what was not
     * answered waits for the one who leads on its matter today, else for the desk. Nobody is notified of the past.
     * Refuses, before anything is written, {@code matter-unknown} and {@code no-desk}.
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refusal.class)
    public Imported file(Past past) {
        var title = PlainText.line(past.title());
        var words = PlainText.block(past.words());
        var matter = matters.get(past.matter());
        var grade = matters.gradeOf(matter, title + words);
        var owner = owner(past, matter);
        var filing = new Filing(
                past.kind(),
                past.channel(),
                past.reporter(),
                Optional.empty(),
                title,
                words,
                PlainText.line(past.place()),
                past.unit(),
                desk(past, matter).unit(),
                grade.restricted(),
                past.filedAt());
        var filed = new ConcernEvent.Filed(
                owner, matter.code(), grade, limits.of(matter.code(), grade, past.filedAt()), List.of());
        var place = numbers.nextPlace();
        var number =
                numbers.numberOf(place, past.filedAt().atZone(TimeLimits.ZONE).getYear());
        var concern = withPast(Concern.filed(place, number, filing, filed, new Step.Author.Speaker()), past);
        concerns.add(concern);
        sendings.index(place, title + "\n" + words + "\n" + past.sourceNumber());
        return new Imported(number, concern.unsaved().size(), grade.restricted());
    }

    /** The file counts as closed on the day its window closed, and not on the day of the import. */
    private Concern withPast(Concern filed, Past past) {
        if (past.reply().isEmpty()) {
            return filed;
        }
        var reply = past.reply().get();
        var clockwork = Steps.clockwork("ledger");
        var answered = filed.recordReply(reply.reply(), clockwork, reply.at());
        var windowEnds = reply.at().plus(Concern.WINDOW);
        return windowEnds.isAfter(clock.instant()) ? answered : answered.closeRecorded(clockwork, windowEnds);
    }

    private Owner owner(Past past, Matter matter) {
        var desk = desk(past, matter);
        var today = LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE);
        return matter.grade().restricted()
                ? desk
                : responsibility
                        .leadFor(matter.code(), past.unit(), today)
                        .flatMap(lead -> reception.holderIn(lead, speaker(past)))
                        .orElse(desk);
    }

    private Owner desk(Past past, Matter matter) {
        return reception.ownerFor(past.unit(), matter.grade().restricted(), speaker(past));
    }

    private static Optional<PersonId> speaker(Past past) {
        return past.reporter().known();
    }
}
