package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.SecurityEvent.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who signed in, who failed to, who was refused: when, by which page, from where. Never what was typed, and nothing of whoever
 * files without a name.
 */
@Component
public class SecurityLog {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_PLACE = 160;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Clock clock;

    SecurityLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Adds an entry, with the address from which the request came. */
    @Transactional
    public void record(Kind kind, Optional<PersonId> person, HttpServletRequest request) {
        record(kind, person, placeOf(request), request.getRemoteAddr());
    }

    /** @param address empty where it is nobody's business */
    @Transactional
    void record(Kind kind, Optional<PersonId> person, String place, String address) {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var salt = HexFormat.of().formatHex(bytes);
        var id = sql.sql("""
                insert into audit.security (at, kind, person, place, origin)
                values (:at, :kind, cast(:person as bigint), :place, :origin)
                returning id
                """)
                .param("at", at)
                .param("kind", kind.name())
                .param("person", person.map(PersonId::value).orElse(null))
                .param("place", place)
                .param("origin", address.isEmpty() ? "" : ChainHash.commitment(salt, address))
                .query((row, _) -> row.getLong("id"))
                .single();
        if (!address.isEmpty()) {
            sql.sql("insert into audit.origin (security, at, address, salt) values (:id, :at, :address, :salt)")
                    .param("id", id)
                    .param("at", at)
                    .param("address", address)
                    .param("salt", salt)
                    .update();
        }
    }

    /**
     * Newest first.
     *
     * @param after cursor of the page before, empty for the newest
     * @param by as {@link AuditTrail#isReadBy}; for anybody else there is no log (NotFound)
     */
    @Transactional(readOnly = true)
    public Page<SecurityEvent> newest(Optional<String> after, Actor by) {
        if (!AuditTrail.isReadBy(by)) {
            throw new Refusal.NotFound();
        }
        var events = sql.sql("""
                select e.id, e.at, e.kind, e.person, e.place, coalesce(o.address, '') as address
                from audit.security e left join audit.origin o on o.security = e.id
                where e.id < :before order by e.id desc limit :limit
                """)
                .param("before", AuditEntry.idOf(after))
                .param("limit", PAGE_SIZE + 1)
                .query((row, _) -> new SecurityEvent(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                        row.getString("place"),
                        row.getString("address")))
                .list();
        return Page.of(events, PAGE_SIZE, event -> Long.toString(event.id()));
    }

    /** The pattern of the address, in which no number stands; of an address without a page, its first word. */
    static String placeOf(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var path = pattern == null
                ? request.getRequestURI().replaceFirst("^(/[a-z-]{1,30})?.*$", "$1/…")
                : pattern.toString();
        var place = request.getMethod() + " " + path;
        return place.length() <= LONGEST_PLACE ? place : place.substring(0, LONGEST_PLACE);
    }
}
