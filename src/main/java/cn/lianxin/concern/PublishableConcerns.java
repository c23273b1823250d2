package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.BurntPicture;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the public ledger has to know of a concern whose reporter agrees that it is told of, however he spoke. What names
 * somebody, reports wrongdoing or is restricted for another reason is never told of, whoever agrees.
 */
@Component
public class PublishableConcerns {

    /**
     * A concern, answered.
     *
     * @param unit that had to answer
     * @param promised by when, as it was promised last
     * @param reply the latest that stands
     */
    public record Publishable(
            long id,
            ConcernNumber number,
            String title,
            String words,
            String matter,
            UnitId desk,
            UnitId unit,
            Instant promised,
            Instant replied,
            Reply reply) {}

    private record Replied(Instant at, Reply reply) {}

    private final Concerns concerns;
    private final Timeline timeline;
    private final ReadingTrail trail;
    private final Inbox inbox;
    private final Attachments attachments;
    private final JdbcClient database;

    PublishableConcerns(
            Concerns concerns,
            Timeline timeline,
            ReadingTrail trail,
            Inbox inbox,
            Attachments attachments,
            JdbcClient database) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.trail = trail;
        this.inbox = inbox;
        this.attachments = attachments;
        this.database = database;
    }

    /** The key of his own concern; NotFound for everybody but whoever raised it. */
    @Transactional(readOnly = true)
    public long ofSpeaker(ConcernNumber number, Actor speaker) {
        var met = concerns.get(number, speaker);
        if (!met.party().is(Standing.SPEAKER)) {
            throw new Refusal.NotFound();
        }
        return met.concern().id();
    }

    /** For the desk that received it, which reads it by this; NotFound for everybody else and for what may not be told of. */
    @Transactional
    public Publishable ofDesk(ConcernNumber number, Actor actor) {
        var met = concerns.get(number, actor);
        if (met.party().is(Standing.SPEAKER) || !met.party().is(Standing.DESK)) {
            throw new Refusal.NotFound();
        }
        var publishable = publishable(met.concern()).orElseThrow(Refusal.NotFound::new);
        trail.opened(met.concern(), met.party(), false, Door.PAGE, actor);
        return publishable;
    }

    /** Without asking who looks; empty while it has no answer that stands, or where it may not be told of. */
    @Transactional(readOnly = true)
    public Optional<Publishable> find(long key) {
        return publishable(concerns.get(key));
    }

    /**
     * Photos that whoever raised it gave with it, of kinds that can be painted over. None where he did not speak under his name: how a
     * photo was taken may tell by whom.
     */
    @Transactional(readOnly = true)
    public List<StoredAttachment> photosOf(long key) {
        if (concerns.get(key).filing().reporter().mode() != Reporter.Mode.NAMED) {
            return List.of();
        }
        var brought = timeline.of(key).stream()
                .flatMap(step -> brought(step).stream())
                .collect(Collectors.toSet());
        var files = database.sql("select attachment from concern.attachment where concern = :concern")
                .param("concern", key)
                .query((row, _) -> row.getObject("attachment", UUID.class))
                .list();
        return attachments
                .of(files.stream()
                        .filter(brought::contains)
                        .map(AttachmentId::new)
                        .toList())
                .stream()
                .filter(BurntPicture::canBeMadeOf)
                .toList();
    }

    /** One of these for the desk that received the concern, which sees it by this; NotFound for everybody else. */
    @Transactional
    public Content photo(ConcernNumber number, UUID photo, Actor actor) {
        var id = new AttachmentId(photo);
        if (photosOf(ofDesk(number, actor).id()).stream()
                .noneMatch(file -> file.id().equals(id))) {
            throw new Refusal.NotFound();
        }
        return attachments.get(id);
    }

    private static List<UUID> brought(Step step) {
        var speaker = step.by() instanceof Step.Author.Speaker;
        return switch (step.event()) {
            case ConcernEvent.Filed filed -> filed.attachments();
            case ConcernEvent.GaveMore more -> more.attachments();
            case ConcernEvent.Said said when speaker -> said.attachments();
            case ConcernEvent.RaisedAgain again -> again.attachments();
            case ConcernEvent.ReviewAsked asked -> asked.attachments();
            case ConcernEvent _ -> List.of();
        };
    }

    /** Whether this person raised it, also in confidence. */
    @Transactional(readOnly = true)
    public boolean isReporter(long key, PersonId person) {
        return concerns.get(key)
                .filing()
                .reporter()
                .known()
                .filter(person::equals)
                .isPresent();
    }

    /** The numbers of those that he may see at his desk; that lines of them stand before him is written down. */
    @Transactional
    public List<ConcernNumber> listed(List<Long> keys, Actor.Member actor) {
        var seen = keys.stream().flatMap(key -> seenAtDesk(key, actor)).toList();
        trail.listed(
                seen.stream()
                        .filter(concern -> Protection.covers(concern.filing()))
                        .map(concern -> concern.number().toString())
                        .toList(),
                Door.LIST,
                actor);
        return seen.stream().map(Concern::number).toList();
    }

    private Stream<Concern> seenAtDesk(long key, Actor.Member actor) {
        try {
            var met = concerns.get(concerns.get(key).number(), actor);
            return met.party().is(Standing.DESK) && !met.party().is(Standing.SPEAKER)
                    ? Stream.of(met.concern())
                    : Stream.of();
        } catch (Refusal.NotFound closed) {
            return Stream.of();
        }
    }

    /** Tells whoever raised it, where he is known; an unnamed one finds it with his receipt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(long key, String message, String cause) {
        var concern = concerns.get(key);
        var reporter = concern.filing().reporter();
        reporter.known().ifPresent(person -> {
            var hidden = reporter instanceof Reporter.Confidential;
            var told = new Notification(
                    person,
                    message,
                    List.of(concern.number().toString()),
                    "/concerns/" + concern.number() + "/public-ledger",
                    cause,
                    hidden ? Notification.Topic.RAISED_IN_CONFIDENCE : Notification.Topic.RAISED,
                    Notification.Reach.AS_CHOSEN);
            inbox.deliver(hidden ? told.hiding() : told);
        });
    }

    private Optional<Publishable> publishable(Concern concern) {
        var fit = database.sql("select exists (select 1 from concern.publishable_case p where p.id = :id)")
                .param("id", concern.id())
                .query(Boolean.class)
                .single();
        return fit ? replied(concern).map(replied -> of(concern, replied)) : Optional.empty();
    }

    private Optional<Replied> replied(Concern concern) {
        return timeline.of(concern.id()).reversed().stream()
                .flatMap(step -> step.event() instanceof ConcernEvent.Replied event
                        ? Stream.of(new Replied(step.at(), event.reply()))
                        : Stream.of())
                .findFirst()
                .filter(replied -> replied.reply().finding() == Reply.Finding.ANSWERED);
    }

    private static Publishable of(Concern concern, Replied replied) {
        var filing = concern.filing();
        var course = concern.course();
        return new Publishable(
                concern.id(),
                concern.number(),
                filing.title(),
                filing.words(),
                course.matter(),
                filing.desk(),
                course.assignment().map(Assignment::lead).orElse(filing.desk()),
                course.deadlines().replyBy(),
                replied.at(),
                replied.reply());
    }
}
