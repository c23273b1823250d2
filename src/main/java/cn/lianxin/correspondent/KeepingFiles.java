package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 通讯员档案: begun, ended and added to by editors above the person's unit. */
@Component
class KeepingFiles {

    static final int LONGEST = 200;
    private static final int EARLIEST = 1950;

    private final Files files;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingFiles(Files files, Directory directory, AuditTrail audit, Clock clock) {
        this.files = files;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever is not below his units is as unknown as whoever does not exist. */
    @Transactional
    PersonId begin(String staffNumber, String since, Actor.Member by) {
        var number = PlainText.line(staffNumber);
        var person = directory
                .personByStaffNumber(number)
                .filter(card -> card.leftOn().isEmpty() && files.mayBeKept(card.id(), by))
                .orElseThrow(() -> new Refusal.Violation("staff-number", "correspondent-nobody", number));
        var day = day(since, "since");
        if (!files.add(person.id(), day, by)) {
            throw new Refusal.Violation("staff-number", "correspondent-already", person.name());
        }
        record(by, "correspondent.begun", person.id(), day.toString());
        return person.id();
    }

    /** On the day he is one for the last time; or, where that was said before, goes on. */
    @Transactional
    void endOrGoOn(long person, String until, Actor.Member by) {
        var file = files.getToKeep(person, by);
        if (file.until().isPresent()) {
            files.end(file.person(), null);
            record(by, "correspondent.went-on", file.person(), "");
            return;
        }
        var day = day(until, "until");
        if (day.isBefore(file.since())) {
            throw new Refusal.Violation("until", "correspondent-until");
        }
        files.end(file.person(), day);
        record(by, "correspondent.ended", file.person(), day.toString());
    }

    @Transactional
    void enter(long person, String kind, String typedDay, String typedWords, Actor.Member by) {
        var file = files.getToKeep(person, by);
        var known = Arrays.stream(Files.MeritKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("kind", "correspondent-kind"));
        var day = day(typedDay, "day");
        files.enter(file.person(), known, day, words(typedWords, "words", "correspondent-words"), by);
        record(by, "correspondent.entered", file.person(), known + " " + day);
    }

    @Transactional
    void strike(long person, long entry, String because, Actor.Member by) {
        var file = files.getToKeep(person, by);
        if (!files.strike(file.person(), entry, words(because, "because", "correspondent-because"))) {
            throw new Refusal.NotFound();
        }
        record(by, "correspondent.struck", file.person(), "entry " + entry);
    }

    private void record(Actor.Member by, String action, PersonId person, String detail) {
        audit.record(by, action, "correspondent:" + person.value(), detail);
    }

    private LocalDate day(String typed, String field) {
        LocalDate day;
        try {
            day = LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            throw new Refusal.Violation(field, "correspondent-day");
        }
        if (day.getYear() < EARLIEST || day.isAfter(LocalDate.ofInstant(clock.instant(), Screen.ZONE))) {
            throw new Refusal.Violation(field, "correspondent-day");
        }
        return day;
    }

    private static String words(String typed, String field, String code) {
        var words = PlainText.line(typed);
        if (words.isEmpty() || PlainText.lengthOf(words) > LONGEST) {
            throw new Refusal.Violation(field, code, LONGEST);
        }
        return words;
    }
}
