package cn.lianxin.textcheck;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When the list has changed, what is public is looked at again, some at a time; what hits it is laid before the editors. */
@Component
class LookingAgain {

    private static final int AT_ONCE = 200;

    private final Terms terms;
    private final CheckedTexts kept;
    private final TextChecks checks;
    private final ObjectProvider<PublishedTexts> published;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LookingAgain(
            Terms terms,
            CheckedTexts kept,
            TextChecks checks,
            ObjectProvider<PublishedTexts> published,
            TransactionTemplate transactions,
            Clock clock) {
        this.terms = terms;
        this.kept = kept;
        this.checks = checks;
        this.published = published;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT1M")
    void look() {
        var more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> some()));
        }
    }

    /** Whether there is more. */
    private boolean some() {
        var list = terms.list();
        var again = kept.again();
        if (again.list() == list.version() && again.done()) {
            return false;
        }
        var after = again.list() == list.version() ? again.after() : 0;
        var texts = published.stream()
                .findFirst()
                .map(all -> all.published(after, AT_ONCE))
                .orElse(List.of());
        texts.forEach(text -> one(text, list));
        var last = texts.isEmpty() ? after : texts.getLast().article();
        kept.save(new CheckedTexts.Again(list.version(), last, texts.size() < AT_ONCE));
        return texts.size() == AT_ONCE;
    }

    private void one(CheckedText text, Wordlist list) {
        var found = new Checker(list).in(text);
        var open = !found.isEmpty() && checks.look(text).stream().anyMatch(TextChecks.Judged::open);
        if (!found.isEmpty()) {
            kept.keep(text, Occasion.LIST_CHANGED, list.version(), found, clock.instant());
        }
        kept.toLookAt(text, open, clock.instant());
    }
}
