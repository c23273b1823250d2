package cn.lianxin.newsroom;

import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a reviewer, for a system that carries decisions: numbers and digests, not a word of a text and nobody's name. */
@Component
public class WaitingForOffice {

    /**
     * @param digest of the text that is to be read
     * @param stage that is due
     * @param role that passes it
     * @param since when it was handed in
     */
    public record Waiting(long article, String digest, int stage, Role role, Instant since) {}

    private final JdbcClient database;

    WaitingForOffice(JdbcClient database) {
        this.database = database;
    }

    /** In the order of their numbers, those after this one, of the unit and what is below. */
    @Transactional(readOnly = true)
    public List<Waiting> below(UnitId unit, long after, int most) {
        return database.sql("""
                        select a.id, r.digest, a.next_place, s.role, a.submitted_at
                        from newsroom.article a
                        join newsroom.revision r on r.id = a.revision
                        join newsroom.channel c on c.code = a.channel
                        join newsroom.stage s on s.procedure = c.procedure and s.place = a.next_place
                        where a.working = 'IN_REVIEW' and a.id > :after
                          and exists (select 1 from organization.unit_line l where l.unit = a.unit and l.above = :unit)
                        order by a.id limit :most
                        """)
                .param("after", after)
                .param("unit", unit.value())
                .param("most", most)
                .query((row, _) -> new Waiting(
                        row.getLong("id"),
                        row.getString("digest"),
                        row.getInt("next_place"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
