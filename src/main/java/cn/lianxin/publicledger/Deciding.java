package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.PublishableConcerns;
import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.identifying.Piece;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two people of two lines decide what all may read, and any of them takes it down at once. They read the wording, not the case. */
@Component
class Deciding {

    private static final int LONGEST_REASON = 300;

    /**
     * What somebody may decide about.
     *
     * @param found what is marked in it
     * @param pictures as all will see them
     * @param seen changes with any of them
     * @param picturesOf where he may choose pictures: whose photos they are, for whoever proposed it alone
     * @param approves whether his approval is what it waits for
     * @param declines whether he stands above its desk
     * @param retracts whether he proposed it
     */
    record Waiting(
            Entry entry,
            Wording wording,
            String unit,
            String proposer,
            List<Piece> found,
            List<ChosenPicture> pictures,
            String seen,
            Optional<ConcernNumber> picturesOf,
            boolean approves,
            boolean declines,
            boolean retracts) {

        /** Whether his is the approval that makes it public, and something that looks like somebody stays. */
        boolean asksForReason() {
            return approves && entry.first().isPresent() && !found.isEmpty();
        }
    }

    private final Entries entries;
    private final Pictures pictures;
    private final Consents consents;
    private final PublishableConcerns concerns;
    private final Proposing proposing;
    private final Marking marking;
    private final TakingDown takingDown;
    private final PublicEntries shown;
    private final PublicLog log;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    Deciding(
            Entries entries,
            Pictures pictures,
            Consents consents,
            PublishableConcerns concerns,
            Proposing proposing,
            Marking marking,
            TakingDown takingDown,
            PublicEntries shown,
            PublicLog log,
            Directory directory,
            AuditTrail trail,
            Clock clock) {
        this.entries = entries;
        this.pictures = pictures;
        this.consents = consents;
        this.concerns = concerns;
        this.proposing = proposing;
        this.marking = marking;
        this.takingDown = takingDown;
        this.shown = shown;
        this.log = log;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor.Member by) {
        return entries.waiting().stream()
                .flatMap(entry -> waiting(entry, by).stream())
                .toList();
    }

    /** Agreed to at his desk, with nothing proposed yet: by their numbers alone. */
    @Transactional
    public List<ConcernNumber> agreed(Actor.Member by) {
        var keys = consents.withoutEntry().stream()
                .filter(one -> lines(by, one.desk()).contains(ApprovingLine.OFFICE))
                .map(Consents.Agreed::concern)
                .toList();
        return concerns.listed(keys, by);
    }

    @Transactional(readOnly = true)
    public Waiting open(long number, Actor.Member by) {
        return entries.find(number).flatMap(entry -> waiting(entry, by)).orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Refuses {@code moved-on} where the pictures are not those that he saw.
     *
     * @param reason why what is marked stays; asked of whoever approves last
     * @param seen by which the pictures are known that stood on his page
     */
    @Transactional
    public void approve(long number, String reason, String seen, Actor.Member by) {
        var waiting = held(number, by);
        var entry = waiting.entry();
        if (!waiting.seen().equals(seen)) {
            throw new Refusal.Conflict("moved-on");
        }
        if (!consents.stands(entry.concern())
                || concerns.find(entry.concern()).isEmpty()
                || concerns.isReporter(entry.concern(), by.person())
                || !waiting.pictures().isEmpty() && !consents.coversPictures(entry.concern())) {
            throw new Refusal.Conflict("public-ledger-not-fit");
        }
        if (waiting.found().stream().anyMatch(piece -> piece.kind().neverPublic())) {
            throw new Refusal.Conflict("public-ledger-never-now");
        }
        var kept = entry.first().isEmpty() || waiting.found().isEmpty()
                ? Entry.Kept.NOTHING
                : new Entry.Kept(Proposing.words(waiting.found()), reason(reason));
        var approved = entry.approve(by.person(), lines(by, entry.desk()), kept, clock.instant());
        entries.save(approved);
        trail.record(
                by,
                "publicledger.approved",
                Proposing.subject(number),
                approved.state().name());
        if (approved.state() == EntryState.PUBLIC) {
            log.enter(PublicLedgerPublications.ENTRY, PublicLedgerPublications.entry(number));
            waiting.pictures()
                    .forEach(picture -> log.enter(
                            PublicLedgerPublications.PICTURE,
                            PublicLedgerPublications.picture(number, picture.place())));
            concerns.tell(entry.concern(), "public-ledger.notice.public", Proposing.subject(number) + ":public");
        }
    }

    @Transactional
    public void decline(long number, Optional<Declined> why, Actor.Member by) {
        var waiting = held(number, by);
        if (!waiting.declines()) {
            throw new Refusal.NotAllowed("not-yours");
        }
        var reason = why.orElseThrow(() -> new Refusal.Violation("why", "required"));
        entries.save(waiting.entry().decline(reason));
        trail.record(by, "publicledger.declined", Proposing.subject(number), reason.name());
    }

    @Transactional
    public void retract(long number, Actor.Member by) {
        var waiting = held(number, by);
        if (!waiting.retracts()) {
            throw new Refusal.NotAllowed("not-yours");
        }
        entries.save(waiting.entry().retract());
        trail.record(by, "publicledger.retracted", Proposing.subject(number), "");
    }

    /** A picture as all will see it. */
    @Transactional(readOnly = true)
    public byte[] picture(long number, int place, Actor.Member by) {
        var entry = open(number, by).entry();
        return pictures.bytes(entry.number(), place).orElseThrow(Refusal.NotFound::new);
    }

    List<Marking.Part> marked(String text) {
        return marking.parts(text);
    }

    /** By a rule that all read on what is left of it. */
    @Transactional
    public void takeDown(long number, Optional<Withdrawn> rule, Actor.Member by) {
        if (!keeps(number, by)) {
            throw new Refusal.NotFound();
        }
        var one = rule.filter(Withdrawn::ofOffice).orElseThrow(() -> new Refusal.Conflict("public-ledger-rule"));
        var entry = entries.find(number).orElseThrow(Refusal.NotFound::new);
        consents.hold(entry.concern());
        takingDown.withdraw(entries.find(number).orElseThrow(), one, Optional.of(by.person()));
        trail.record(by, "publicledger.taken-down", Proposing.subject(number), one.name());
    }

    /** Whether its page offers him to take it down. */
    @Transactional(readOnly = true)
    public boolean keeps(long number, Actor actor) {
        return actor instanceof Actor.Member member
                && shown.find(number).isPresent()
                && entries.find(number)
                        .filter(entry -> !lines(member, entry.desk()).isEmpty())
                        .isPresent();
    }

    private Optional<ConcernNumber> photographed(Entry entry) {
        return consents.coversPictures(entry.concern())
                ? concerns.find(entry.concern()).map(PublishableConcerns.Publishable::number)
                : Optional.empty();
    }

    private Waiting held(long number, Actor.Member by) {
        var entry = entries.find(number).orElseThrow(Refusal.NotFound::new);
        consents.hold(entry.concern());
        return open(number, by);
    }

    private Optional<Waiting> waiting(Entry entry, Actor.Member by) {
        var lines = lines(by, entry.desk());
        var own = entry.proposedBy().equals(by.person());
        return !entry.state().waits() || lines.isEmpty() && !own
                ? Optional.empty()
                : entry.wording()
                        .map(wording -> new Waiting(
                                entry,
                                wording,
                                directory.pathName(entry.unit()),
                                directory.person(entry.proposedBy()).name(),
                                proposing.found(wording),
                                pictures.of(entry.number()),
                                pictures.mark(entry.number()),
                                own ? photographed(entry) : Optional.empty(),
                                entry.waitsFor(by.person(), lines),
                                !lines.isEmpty(),
                                own));
    }

    private Set<ApprovingLine> lines(Actor.Member by, UnitId desk) {
        return ApprovingLine.of(by, desk, directory);
    }

    private static String reason(String raw) {
        var reason = PlainText.line(raw);
        if (reason.isBlank()) {
            throw new Refusal.Violation("reason", "public-ledger-reason");
        }
        var length = PlainText.lengthOf(reason);
        if (length > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "words-too-long", LONGEST_REASON, length);
        }
        return reason;
    }
}
