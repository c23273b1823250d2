package cn.lianxin.safeguard;

import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.concern.SafeguardingConcerns.Guarded;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.OrganizationEvent;
import cn.lianxin.organization.PostName;
import cn.lianxin.organization.Today;
import cn.lianxin.platform.vault.Identity;
import cn.lianxin.platform.vault.Vault;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A post of somebody who spoke up has changed while he is looked after: from the next morning somebody outside looks at it. Whoever made the change
 * notices nothing, and which change it was lies in the vault: in these rows it would tell who spoke in confidence.
 */
@Component
class PostChanges {

    private static final String PREFIX = "safeguard:";

    /** As long as a rule may reach at most. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final SafeguardingConcerns concerns;
    private final Watches watches;
    private final Entries entries;
    private final Directory directory;
    private final Vault vault;
    private final Today today;
    private final Clock clock;

    PostChanges(
            SafeguardingConcerns concerns,
            Watches watches,
            Entries entries,
            Directory directory,
            Vault vault,
            Today today,
            Clock clock) {
        this.concerns = concerns;
        this.watches = watches;
        this.entries = entries;
        this.directory = directory;
        this.vault = vault;
        this.today = today;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void postChanged(OrganizationEvent.PostChanged changed) {
        var what = changed.from().isEmpty()
                ? PostChangeKind.GIVEN
                : changed.to().isEmpty() ? PostChangeKind.ENDED : PostChangeKind.EXCHANGED;
        look(changed.person(), new PostChange(what, words(changed.from()), words(changed.to()), changed.on()));
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void employmentChanged(OrganizationEvent.EmploymentChanged changed) {
        look(
                changed.person(),
                new PostChange(
                        PostChangeKind.EMPLOYMENT,
                        changed.from().name(),
                        changed.to().name(),
                        today.date()));
    }

    /** In words, as the guardian reads it; empty once it was let go of. */
    Optional<PostChange> of(long entry) {
        return vault.open(PREFIX + entry).map(kept -> PostChange.parse(kept.post()));
    }

    void forget(List<Long> entries) {
        vault.destroy(entries.stream().map(entry -> PREFIX + entry).toList());
    }

    private void look(PersonId person, PostChange change) {
        var now = clock.instant();
        concerns.raisedBy(person, now.minus(LONGEST)).stream()
                .filter(concern ->
                        watches.endOf(concern.id()).filter(now::isBefore).isPresent())
                .forEach(concern -> put(concern, person, change, now));
    }

    private void put(Guarded concern, PersonId person, PostChange change, Instant now) {
        var id = entries.add(concern.id(), EntryKind.CHANGE, dayOf(now)).orElseThrow();
        var card = directory.person(person);
        vault.seal(PREFIX + id, new Identity(person, card.name(), card.staffNumber(), change.text()));
        entries.write(id, new Entry.Step(dayOf(now), EntryDeed.FOUND, Optional.empty(), "", "", ""));
    }

    /** No minute of it stands here either, and it is given in the morning ({@link PassingOn}). */
    private static Instant dayOf(Instant now) {
        return now.atZone(Screen.ZONE).toLocalDate().atStartOfDay(Screen.ZONE).toInstant();
    }

    private static String words(Optional<PostName> post) {
        return post.map(one -> (one.unit() + " " + one.title()).strip()).orElse("");
    }
}
