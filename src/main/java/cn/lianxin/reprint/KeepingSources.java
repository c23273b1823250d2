package cn.lianxin.reprint;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list of sources: whoever answers for a section or for the paper, each time with a reason. */
@Component
class KeepingSources {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 200;

    /** What somebody typed into the form of a new one. */
    record Typed(String name, String from, String until, String basis, String terms, String reason) {
        static final Typed EMPTY = new Typed("", "", "", "", "", "");
    }

    private final PermittedSources sources;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingSources(PermittedSources sources, AuditTrail audit, Clock clock) {
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    static boolean reads(Actor actor) {
        return actor.is(Role.EDITOR) || keeps(actor);
    }

    static boolean keeps(Actor actor) {
        return actor.is(Role.SECTION_EDITOR) || actor.is(Role.CHIEF_EDITOR);
    }

    @Transactional
    void add(Typed typed, Actor.Member by) {
        mustKeep(by);
        var name = words(typed.name(), LONGEST_NAME, "name", "reprint-name");
        var from = day(typed.from(), "from");
        var until = typed.until().isBlank() ? Optional.<LocalDate>empty() : Optional.of(day(typed.until(), "until"));
        if (until.filter(from::isAfter).isPresent()) {
            throw new Refusal.Violation("until", "reprint-until");
        }
        var basis = words(typed.basis(), LONGEST, "basis", "reprint-basis");
        var terms = words(typed.terms(), LONGEST, "terms", "reprint-terms");
        var reason = words(typed.reason(), LONGEST, "reason", "reprint-reason");
        var twice = sources.all().stream()
                .filter(other -> other.name().equals(name))
                .anyMatch(other -> !until.filter(other.from()::isAfter).isPresent()
                        && !other.until().filter(from::isAfter).isPresent());
        if (twice) {
            throw new Refusal.Violation("name", "reprint-twice");
        }
        sources.add(new PermittedSource(0, name, from, until, basis, terms), reason, by);
        audit.record(by, "reprint.added", "reprint:" + name, reason);
    }

    /** Today is the last day, or what ended earlier stays as it is. */
    @Transactional
    void end(long id, String reason, Actor.Member by) {
        mustKeep(by);
        var source = sources.get(id);
        var why = words(reason, LONGEST, "reason", "reprint-reason");
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        if (source.until().filter(until -> !until.isAfter(today)).isPresent()) {
            throw new Refusal.Conflict("reprint-over");
        }
        sources.end(source, today.isBefore(source.from()) ? source.from() : today, why, by);
        audit.record(by, "reprint.ended", "reprint:" + source.name(), why);
    }

    private static void mustKeep(Actor.Member by) {
        if (!keeps(by)) {
            throw new Refusal.NotAllowed("reprint-not-yours");
        }
    }

    private static LocalDate day(String typed, String field) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            throw new Refusal.Violation(field, "reprint-day");
        }
    }

    private static String words(String typed, int most, String field, String code) {
        var words = PlainText.line(typed);
        var length = PlainText.lengthOf(words);
        if (length == 0 || length > most) {
            throw new Refusal.Violation(field, code, most);
        }
        return words;
    }
}
