package cn.lianxin.personnel;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rosters that were applied; they stay when the rows of their files are long gone. */
@Component
class AppliedRosters {

    private static final String ROWS = """
            select r.id, r.unit, r.day, r.file_name, r.applied_by, r.applied_at, r.people, r.joined, r.moved, r.gone,
                   r.corrected, r.waiting, r.reason
            from personnel.roster r
            """;

    private final JdbcClient jdbc;

    AppliedRosters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AppliedRoster roster) {
        jdbc.sql("""
                        insert into personnel.roster (id, unit, day, file_name, applied_by, applied_at, people, joined, moved,
                                                      gone, corrected, waiting, reason)
                        values (:id, :unit, :day, :fileName, :by, :at, :people, :joined, :moved, :left, :corrected, :waiting,
                                :reason)
                        """)
                .param("id", roster.id())
                .param("unit", roster.unit().value())
                .param("day", roster.day())
                .param("fileName", roster.fileName())
                .param("by", roster.by().value())
                .param("at", Timestamp.from(roster.at()))
                .param("people", roster.people())
                .param("joined", roster.joined())
                .param("moved", roster.moved())
                .param("left", roster.left())
                .param("corrected", roster.corrected())
                .param("waiting", roster.waiting())
                .param("reason", roster.reason())
                .update();
    }

    Optional<AppliedRoster> find(UUID id) {
        return jdbc.sql(ROWS + "where r.id = :id")
                .param("id", id)
                .query(AppliedRosters::roster)
                .optional();
    }

    /** Of these units and all below them, the latest first. */
    List<AppliedRoster> latest(Collection<UnitId> above, int limit) {
        return jdbc.sql(ROWS + """
                        where exists (select 1 from organization.unit_line l where l.unit = r.unit and l.above = any(:above))
                        order by r.applied_at desc
                        limit :limit
                        """)
                .param("above", above.stream().map(UnitId::value).toArray(Long[]::new))
                .param("limit", limit)
                .query(AppliedRosters::roster)
                .list();
    }

    private static AppliedRoster roster(ResultSet row, int number) throws SQLException {
        return new AppliedRoster(
                row.getObject("id", UUID.class),
                new UnitId(row.getLong("unit")),
                row.getObject("day", LocalDate.class),
                row.getString("file_name"),
                new PersonId(row.getLong("applied_by")),
                row.getTimestamp("applied_at").toInstant(),
                row.getInt("people"),
                row.getInt("joined"),
                row.getInt("moved"),
                row.getInt("gone"),
                row.getInt("corrected"),
                row.getInt("waiting"),
                row.getString("reason"));
    }
}
