package cn.lianxin.release;

import cn.lianxin.concern.NamesInConfidence.About;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of requests for names. */
@Component
class NameRequests {

    private final JdbcClient database;
    private final Clock clock;

    NameRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Refused as {@code name-asked-already} while another one is open for this concern. */
    long add(About about, NameRequest.Who asker, Purpose purpose, String reason, Instant expiresAt) {
        database.sql("""
                update release.request set state = 'EXPIRED'
                where concern = :concern and state = 'OPEN' and expires_at <= :now
                """).param("concern", about.concern()).param("now", now()).update();
        return database.sql("""
                insert into release.request
                    (concern, number, asked_by, asked_name, asked_post, asked_lines, purpose, reason, asked_at, expires_at)
                values (:concern, :number, :by, :name, :post, :lines, :purpose, :reason, :now, :expiresAt)
                on conflict (concern) where state = 'OPEN' do nothing
                returning id
                """)
                .param("concern", about.concern())
                .param("number", about.number().toString())
                .param("by", asker.person().value())
                .param("name", asker.name())
                .param("post", asker.post())
                .param("lines", lines(about.lines()))
                .param("purpose", purpose.name())
                .param("reason", reason)
                .param("now", now())
                .param("expiresAt", time(expiresAt))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal.Conflict("name-asked-already"));
    }

    /** Refused as {@code name-decided} where somebody else was quicker or it is too late. */
    void decide(NameRequest request, NameRequest.Who by, Set<String> lines, String word, Optional<Instant> shownUntil) {
        var changed = database.sql("""
                update release.request
                set state = :state, decided_by = :by, decided_name = :name, decided_post = :post,
                    decided_lines = :lines, word = :word, decided_at = :now, shown_until = cast(:until as timestamptz)
                where id = :id and state = 'OPEN' and expires_at > :now
                """)
                .param("state", (shownUntil.isPresent() ? RequestState.AGREED : RequestState.REFUSED).name())
                .param("by", by.person().value())
                .param("name", by.name())
                .param("post", by.post())
                .param("lines", lines(lines))
                .param("word", word)
                .param("now", now())
                .param("until", shownUntil.map(NameRequests::time).orElse(null))
                .param("id", request.id())
                .update();
        if (changed == 0) {
            throw new Refusal.Conflict("name-decided");
        }
    }

    /** Newest first. */
    List<NameRequest> of(long concern) {
        return database.sql("select " + NameRequest.COLUMNS
                        + " from release.request where concern = :concern order by id desc")
                .param("concern", concern)
                .param("now", now())
                .query(NameRequest::of)
                .list();
    }

    /** Those on which somebody has to decide, the oldest first. */
    List<NameRequest> open() {
        return database.sql("select " + NameRequest.COLUMNS
                        + " from release.request where state = 'OPEN' and expires_at > :now order by id")
                .param("now", now())
                .query(NameRequest::of)
                .list();
    }

    /** Those by which this person sees a name at this moment. */
    List<NameRequest> shownTo(PersonId person) {
        return database.sql("select " + NameRequest.COLUMNS + """
                 from release.request where shown_until > :now and :person in (asked_by, decided_by) order by id
                """)
                .param("person", person.value())
                .param("now", now())
                .query(NameRequest::of)
                .list();
    }

    private OffsetDateTime now() {
        return time(clock.instant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] lines(Set<String> lines) {
        return lines.stream().sorted().toArray(String[]::new);
    }
}
