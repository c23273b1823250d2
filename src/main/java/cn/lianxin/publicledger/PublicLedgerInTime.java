package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.PublishableConcerns;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.BurntPicture.Box;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public ledger on a clock of one's own, for what lies in the past; within the caller's transaction. */
@Component
public class PublicLedgerInTime {

    /**
     * A photo of the concern beside the words.
     *
     * @param faces boxes over faces; none where nobody can be recognized
     */
    public record Picture(UUID photo, String alternativeText, List<Box> faces) {

        public Picture {
            faces = List.copyOf(faces);
        }
    }

    private final PublishableConcerns concerns;
    private final Consents consents;
    private final Entries entries;
    private final Pictures pictures;
    private final PublicEntries shown;
    private final TakingDown takingDown;
    private final Marking marking;
    private final Picturing picturing;
    private final RoleHolders holders;
    private final Directory directory;
    private final Inbox inbox;
    private final AuditTrail trail;
    private final PublicLog log;
    private final JdbcClient database;

    PublicLedgerInTime(
            PublishableConcerns concerns,
            Consents consents,
            Entries entries,
            Pictures pictures,
            PublicEntries shown,
            TakingDown takingDown,
            Marking marking,
            Picturing picturing,
            RoleHolders holders,
            Directory directory,
            Inbox inbox,
            AuditTrail trail,
            PublicLog log,
            JdbcClient database) {
        this.concerns = concerns;
        this.consents = consents;
        this.entries = entries;
        this.pictures = pictures;
        this.shown = shown;
        this.takingDown = takingDown;
        this.marking = marking;
        this.picturing = picturing;
        this.holders = holders;
        this.directory = directory;
        this.inbox = inbox;
        this.trail = trail;
        this.log = log;
        this.database = database;
    }

    /** Whoever raised it agrees, to its photos as well; nobody is told to write it. */
    @Transactional
    public void agree(ConcernNumber number, Actor speaker, Clock clock) {
        var key = concerns.ofSpeaker(number, speaker);
        var concern = concerns.find(key).orElseThrow(() -> new Refusal.Conflict("public-ledger-not-fit"));
        consents.give(key, concern.desk(), !concerns.photosOf(key).isEmpty(), clock.instant());
    }

    @Transactional
    public void takeBack(ConcernNumber number, Actor speaker, Clock clock) {
        new Consenting(concerns, consents, entries, shown, takingDown, holders, inbox, clock).takeBack(number, speaker);
    }

    /**
     * Put into words by the desk and approved by these, one after the other; public with the second.
     *
     * @param approving on behalf of two lines
     */
    @Transactional
    public long propose(
            ConcernNumber number,
            String request,
            String reply,
            List<Picture> chosen,
            Actor.Member by,
            List<Actor.Member> approving,
            Clock clock) {
        var proposing = new Proposing(concerns, consents, entries, marking, directory, trail, clock);
        var deciding = new Deciding(
                entries,
                pictures,
                consents,
                concerns,
                proposing,
                marking,
                takingDown,
                shown,
                log,
                directory,
                trail,
                clock);
        var entry = proposing
                .propose(number, new Wording(request, reply), false, !chosen.isEmpty(), by)
                .entry();
        for (var picture : chosen) {
            picturing.keep(number, picturing.paint(number, picture.photo(), form(picture), by), by);
        }
        if (!chosen.isEmpty()) {
            picturing.close(number, by);
        }
        for (var one : approving) {
            deciding.approve(entry, "", pictures.mark(entry), one);
        }
        return entry;
    }

    /** Notes what became of all that is public by now. */
    @Transactional
    public void follow(Clock clock) {
        var following = new Following(entries, takingDown, log, database, clock);
        following.noteVerdicts();
        following.noteRecurrences();
    }

    private static PictureForm form(Picture picture) {
        return new PictureForm(
                picture.alternativeText(),
                picture.faces().isEmpty(),
                picture.faces().stream()
                        .map(box -> new PictureForm.Row(
                                PictureForm.percent(box.left()),
                                PictureForm.percent(box.top()),
                                PictureForm.percent(box.width()),
                                PictureForm.percent(box.height()),
                                Covered.FACE.name()))
                        .toList());
    }
}
