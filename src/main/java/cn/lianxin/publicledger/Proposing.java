package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.PublishableConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.identifying.Piece;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk puts a concern into words for all; what tells who somebody is has to go, or has to be defended. */
@Component
class Proposing {

    /**
     * What the form shows.
     *
     * @param request what was asked, and below what was answered, with what was recognized marked
     * @param photos how many photos there are that could be shown
     * @param pictures whether the consent covers them
     */
    record Page(
            ConcernNumber number,
            String unit,
            List<Marking.Part> request,
            List<Marking.Part> reply,
            Wording wording,
            int photos,
            boolean pictures) {}

    /** @param picturing whether pictures are chosen next */
    record Proposed(long entry, boolean picturing) {}

    private final PublishableConcerns concerns;
    private final Consents consents;
    private final Entries entries;
    private final Marking marking;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    Proposing(
            PublishableConcerns concerns,
            Consents consents,
            Entries entries,
            Marking marking,
            Directory directory,
            AuditTrail trail,
            Clock clock) {
        this.concerns = concerns;
        this.consents = consents;
        this.entries = entries;
        this.marking = marking;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** NotFound for everybody but the desk, and without consent. What was said is shown with its marks, and to be written without. */
    @Transactional
    public Page begin(ConcernNumber number, Actor actor) {
        var concern = concerns.ofDesk(number, actor);
        mustBeAgreed(concern.id());
        var asked = concern.words().isBlank() ? concern.title() : concern.words();
        var answered = concern.reply().opinion();
        return new Page(
                number,
                directory.pathName(accountable(concern.unit())),
                marking.parts(asked),
                marking.parts(answered),
                new Wording(
                        cut(marking.without(asked), Wording.LONGEST_REQUEST),
                        cut(marking.without(answered), Wording.LONGEST_REPLY)),
                concerns.photosOf(concern.id()).size(),
                consents.coversPictures(concern.id()));
    }

    /** What is marked in this wording. */
    List<Piece> found(Wording wording) {
        return Stream.of(wording.request(), wording.reply())
                .flatMap(text -> marking.in(PlainText.block(text)).stream())
                .toList();
    }

    /**
     * Refuses {@code public-ledger-recognized} once, so that it is looked at, and {@code public-ledger-never} always.
     *
     * @param keeps whether the desk says that what is marked has to stay; then whoever approves last has to give a reason
     * @param picturing whether pictures are to be chosen, before anybody decides; without effect where the consent covers none
     */
    @Transactional
    public Proposed propose(ConcernNumber number, Wording written, boolean keeps, boolean picturing, Actor actor) {
        var concern = concerns.ofDesk(number, actor);
        var by = member(actor);
        if (!consents.hold(concern.id())) {
            throw new Refusal.NotFound();
        }
        if (entries.liveOf(concern.id()).isPresent()) {
            throw new Refusal.Conflict("public-ledger-waits");
        }
        var wording = written.clean();
        mustTellOfNobody(wording, keeps);
        var covered = picturing && consents.coversPictures(concern.id());
        var entry =
                entries.propose(concern, accountable(concern.unit()), wording, covered, by.person(), clock.instant());
        trail.record(by, "publicledger.proposed", subject(entry), "");
        return new Proposed(entry, covered);
    }

    private void mustTellOfNobody(Wording wording, boolean keeps) {
        var found = found(wording);
        var never = found.stream().filter(piece -> piece.kind().neverPublic()).toList();
        if (!never.isEmpty()) {
            throw new Refusal.Violation("request", "public-ledger-never", words(never));
        }
        if (!found.isEmpty() && !keeps) {
            throw new Refusal.Violation("request", "public-ledger-recognized", words(found));
        }
    }

    static String words(List<Piece> found) {
        return String.join("、", found.stream().map(Piece::words).distinct().toList());
    }

    static String subject(long entry) {
        return PublicLedgerPublications.entry(entry);
    }

    /** A crew is a dozen people: the unit above it answers for it before all. */
    private UnitId accountable(UnitId unit) {
        return directory.upwards(unit).stream()
                .filter(one -> directory.unit(one).kind() != UnitKind.CREW)
                .findFirst()
                .orElse(unit);
    }

    private void mustBeAgreed(long concern) {
        if (!consents.stands(concern)) {
            throw new Refusal.NotFound();
        }
    }

    private static String cut(String text, int most) {
        return PlainText.lengthOf(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
