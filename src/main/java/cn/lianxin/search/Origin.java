package cn.lianxin.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which database this is, and on which way it has come: an index that was made of another one is of no use. */
@Component
class Origin {

    private final JdbcClient database;

    Origin(JdbcClient database) {
        this.database = database;
    }

    /** A database that took over from another one has a timeline of its own. */
    String name() {
        return database.sql("""
                        select s.system_identifier || ':' || c.timeline_id || ':' || d.oid as name
                        from pg_control_system() s, pg_control_checkpoint() c, pg_database d
                        where d.datname = current_database()
                        """).query((row, _) -> row.getString("name")).single();
    }
}
