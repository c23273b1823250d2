package cn.lianxin.platform.transparency;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes down that something is published: one row, in the transaction of whoever publishes. Nobody waits for a number. */
@Component
public class PublicLog {

    private final Entries entries;
    private final Clock clock;

    private final ObjectProvider<Publications> rooms;

    PublicLog(Entries entries, Clock clock, ObjectProvider<Publications> rooms) {
        this.entries = entries;
        this.clock = clock;
        this.rooms = rooms;
    }

    /** As it stands in the tables of its room at this moment, in which it has to be published. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(String kind, String subject) {
        record(standing(kind, subject));
    }

    /**
     * It gets its place only then, among others of its time in an order that tells nothing, and that is all that its entry tells of
     * when it was.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enterLater(String kind, String subject, Instant notBefore) {
        take(standing(kind, subject), notBefore, Optional.of(notBefore));
    }

    private Publication standing(String kind, String subject) {
        return rooms.stream()
                .filter(room -> room.kind().equals(kind))
                .flatMap(room -> room.find(List.of(subject)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(subject + " is not published as " + kind));
    }

    /** Fails where the manifest is over the size limit; the same publication twice is taken down once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Publication publication) {
        take(publication, clock.instant(), Optional.empty());
    }

    private void take(Publication publication, Instant at, Optional<Instant> notBefore) {
        var salts = new HashMap<String, Salt>();
        publication.fields().keySet().forEach(name -> salts.put(name, Salt.random()));
        entries.add(
                Manifest.of(publication.kind(), publication.subject(), at, publication.fields(), salts),
                salts,
                notBefore);
    }
}
