package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.PublishableConcerns;
import cn.lianxin.concern.PublishableConcerns.Publishable;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever raised a concern, and nobody else, agrees that it is told of, and takes that back at once and everywhere. */
@Component
class Consenting {

    /**
     * His page.
     *
     * @param fit whether it may be told of as it stands
     * @param agreed whether his consent stands
     * @param photos whether there are photos that could be shown
     * @param pictures whether his consent covers them
     * @param shown the number under which all may read it
     */
    record Page(boolean fit, boolean agreed, boolean photos, boolean pictures, Optional<Long> shown) {}

    private final PublishableConcerns concerns;
    private final Consents consents;
    private final Entries entries;
    private final PublicEntries shown;
    private final TakingDown takingDown;
    private final RoleHolders holders;
    private final Inbox inbox;
    private final Clock clock;

    Consenting(
            PublishableConcerns concerns,
            Consents consents,
            Entries entries,
            PublicEntries shown,
            TakingDown takingDown,
            RoleHolders holders,
            Inbox inbox,
            Clock clock) {
        this.concerns = concerns;
        this.consents = consents;
        this.entries = entries;
        this.shown = shown;
        this.takingDown = takingDown;
        this.holders = holders;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page page(ConcernNumber number, Actor speaker) {
        var concern = concerns.ofSpeaker(number, speaker);
        return new Page(
                concerns.find(concern).isPresent(),
                consents.stands(concern),
                !concerns.photosOf(concern).isEmpty(),
                consents.coversPictures(concern),
                shown.numberOf(concern));
    }

    /**
     * Refuses {@code public-ledger-not-fit}. A second time changes nothing but that it may cover the photos now.
     *
     * @param pictures whether his photos may be shown too
     */
    @Transactional
    public void agree(ConcernNumber number, boolean pictures, Actor speaker) {
        var key = concerns.ofSpeaker(number, speaker);
        var concern = concerns.find(key).orElseThrow(() -> new Refusal.Conflict("public-ledger-not-fit"));
        var covered = pictures && !concerns.photosOf(key).isEmpty();
        if (consents.hold(key)) {
            if (covered) {
                consents.addPictures(key);
            }
        } else {
            consents.give(key, concern.desk(), covered, clock.instant());
            holders.nearestUnitWith(Role.DESK_OFFICER, concern.desk()).stream()
                    .flatMap(unit -> holders.holders(Role.DESK_OFFICER, unit).stream())
                    .filter(person -> !concerns.isReporter(key, person))
                    .forEach(person -> inbox.deliver(told(person, concern)));
        }
    }

    @Transactional
    public void takeBack(ConcernNumber number, Actor speaker) {
        var concern = concerns.ofSpeaker(number, speaker);
        consents.hold(concern);
        if (consents.takeBack(concern, clock.instant())) {
            entries.liveOf(concern)
                    .ifPresent(entry -> takingDown.withdraw(entry, Withdrawn.REPORTER, Optional.empty()));
        }
    }

    private Notification told(PersonId person, Publishable concern) {
        return new Notification(
                person,
                "public-ledger.notice.agreed",
                List.of(concern.number().toString()),
                "/concerns/" + concern.number() + "/public-ledger/proposal",
                "concern:" + concern.number() + ":agreed:" + clock.instant().getEpochSecond(),
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN);
    }
}
