package cn.lianxin.platform.attachment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as they lie in a database, for whoever copies one. */
public final class StoredFiles {

    private final JdbcClient database;

    public StoredFiles(JdbcClient database) {
        this.database = database;
    }

    public long count() {
        return database.sql("select count(*) from attachment.content")
                .query(Long.class)
                .single();
    }

    /** The numbers of those whose bytes are not those that were taken. */
    public List<String> altered() {
        return database.sql("select id from attachment.content where sha256(bytes) <> sha256 order by id")
                .query((row, _) -> row.getString("id"))
                .list();
    }
}
