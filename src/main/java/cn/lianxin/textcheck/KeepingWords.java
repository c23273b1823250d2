package cn.lianxin.textcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list: whoever answers for a section or for the paper adds and ends, each with a reason. */
@Component
class KeepingWords {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final int LONGEST_ADVICE = 100;
    private static final int LONGEST_REASON = 200;
    private static final int MOST = 20;
    private static final int LAST_PLACE = 999;

    /** What somebody typed into the form of a new entry; lists have 、 between. */
    record Typed(
            Term.Kind kind,
            String words,
            Level level,
            String advice,
            String exceptions,
            String titles,
            String place,
            String reason) {

        static Typed empty(Term.Kind kind) {
            return new Typed(kind, "", Level.CONFIRM, "", "", "", "", "");
        }
    }

    private final Terms terms;
    private final AuditTrail audit;

    KeepingWords(Terms terms, AuditTrail audit) {
        this.terms = terms;
        this.audit = audit;
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
        var reason = reason(typed.reason());
        var words = PlainText.line(typed.words());
        within(words, SHORTEST, LONGEST, "words", "textcheck-words");
        var advice = PlainText.line(typed.advice());
        within(advice, 0, LONGEST_ADVICE, "advice", "textcheck-advice");
        if (typed.level() == Level.BLOCK && typed.kind() != Term.Kind.WORD) {
            throw new Refusal.Violation("level", "textcheck-level");
        }
        var exceptions = list(typed.exceptions(), "exceptions");
        if (exceptions.stream().anyMatch(exception -> !exception.contains(words)) && typed.kind() == Term.Kind.WORD) {
            throw new Refusal.Violation("exceptions", "textcheck-exception", words);
        }
        var titles = list(typed.titles(), "titles");
        if (typed.kind() == Term.Kind.PERSON && titles.isEmpty()) {
            throw new Refusal.Violation("titles", "textcheck-titles");
        }
        if (typed.kind() == Term.Kind.ORDER && !words.contains("、")) {
            throw new Refusal.Violation("words", "textcheck-order");
        }
        terms.add(
                new Term(0, typed.kind(), words, typed.level(), advice, exceptions, titles, place(typed.place())),
                reason,
                by);
        audit.record(by, "textcheck.added", "textcheck:" + words, reason);
    }

    @Transactional
    void end(long id, String reason, Actor.Member by) {
        mustKeep(by);
        var term = terms.get(id);
        var why = reason(reason);
        terms.end(term, why, by);
        audit.record(by, "textcheck.ended", "textcheck:" + term.words(), why);
    }

    private static void mustKeep(Actor.Member by) {
        if (!keeps(by)) {
            throw new Refusal.NotAllowed("textcheck-not-yours");
        }
    }

    private static String reason(String typed) {
        var reason = PlainText.line(typed);
        within(reason, 1, LONGEST_REASON, "reason", "textcheck-reason");
        return reason;
    }

    private static List<String> list(String typed, String field) {
        var parts = Arrays.stream(typed.split("[、，,;；\\n]"))
                .map(PlainText::line)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        if (parts.size() > MOST || parts.stream().anyMatch(part -> part.length() > LONGEST)) {
            throw new Refusal.Violation(field, "textcheck-list", MOST, LONGEST);
        }
        return parts;
    }

    private static int place(String typed) {
        var figures = typed.strip();
        if (figures.isEmpty()) {
            return 0;
        }
        if (!figures.matches("[0-9]{1,3}")) {
            throw new Refusal.Violation("place", "textcheck-place", LAST_PLACE);
        }
        return Integer.parseInt(figures);
    }

    private static void within(String text, int least, int most, String field, String code) {
        var length = PlainText.lengthOf(text);
        if (length < least || length > most) {
            throw new Refusal.Violation(field, code, most);
        }
    }
}
