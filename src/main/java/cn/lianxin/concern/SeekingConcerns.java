package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.database.ReadingAlong;
import cn.lianxin.platform.database.Transactions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the room that searches needs of this one: texts to be found by, and who may see which of them. */
@Component
public class SeekingConcerns implements ReadingAlong.Rows<SoughtConcern> {

    private static final String COLUMNS = """
            c.id, c.number, c.written_in, c.title, c.words, c.place, c.answers, c.keys, c.facts, c.filed_at""";

    private final JdbcClient database;
    private final ConfidentialReporters reporters;
    private final ConcernLists lists;

    SeekingConcerns(JdbcClient database, ConfidentialReporters reporters, ConcernLists lists) {
        this.database = database;
        this.reporters = reporters;
        this.lists = lists;
    }

    @Override
    public long settledUntil() {
        return Transactions.settledUntil(database);
    }

    /** A copy of another installation brings transactions with it that have not happened here; they happen now. */
    public void writeAnewWhatCameFromElsewhere() {
        database.sql("""
                        update concern.concern set written_in = '0'
                        where written_in >= cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as xid8)
                        """).update();
    }

    /**
     * In the order in which they were written.
     *
     * @param transaction in which the last one was written that is known already
     * @param id of that one
     */
    @Override
    public List<SoughtConcern> writtenAfter(long transaction, long id, int most) {
        return database.sql("select " + COLUMNS + """

                        from concern.sought c
                        where (c.written_in, c.id) > (cast(:transaction as xid8), :id)
                        order by c.written_in, c.id limit :most
                        """)
                .param("transaction", String.valueOf(transaction))
                .param("id", id)
                .param("most", most)
                .query((row, _) -> sought(row))
                .list();
    }

    /** Whoever may see a concern has one of its keys; whether he may, {@link #shown} decides. */
    public Set<String> keys(Actor actor) {
        return new HashSet<>(database.sql("""
                        select k as key
                        from concern.keys_of(:person, :alias, :receipt, :desk, :handle, :lead, :supervise) k
                        """)
                .params(reporters.scope(actor))
                .query((row, _) -> row.getString("key"))
                .list());
    }

    /** Those of them that the actor may see, in the order in which they were asked for. */
    public List<Long> visible(List<Long> ids, Actor actor) {
        var seen = new HashSet<>(database.sql("select c.id from " + Scope.VISIBLE + " where c.id = any (:ids)")
                .params(reporters.scope(actor))
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> row.getLong("id"))
                .list());
        return ids.stream().filter(seen::contains).toList();
    }

    /** The same with their words, written down as read where they are protected. */
    @Transactional
    public List<FoundConcern> shown(List<Long> ids, Door door, Actor actor) {
        var rows = lists.among(ids, door, actor);
        var texts = texts(rows.stream().map(ConcernRow::id).toList());
        return rows.stream()
                .map(row -> {
                    var text = Objects.requireNonNull(texts.get(row.id()));
                    return new FoundConcern(row, text.words(), text.place(), text.answers());
                })
                .toList();
    }

    private Map<Long, SoughtConcern> texts(Collection<Long> ids) {
        return database
                .sql("select " + COLUMNS + " from concern.sought c where c.id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> sought(row))
                .list()
                .stream()
                .collect(Collectors.toMap(SoughtConcern::id, one -> one));
    }

    private static SoughtConcern sought(ResultSet row) throws SQLException {
        return new SoughtConcern(
                row.getLong("id"),
                row.getString("number"),
                Long.parseLong(row.getString("written_in")),
                row.getString("title"),
                row.getString("words"),
                row.getString("place"),
                row.getString("answers"),
                texts(row.getArray("keys")),
                texts(row.getArray("facts")),
                row.getTimestamp("filed_at").toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
