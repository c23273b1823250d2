package cn.lianxin.textcheck;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at texts, keeps what was found with each, and holds up what nobody has answered for. */
@Component
public class TextChecks {

    private static final int LONGEST_REASON = 300;

    /** Whoever has the text in hand. @param editor whether his word counts for the newsroom */
    public record By(PersonId person, String name, boolean editor) {}

    /** That somebody said why the words are right. */
    public record Confirmation(String key, By by, String reason, Instant at) {}

    /** One of them with what was said to it. */
    public record Judged(Finding finding, Optional<Confirmation> confirmed) {

        /** Whether it still stands in the way of an editor. */
        public boolean open() {
            return finding.level() == Level.BLOCK
                    || finding.level() == Level.CONFIRM
                            && confirmed.filter(said -> said.by().editor()).isEmpty();
        }
    }

    private final Terms terms;
    private final CheckedTexts kept;
    private final Clock clock;

    TextChecks(Terms terms, CheckedTexts kept, Clock clock) {
        this.terms = terms;
        this.kept = kept;
        this.clock = clock;
    }

    /** What the list as it is now finds, with what was confirmed of it. */
    @Transactional(readOnly = true)
    public List<Judged> look(CheckedText text) {
        return judged(text.article(), new Checker(terms.list()).in(text));
    }

    /** What was found when this text was looked at last. */
    @Transactional(readOnly = true)
    public List<Judged> kept(long article, long revision) {
        return judged(article, kept.lastOf(revision));
    }

    /** Those to which somebody has to say something, each once. */
    public static List<Judged> toAnswer(List<Judged> found) {
        var said = new HashSet<String>();
        return found.stream()
                .filter(one -> one.finding().level() == Level.CONFIRM && one.open())
                .filter(one -> said.add(one.finding().key()))
                .toList();
    }

    private List<Judged> judged(long article, List<Finding> found) {
        var said = article == 0 ? List.<Confirmation>of() : kept.confirmations(article);
        return found.stream()
                .map(finding -> new Judged(
                        finding,
                        said.stream()
                                .filter(one -> one.key().equals(finding.key()))
                                .reduce((first, last) -> first.by().editor() ? first : last)))
                .toList();
    }

    /**
     * Looks at it, keeps what was found, and refuses {@code textcheck-blocked}, {@code textcheck-unconfirmed} where something
     * stands in the way that this person has not answered for.
     *
     * @param answers why what has to be confirmed is right
     */
    @Transactional
    public void mustSuit(CheckedText text, Occasion occasion, Answers answers, By by) {
        var list = terms.list();
        var found = new Checker(list).in(text);
        blocked(found).ifPresent(words -> {
            throw new Refusal.Violation("text", "textcheck-blocked", words);
        });
        confirm(text, found, answers, by);
        kept.keep(text, occasion, list.version(), found, clock.instant());
        if (occasion == Occasion.PUBLISHED) {
            kept.toLookAt(text, false, clock.instant());
        }
    }

    /** What is public and hit a changed list stays as it is, by the word of an editor. */
    @Transactional
    public void confirm(CheckedText text, Answers answers, By by) {
        var found = new Checker(terms.list()).in(text);
        blocked(found).ifPresent(words -> {
            throw new Refusal.Violation("text", "textcheck-blocked", words);
        });
        confirm(text, found, answers, by);
        kept.toLookAt(text, false, clock.instant());
    }

    private void confirm(CheckedText text, List<Finding> found, Answers answers, By by) {
        var said = new HashSet<String>();
        judged(text.article(), found).stream()
                .filter(one -> one.finding().level() == Level.CONFIRM)
                .filter(one -> by.editor() ? one.open() : one.confirmed().isEmpty())
                .map(Judged::finding)
                .filter(finding -> said.add(finding.key()))
                .forEach(finding -> kept.confirm(text, finding, by, reason(finding, answers), clock.instant()));
    }

    private static String reason(Finding finding, Answers answers) {
        var reason = answers.to(finding);
        var length = PlainText.lengthOf(reason);
        if (length == 0 || length > LONGEST_REASON) {
            throw new Refusal.Violation(finding.field(), "textcheck-unconfirmed", finding.words(), LONGEST_REASON);
        }
        return reason;
    }

    private static Optional<String> blocked(List<Finding> found) {
        return found.stream()
                .filter(finding -> finding.level() == Level.BLOCK)
                .map(Finding::words)
                .findFirst();
    }

    /** At its time, with nobody there to answer: the words that stand in the way, empty where it may come out. */
    @Transactional
    public Optional<String> comesOut(CheckedText text) {
        var list = terms.list();
        var found = new Checker(list).in(text);
        var open = judged(text.article(), found).stream()
                .filter(Judged::open)
                .map(one -> one.finding().words())
                .findFirst();
        kept.keep(text, Occasion.PUBLISHED, list.version(), found, clock.instant());
        if (open.isEmpty()) {
            kept.toLookAt(text, false, clock.instant());
        }
        return open;
    }

    /** Articles that are public and hit the list since it changed. */
    @Transactional(readOnly = true)
    public Set<Long> toLookAt() {
        return kept.toLookAt();
    }
}
