package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.database.ReadingAlong;
import cn.lianxin.platform.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the room that finds like cases needs of this one; who may see them it asks {@link SeekingConcerns}. */
@Component
public class ComparingConcerns implements ReadingAlong.Rows<ComparableConcern> {

    private final JdbcClient database;
    private final ConfidentialReporters reporters;
    private final SeekingConcerns seeking;

    ComparingConcerns(JdbcClient database, ConfidentialReporters reporters, SeekingConcerns seeking) {
        this.database = database;
        this.reporters = reporters;
        this.seeking = seeking;
    }

    @Override
    public long settledUntil() {
        return Transactions.settledUntil(database);
    }

    @Override
    public List<ComparableConcern> writtenAfter(long transaction, long id, int most) {
        return database.sql("""
                        select c.* from concern.comparable c
                        where (c.written_in, c.id) > (cast(:transaction as xid8), :id)
                        order by c.written_in, c.id limit :most
                        """)
                .param("transaction", String.valueOf(transaction))
                .param("id", id)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /** As they stand at this moment. */
    public List<ComparableConcern> now(Collection<Long> ids) {
        return database.sql("select c.* from concern.comparable c where c.id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    /** What he raised himself and nobody has answered, the newest first, whether fit or not. */
    public List<ComparableConcern> ownOpen(Actor actor, int most) {
        return database.sql("""
                        select k.* from concern.concern c join concern.comparable k on k.id = c.id
                        where k.open and (c.reporter = any (array[:person, :alias])
                                          or c.id in (select r.concern from concern.receipt r where r.digest = :receipt))
                        order by c.id desc limit :most
                        """)
                .params(reporters.scope(actor))
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    public Set<String> keys(Actor actor) {
        return seeking.keys(actor);
    }

    /** Those of them that the actor may see, in the order in which they were asked for. */
    public List<Long> visible(List<Long> ids, Actor actor) {
        return seeking.visible(ids, actor);
    }

    private static ComparableConcern read(ResultSet row) throws SQLException {
        return new ComparableConcern(
                row.getLong("id"),
                Long.parseLong(row.getString("written_in")),
                row.getString("title"),
                row.getString("words"),
                row.getString("place"),
                new UnitId(row.getLong("unit")),
                row.getString("matter"),
                Optional.ofNullable(row.getObject("reporter", Long.class)),
                row.getBoolean("decided"),
                row.getBoolean("open"),
                row.getBoolean("fit"),
                List.of((String[]) row.getArray("keys").getArray()));
    }
}
