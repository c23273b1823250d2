package cn.lianxin.newsroom;

import cn.lianxin.platform.database.ReadingAlong;
import cn.lianxin.platform.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the room that searches needs of this one: texts to be found by, and which of them are public at this moment. */
@Component
public class SeekingArticles implements ReadingAlong.Rows<SoughtArticle> {

    private static final String SOUGHT = """
            select s.id, s.written_in, s.slug, s.channel, s.name, s.english_name, s.title, s.byline, s.text, s.around,
                   s.first_public_at
            from newsroom.sought s
            """;

    private final JdbcClient database;

    SeekingArticles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long settledUntil() {
        return Transactions.settledUntil(database);
    }

    /** A copy of another installation brings transactions with it that have not happened here; they happen now. */
    public void writeAnewWhatCameFromElsewhere() {
        database.sql("""
                        update newsroom.article set written_in = '0'
                        where written_in >= cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as xid8)
                        """).update();
    }

    @Override
    public List<SoughtArticle> writtenAfter(long transaction, long id, int most) {
        return database.sql(SOUGHT + """
                        where (s.written_in, s.id) > (cast(:transaction as xid8), :id)
                        order by s.written_in, s.id limit :most
                        """)
                .param("transaction", String.valueOf(transaction))
                .param("id", id)
                .param("most", most)
                .query(SeekingArticles::sought)
                .list();
    }

    /** Those of them that everybody may read now. */
    @Transactional(readOnly = true)
    public Map<Long, SoughtArticle> published(List<Long> ids) {
        return database
                .sql(SOUGHT + " where s.id = any (:ids) and s.standing = 'PUBLIC'")
                .param("ids", ids.toArray(Long[]::new))
                .query(SeekingArticles::sought)
                .list()
                .stream()
                .collect(Collectors.toMap(SoughtArticle::id, Function.identity()));
    }

    private static SoughtArticle sought(ResultSet row, int place) throws SQLException {
        return new SoughtArticle(
                row.getLong("id"),
                Long.parseLong(row.getString("written_in")),
                row.getString("slug"),
                row.getString("channel"),
                row.getString("name"),
                row.getString("english_name"),
                row.getString("title"),
                row.getString("byline"),
                Block.said(row.getString("text")),
                row.getString("around"),
                row.getObject("first_public_at", OffsetDateTime.class).toInstant());
    }
}
