package cn.lianxin.raising;

import cn.lianxin.concern.Raised;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.PartialUploads;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files what a phone had kept, once, however often its answer is lost on the way. */
@Component
class OfflineSending {

    private final Sending sending;
    private final PartialUploads uploads;
    private final Writers writers;
    private final Matters matters;
    private final Directory directory;

    OfflineSending(Sending sending, PartialUploads uploads, Writers writers, Matters matters, Directory directory) {
        this.sending = sending;
        this.uploads = uploads;
        this.writers = writers;
        this.matters = matters;
        this.directory = directory;
    }

    /** What it knows of the files goes with the filing. Refused as {@code upload-missing} until they are whole. */
    @Transactional
    Raised send(OfflineDraft draft, String token, Actor actor) {
        var sent = sending.sent(token);
        if (sent.isPresent()) {
            return sent.get();
        }
        var speaker = speaker(draft, actor);
        var keys = draft.keys(token);
        var matter = matters.knows(draft.matterOr()) ? draft.matterOr() : Matter.UNCLASSIFIED;
        var concern = draft.concern(matter, uploads.whole(keys));
        if (concern.unit().filter(unit -> !stands(unit)).isPresent()) {
            throw new Refusal.Violation("unit", "unit-gone");
        }
        var raised = sending.send(concern, token, speaker);
        uploads.forget(keys);
        return raised;
    }

    /** The list on the phone may be old. */
    private boolean stands(UnitId unit) {
        return !directory.unitNames(List.of(unit)).isEmpty() && directory.stands(unit);
    }

    /** Whoever is signed in by the time there is a network again may be somebody else. */
    private Actor speaker(OfflineDraft draft, Actor actor) {
        if (draft.anonymous()) {
            return new Actor.Visitor();
        }
        if (!(actor instanceof Actor.Member) || !writers.markOf(actor).equals(draft.writer())) {
            throw new Refusal.NotAllowed("offline-sign-in");
        }
        return actor;
    }
}
