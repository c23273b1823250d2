package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters of one opening of a box, all entered or none; who was there when it was opened stays on record. */
@Component
class OpeningLetterBoxes {

    private final RaisingConcerns raising;
    private final Matters matters;
    private final Directory directory;
    private final AuditTrail audit;

    OpeningLetterBoxes(RaisingConcerns raising, Matters matters, Directory directory, AuditTrail audit) {
        this.raising = raising;
        this.matters = matters;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Refuses {@code box-required}, {@code witness-required} and {@code letters-required}; {@code reporter-unknown} in the
     * field {@code letter-N} of the letter.
     */
    @Transactional
    List<Raised> enter(String box, String witness, UnitId unit, List<Letter> letters, Actor by) {
        var where = mustBeSaid(box, "box", "box-required");
        var second = mustBeSaid(witness, "witness", "witness-required");
        var written = letters.stream().filter(Letter::written).toList();
        if (written.isEmpty()) {
            throw new Refusal.Violation("letter-1", "letters-required");
        }
        var raised = written.stream()
                .map(letter -> enter(letter, letters.indexOf(letter) + 1, unit, by))
                .toList();
        audit.record(
                by, "raising.letter-box-opened", "unit:" + unit.value(), where + "; " + second + "; " + raised.size());
        return raised;
    }

    private Raised enter(Letter letter, int place, UnitId unit, Actor by) {
        var speaker = speaker(letter, "letter-" + place);
        var concern = new NewConcern(
                ConcernKind.usualFor(letter.matter()),
                matters.knows(letter.matter()) ? letter.matter() : Matter.UNCLASSIFIED,
                "",
                letter.text(),
                "",
                speaker.isEmpty() ? Reporter.Mode.ANONYMOUS : Reporter.Mode.NAMED,
                Optional.of(unit),
                speaker,
                Channel.LETTER,
                List.of());
        try {
            return raising.raise(concern, letter.token(), by);
        } catch (Refusal.Violation violation) {
            throw new Refusal.Violation(
                    "letter-" + place, violation.code(), violation.arguments().toArray());
        }
    }

    private Optional<PersonId> speaker(Letter letter, String field) {
        var number = PlainText.line(letter.staffNumber());
        if (number.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(directory
                .personByStaffNumber(number)
                .filter(person -> person.leftOn().isEmpty())
                .map(PersonCard::id)
                .orElseThrow(() -> new Refusal.Violation(field, "reporter-unknown")));
    }

    private static String mustBeSaid(String text, String field, String code) {
        var line = PlainText.line(text);
        if (line.isBlank()) {
            throw new Refusal.Violation(field, code);
        }
        return line;
    }
}
