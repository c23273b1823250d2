package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.PublishableConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.BurntPicture;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.identifying.Piece;
import cn.lianxin.platform.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever proposed an entry chooses pictures for it, from the photos of its concern, and draws boxes over what must not be seen. While he
 * does nobody decides, and what was decided before is void. What all will see is painted once, here.
 */
@Component
class Picturing {

    private static final int LONGEST_TEXT = 200;

    /** One photo of the concern. */
    record Photo(StoredAttachment file, Optional<ChosenPicture> chosen) {}

    /**
     * The photos of the concern.
     *
     * @param open whether pictures are being chosen
     * @param decided whether somebody has approved it, which opening makes void
     */
    record Page(ConcernNumber number, long entry, boolean open, boolean decided, List<Photo> photos) {

        boolean full() {
            return photos.stream().filter(photo -> photo.chosen().isPresent()).count() >= Pictures.MOST;
        }
    }

    /** What is to be kept of a form that is right. */
    record Painted(UUID photo, String alternativeText, List<ChosenPicture.Covering> coverings, BurntPicture picture) {}

    private final PublishableConcerns concerns;
    private final Consents consents;
    private final Entries entries;
    private final Pictures pictures;
    private final Marking marking;
    private final AuditTrail trail;

    Picturing(
            PublishableConcerns concerns,
            Consents consents,
            Entries entries,
            Pictures pictures,
            Marking marking,
            AuditTrail trail) {
        this.concerns = concerns;
        this.consents = consents;
        this.entries = entries;
        this.pictures = pictures;
        this.marking = marking;
        this.trail = trail;
    }

    /** NotFound for everybody but whoever proposed it at the desk, and where the consent covers no photo. */
    @Transactional
    public Page page(ConcernNumber number, Actor actor) {
        var entry = own(number, actor);
        var chosen = pictures.of(entry.number());
        return new Page(
                number,
                entry.number(),
                entry.picturing(),
                entry.first().isPresent(),
                concerns.photosOf(entry.concern()).stream()
                        .map(file -> new Photo(file, of(chosen, file.id().value())))
                        .toList());
    }

    /** The photo itself, upright and without a box, on which boxes are drawn. */
    @Transactional
    public BurntPicture upright(ConcernNumber number, UUID photo, Actor actor) {
        own(number, actor);
        return BurntPicture.of(concerns.photo(number, photo, actor), List.of());
    }

    /** As it was painted, for whoever proposed it. */
    @Transactional
    public byte[] painted(ConcernNumber number, UUID photo, Actor actor) {
        var entry = own(number, actor);
        return of(pictures.of(entry.number()), photo)
                .flatMap(chosen -> pictures.bytes(entry.number(), chosen.place()))
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Paints it. Refuses as {@link BurntPicture#of} does, {@code public-ledger-nobody} where there is no box and nobody says why, and a
     * text that is missing, too long or tells who somebody is.
     */
    @Transactional
    public Painted paint(ConcernNumber number, UUID photo, PictureForm form, Actor actor) {
        mustBeOpen(own(number, actor));
        var original = concerns.photo(number, photo, actor);
        var coverings = form.coverings();
        if (coverings.isEmpty() && !form.nobody()) {
            throw new Refusal.Violation("nobody", "public-ledger-nobody");
        }
        var text = text(form.alternativeText());
        var boxes = coverings.stream().map(ChosenPicture.Covering::box).toList();
        return new Painted(photo, text, coverings, BurntPicture.of(original, boxes));
    }

    @Transactional
    public void keep(ConcernNumber number, Painted painted, Actor actor) {
        var entry = held(number, actor);
        mustBeOpen(entry);
        pictures.put(
                entry.number(),
                place(pictures.of(entry.number()), painted.photo()),
                painted.photo(),
                painted.picture(),
                painted.alternativeText(),
                painted.coverings());
    }

    @Transactional
    public void remove(ConcernNumber number, UUID photo, Actor actor) {
        var entry = held(number, actor);
        mustBeOpen(entry);
        pictures.remove(entry.number(), photo);
    }

    /** What was approved is void with this. */
    @Transactional
    public void open(ConcernNumber number, Actor actor) {
        move(number, Entry::choosePictures, "publicledger.pictures-opened", actor);
    }

    /** From now on it can be decided. */
    @Transactional
    public void close(ConcernNumber number, Actor actor) {
        move(number, Entry::picturesChosen, "publicledger.pictures-chosen", actor);
    }

    private void move(ConcernNumber number, UnaryOperator<Entry> move, String deed, Actor actor) {
        var entry = held(number, actor);
        var moved = move.apply(entry);
        if (moved.picturing() != entry.picturing()) {
            entries.save(moved);
            trail.record(Proposing.member(actor), deed, Proposing.subject(entry.number()), "");
        }
    }

    private static int place(List<ChosenPicture> all, UUID photo) {
        return of(all, photo)
                .map(ChosenPicture::place)
                .orElseGet(() -> IntStream.rangeClosed(1, Pictures.MOST)
                        .filter(place -> all.stream().noneMatch(one -> one.place() == place))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Conflict("public-ledger-pictures-most", Pictures.MOST)));
    }

    private static Optional<ChosenPicture> of(List<ChosenPicture> all, UUID photo) {
        return all.stream().filter(one -> one.photo().equals(photo)).findFirst();
    }

    private static void mustBeOpen(Entry entry) {
        if (!entry.picturing()) {
            throw new Refusal.Conflict("moved-on");
        }
    }

    private String text(String raw) {
        var text = PlainText.line(raw);
        if (text.isBlank()) {
            throw new Refusal.Violation("alternative", "required");
        }
        var length = PlainText.lengthOf(text);
        if (length > LONGEST_TEXT) {
            throw new Refusal.Violation("alternative", "words-too-long", LONGEST_TEXT, length);
        }
        List<Piece> found = marking.in(text);
        if (!found.isEmpty()) {
            throw new Refusal.Violation("alternative", "public-ledger-recognized-picture", Proposing.words(found));
        }
        return text;
    }

    private Entry held(ConcernNumber number, Actor actor) {
        consents.hold(own(number, actor).concern());
        return own(number, actor);
    }

    private Entry own(ConcernNumber number, Actor actor) {
        var concern = concerns.ofDesk(number, actor);
        var by = Proposing.member(actor).person();
        if (!consents.coversPictures(concern.id())) {
            throw new Refusal.NotFound();
        }
        return entries.liveOf(concern.id())
                .filter(entry -> entry.state().waits() && entry.proposedBy().equals(by))
                .orElseThrow(Refusal.NotFound::new);
    }
}
