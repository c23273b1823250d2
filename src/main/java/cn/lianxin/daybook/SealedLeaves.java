package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.sealed.EnteringSealed.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of the leaves of what is sealed. */
@Component
class SealedLeaves {

    private static final String CLOSED = """
            select l.report, l.step, l.day, l.closed_for, l.commitment, l.salt, l.place
            from daybook.sealed_leaf l join daybook.day d on d.day = l.day
            """;

    private final JdbcClient database;

    SealedLeaves(JdbcClient database) {
        this.database = database;
    }

    void add(SealedLeaf leaf) {
        database.sql("""
                insert into daybook.sealed_leaf (commitment, day, report, step, closed_for, salt)
                values (:commitment, :day, :report, :step, :closedFor, :salt)
                on conflict (report, step) do nothing
                """)
                .param("commitment", leaf.commitment().toString())
                .param("day", leaf.day())
                .param("report", leaf.key().report())
                .param("step", leaf.key().step())
                .param("closedFor", leaf.closedFor().toArray(String[]::new))
                .param("salt", leaf.salt().toString())
                .update();
    }

    /** Those of them that are committed to. */
    Set<Key> among(Collection<Key> keys) {
        return new HashSet<>(database.sql("""
                select l.report, l.step from daybook.sealed_leaf l
                join unnest(cast(:reports as bigint[]), cast(:steps as int[])) as wanted (report, step)
                    on wanted.report = l.report and wanted.step = l.step
                """)
                .param("reports", keys.stream().map(Key::report).toArray(Long[]::new))
                .param("steps", keys.stream().map(Key::step).toArray(Integer[]::new))
                .query((row, _) -> key(row))
                .list());
    }

    /** Of a day that is about to be closed; what was let go of by then is a leaf all the same. */
    List<Hash> of(LocalDate day) {
        return database.sql("select l.commitment from daybook.sealed_leaf l where l.day = :day")
                .param("day", day)
                .query((row, _) -> Hash.parse(row.getString("commitment")))
                .list();
    }

    /** Each gets its place. */
    void place(LocalDate day, List<Hash> leaves, List<Integer> places) {
        database.sql("""
                update daybook.sealed_leaf l set place = given.place
                from unnest(cast(:commitments as text[]), cast(:places as int[])) as given (commitment, place)
                where l.commitment = given.commitment and l.day = :day
                """)
                .param("day", day)
                .param("commitments", leaves.stream().map(Hash::toString).toArray(String[]::new))
                .param("places", places.toArray(Integer[]::new))
                .update();
    }

    /** Of one report, what can be proved. */
    List<SealedLeaf> provable(long report) {
        return database.sql(CLOSED + "where l.report = :report order by l.step")
                .param("report", report)
                .query(SealedLeaves::leaf)
                .list();
    }

    /** Of days that are closed, in the order of their reports; without those that were let go of. */
    List<SealedLeaf> after(Key key, int most) {
        return database.sql(
                        CLOSED + "where (l.report, l.step) > (:report, :step) order by l.report, l.step limit :most")
                .param("report", key.report())
                .param("step", key.step())
                .param("most", most)
                .query(SealedLeaves::leaf)
                .list();
    }

    /** Nothing says any more what they were. */
    void letGo(Collection<Long> reports) {
        database.sql("""
                update daybook.sealed_leaf set report = null, step = null, closed_for = null, salt = null
                where report = any (:reports)
                """).param("reports", reports.toArray(Long[]::new)).update();
    }

    private static SealedLeaf leaf(ResultSet row, int place) throws SQLException {
        return new SealedLeaf(
                key(row),
                row.getObject("day", LocalDate.class),
                List.of((String[]) row.getArray("closed_for").getArray()),
                Hash.parse(row.getString("commitment")),
                Salt.parse(row.getString("salt")),
                Optional.ofNullable(row.getObject("place", Integer.class)));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("report"), row.getInt("step"));
    }
}
