package cn.lianxin.correspondent;

import cn.lianxin.correspondent.Sheets.Deed;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 稿费单: an editor draws it up, says who shares what, and corrects earlier months; until somebody else has closed it. */
@Component
class DrawingSheets {

    static final int MOST_SHARERS = 20;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_REASON = 200;

    private final Sheets sheets;
    private final SheetLines lines;
    private final Corrections corrections;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    DrawingSheets(
            Sheets sheets,
            SheetLines lines,
            Corrections corrections,
            Directory directory,
            AuditTrail audit,
            Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.corrections = corrections;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where he may draw up: the units of his roles. */
    List<UnitCard> units(Actor by) {
        return Keepers.units(by).stream().map(directory::unit).toList();
    }

    /** Of a month that is over; answers its number, also where it was there already. */
    @Transactional
    long drawUp(String unitCode, String typedMonth, Actor.Member by) {
        var units = units(by);
        var unit = units.stream()
                .filter(one -> units.size() == 1 || one.code().equals(unitCode.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("unit", "fee-unit"));
        var month = month(typedMonth, "month");
        if (!Period.of(month).isOver(LocalDate.ofInstant(clock.instant(), Screen.ZONE))) {
            throw new Refusal.Violation("month", "fee-month-runs");
        }
        var added = sheets.add(unit, month);
        if (added.isEmpty()) {
            return sheets.of(unit.id(), month).orElseThrow().id();
        }
        var head = sheets.get(added.get(), by);
        var pieces = lines.collect(head);
        done(head, Deed.DRAWN_UP, String.valueOf(pieces), by);
        return head.id();
    }

    /** Looks again what came out, how it stands and what is paid for it. */
    @Transactional
    void collect(long sheet, Actor.Member by) {
        change(sheet, by, head -> done(head, Deed.COLLECTED, String.valueOf(lines.collect(head)), by));
    }

    /** @param typed a line for each: staff number, and how many parts where it is not one */
    @Transactional
    void share(long sheet, long article, String typed, Actor.Member by) {
        change(sheet, by, head -> {
            var sharers = sharers(typed, article);
            if (!lines.share(sheet, article, sharers)) {
                throw new Refusal.NotFound();
            }
            var said = new StringBuilder(String.valueOf(article));
            sharers.forEach(one -> said.append(' ')
                    .append(one.person().staffNumber())
                    .append('×')
                    .append(one.weight()));
            done(head, Deed.SHARED, said.toString(), by);
        });
    }

    /** Of a closed month of the same unit, as a line of its own in this one. */
    @Transactional
    void correct(long sheet, String typedMonth, String staffNumber, String yuan, String reason, Actor.Member by) {
        change(sheet, by, head -> {
            var month = month(typedMonth, "of-month");
            if (!month.isBefore(head.month())
                    || sheets.of(head.unit(), month)
                            .filter(Sheets.Head::isClosed)
                            .isEmpty()) {
                throw new Refusal.Violation("of-month", "fee-not-closed-month");
            }
            var person = person(staffNumber, "staff-number");
            var fen = Fen.readSigned(yuan, "yuan", "fee-yuan-signed");
            var why = reason(reason);
            corrections.add(sheet, month, person, fen, why);
            done(head, Deed.CORRECTED, month + " " + person.staffNumber() + " " + Fen.yuan(fen) + " " + why, by);
        });
    }

    @Transactional
    void removeCorrection(long sheet, long correction, Actor.Member by) {
        change(sheet, by, head -> {
            if (!corrections.remove(sheet, correction)) {
                throw new Refusal.NotFound();
            }
            done(head, Deed.CORRECTION_REMOVED, String.valueOf(correction), by);
        });
    }

    private void change(long sheet, Actor.Member by, Consumer<Sheets.Head> change) {
        var head = sheets.hold(sheet, by);
        if (head.isClosed()) {
            throw new Refusal.Conflict("fee-closed");
        }
        change.accept(head);
    }

    private void done(Sheets.Head head, Deed deed, String detail, Actor.Member by) {
        lines.keep(lines.read(head));
        sheets.step(head.id(), deed, detail, by);
        if (deed == Deed.DRAWN_UP) {
            audit.record(by, "correspondent.sheet-drawn-up", "fees:" + head.id(), head.unitName() + " " + head.month());
        }
    }

    private List<SheetLines.Sharer> sharers(String typed, long article) {
        var field = "people-" + article;
        var sharers = new ArrayList<SheetLines.Sharer>();
        for (var line :
                PlainText.block(typed).lines().filter(one -> !one.isBlank()).toList()) {
            var words = line.strip().split("[\\s,，、×]+", -1);
            if (words.length > 2 || words.length == 2 && !words[1].matches("[0-9]{1,3}")) {
                throw new Refusal.Violation(field, "fee-people", MOST_SHARERS, MOST_PARTS);
            }
            var weight = words.length == 2 ? Integer.parseInt(words[1]) : 1;
            if (weight < 1 || weight > MOST_PARTS) {
                throw new Refusal.Violation(field, "fee-people", MOST_SHARERS, MOST_PARTS);
            }
            var person = person(words[0], field);
            if (sharers.stream().anyMatch(one -> one.person().id().equals(person.id()))) {
                throw new Refusal.Violation(field, "fee-twice", person.staffNumber());
            }
            sharers.add(new SheetLines.Sharer(person, weight));
        }
        if (sharers.isEmpty() || sharers.size() > MOST_SHARERS) {
            throw new Refusal.Violation(field, "fee-people", MOST_SHARERS, MOST_PARTS);
        }
        return sharers;
    }

    private PersonCard person(String staffNumber, String field) {
        var number = PlainText.line(staffNumber);
        return directory
                .personByStaffNumber(number)
                .orElseThrow(() -> new Refusal.Violation(field, "fee-nobody", number));
    }

    private static YearMonth month(String typed, String field) {
        try {
            var month = YearMonth.parse(typed.strip());
            if (typed.strip().matches("20[0-9]{2}-[0-9]{2}")) {
                return month;
            }
        } catch (DateTimeParseException none) {
            throw new Refusal.Violation(field, "fee-month");
        }
        throw new Refusal.Violation(field, "fee-month");
    }

    private static String reason(String typed) {
        var reason = PlainText.line(typed);
        if (reason.isEmpty() || PlainText.lengthOf(reason) > LONGEST_REASON) {
            throw new Refusal.Violation("why", "fee-why", LONGEST_REASON);
        }
        return reason;
    }
}
