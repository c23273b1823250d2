package cn.lianxin.publicledger;

import cn.lianxin.platform.transparency.Publication;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of this room as the public log takes them down; each has an {@code entry} and its fields as text. */
final class LoggedRows {

    private LoggedRows() {}

    /** @param suffix behind the number of the entry, so that no subject is that of another kind */
    static Stream<Publication> of(JdbcClient database, String kind, String suffix, List<String> fields, String sql) {
        return database
                .sql(sql)
                .query((row, _) -> {
                    var texts = new TreeMap<String, String>();
                    for (var field : fields) {
                        texts.put(field, row.getString(field));
                    }
                    return new Publication(kind, "public-concern:" + row.getLong("entry") + suffix, texts);
                })
                .list()
                .stream();
    }

    /** The subjects of all that was taken down. */
    static List<String> withdrawn(JdbcClient database, String suffix) {
        return database.sql("select 'public-concern:' || w.entry || :suffix as subject from publicledger.withdrawal w")
                .param("suffix", suffix)
                .query((row, _) -> row.getString("subject"))
                .list();
    }
}
