package cn.lianxin.ledger;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ImportingConcerns.Past;
import cn.lianxin.concern.ImportingConcerns.PastReply;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Matters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One row while it is being understood. */
final class RowReader {

    private static final int TITLE_LENGTH = 24;
    private static final Set<String> MEANS_ANONYMOUS = Set.of("是", "匿名", "y", "yes", "true", "1", "anonymous");

    private final LedgerRow row;
    private final LedgerImport ledger;
    private final KnownNames names;
    private final Matters matters;
    private final LedgerWords words;
    private final Instant now;
    private final List<RowFault> remarks = new ArrayList<>();

    RowReader(LedgerRow row, LedgerImport ledger, KnownNames names, Matters matters, LedgerWords words, Instant now) {
        this.row = row;
        this.ledger = ledger;
        this.names = names;
        this.matters = matters;
        this.words = words;
        this.now = now;
    }

    RowReading.Understood understood() {
        var filed = filedAt();
        var content = PlainText.block(cell(LedgerField.CONTENT));
        var title = PlainText.line(cell(LedgerField.TITLE));
        if (content.isBlank() && title.isBlank()) {
            var field = ledger.columns().has(LedgerField.CONTENT) ? LedgerField.CONTENT : LedgerField.TITLE;
            throw new Refusal.Violation(field.name(), "ledger-words-missing");
        }
        var speaker = speaker();
        var number = PlainText.line(cell(LedgerField.NUMBER));
        var past = new Past(
                words.constant(ConcernKind.class, cell(LedgerField.KIND)).orElse(ConcernKind.HELP),
                words.constant(Channel.class, cell(LedgerField.CHANNEL)).orElse(Channel.LEDGER),
                matter(title + content),
                reporter(speaker),
                title.isBlank() ? beginning(content) : title,
                content.isBlank() ? title : content,
                cell(LedgerField.PLACE),
                unit(speaker),
                filed.at(),
                reply(filed),
                number);
        return new RowReading.Understood(past, identity(number, filed), remarks);
    }

    /** Offices begin their numbers anew each year, so the date belongs to the number. */
    private String identity(String number, OfficeDate filed) {
        return number.isEmpty()
                ? "digest " + row.digest()
                : number + " @ " + filed.at().getEpochSecond();
    }

    private OfficeDate filedAt() {
        var text = cell(LedgerField.FILED_AT);
        if (text.isBlank()) {
            throw new Refusal.Violation(LedgerField.FILED_AT.name(), "ledger-date-missing");
        }
        return OfficeDate.of(text, LedgerField.FILED_AT, now);
    }

    private Optional<PersonCard> speaker() {
        return names.byStaffNumber(cell(LedgerField.STAFF_NUMBER))
                .or(() -> names.person(cell(LedgerField.REPORTER), ledger.unit()));
    }

    private Reporter reporter(Optional<PersonCard> speaker) {
        var mode = PlainText.line(cell(LedgerField.MODE));
        var wished = words.constant(Reporter.Mode.class, mode).orElse(Reporter.Mode.NAMED);
        if (speaker.isEmpty()
                || wished == Reporter.Mode.ANONYMOUS
                || MEANS_ANONYMOUS.contains(mode.toLowerCase(Locale.ROOT))) {
            return new Reporter.Anonymous();
        }
        var person = speaker.get().id();
        return wished == Reporter.Mode.CONFIDENTIAL ? new Reporter.Confidential(person) : new Reporter.Named(person);
    }

    private UnitId unit(Optional<PersonCard> speaker) {
        var code = cell(LedgerField.UNIT_CODE);
        var name = cell(LedgerField.UNIT);
        var found = Optional.of(code)
                .filter(it -> !it.isBlank())
                .flatMap(it -> names.unit(it, ledger.unit()))
                .or(() -> Optional.of(name).filter(it -> !it.isBlank()).flatMap(it -> names.unit(it, ledger.unit())));
        if (found.isEmpty() && !name.isBlank()) {
            remark(LedgerField.UNIT, "ledger-unit-unknown", PlainText.line(name));
        }
        return found.or(() -> speaker.filter(person -> names.worksBelow(person, ledger.unit()))
                        .flatMap(PersonCard::unit))
                .orElse(ledger.unit());
    }

    private String matter(String text) {
        var given = PlainText.line(cell(LedgerField.MATTER));
        var code = given.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (matters.knows(code)) {
            return code;
        }
        var named = matters.all().stream()
                .filter(matter ->
                        matter.name().equals(given) || matter.englishName().equalsIgnoreCase(given))
                .findFirst();
        if (named.isPresent()) {
            return named.get().code();
        }
        if (!given.isEmpty()) {
            remark(LedgerField.MATTER, "ledger-matter-unknown", given);
        }
        return GuessedMatter.of(text, matters);
    }

    private Optional<PastReply> reply(OfficeDate filed) {
        var opinion = PlainText.block(cell(LedgerField.REPLY));
        var when = cell(LedgerField.REPLIED_AT);
        if (opinion.isBlank()) {
            if (!when.isBlank()) {
                remark(LedgerField.REPLIED_AT, "ledger-reply-missing");
            }
            return Optional.empty();
        }
        var outcome =
                words.constant(Reply.Outcome.class, cell(LedgerField.OUTCOME)).orElse(Reply.Outcome.EXPLAIN);
        var reply = new Reply(
                PlainText.block(cell(LedgerField.REPLY_REQUEST)),
                PlainText.block(cell(LedgerField.REPLY_FACTS)),
                opinion,
                PlainText.block(cell(LedgerField.REPLY_BASIS)),
                outcome);
        return Optional.of(new PastReply(withAmount(reply), repliedAt(when, filed)));
    }

    private Reply withAmount(Reply reply) {
        var typed = cell(LedgerField.AMOUNT);
        try {
            return Reply.yuan(typed).map(reply::granting).orElse(reply);
        } catch (Refusal.Violation unclear) {
            remark(LedgerField.AMOUNT, "ledger-amount-unclear", PlainText.line(typed));
            return reply;
        }
    }

    private Instant repliedAt(String when, OfficeDate filed) {
        if (when.isBlank()) {
            remark(LedgerField.REPLY, "ledger-replied-at-missing");
            return filed.at();
        }
        var replied = OfficeDate.of(when, LedgerField.REPLIED_AT, now);
        if (!replied.at().isBefore(filed.at())) {
            return replied.at();
        }
        var sameDay = replied.at()
                .atZone(Screen.ZONE)
                .toLocalDate()
                .equals(filed.at().atZone(Screen.ZONE).toLocalDate());
        if (replied.dayOnly() && sameDay) {
            return filed.at();
        }
        remark(LedgerField.REPLIED_AT, "ledger-replied-before-filed");
        return replied.at();
    }

    private String cell(LedgerField field) {
        return ledger.columns().cell(field, row.cells());
    }

    private void remark(LedgerField field, String code, String... arguments) {
        remarks.add(new RowFault(row.number(), ledger.columns().heading(field), code, List.of(arguments), false));
    }

    private static String beginning(String content) {
        var line = content.lines().findFirst().orElse(content);
        return PlainText.lengthOf(line) <= TITLE_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE_LENGTH)) + "…";
    }
}
