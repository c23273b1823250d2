package cn.lianxin.platform.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of kinds, as everybody reads it. */
@Component
public class DataKinds {

    private static final String COLUMNS = """
            code, name, english_name, contents, english_contents, purpose, english_purpose, law, english_law, days, shortest,
            longest, counted_from, ending""";

    private final JdbcClient sql;
    private final Clock clock;

    DataKinds(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public List<DataKind> all() {
        return sql.sql("select " + COLUMNS + " from retention.kind order by place")
                .query(DataKinds::kind)
                .list();
    }

    Optional<DataKind> find(String code) {
        return sql.sql("select " + COLUMNS + " from retention.kind where code = :code")
                .param("code", code)
                .query(DataKinds::kind)
                .optional();
    }

    /** What arose before then is over; empty for what stays. */
    Optional<Instant> over(DataKind kind) {
        return kind.days().map(days -> clock.instant().minus(Duration.ofDays(days)));
    }

    /** How many days a kind is kept. */
    public int daysOf(String code) {
        return find(code).flatMap(DataKind::days).orElseThrow();
    }

    void setDays(String code, int days) {
        sql.sql("update retention.kind set days = :days where code = :code")
                .param("days", days)
                .param("code", code)
                .update();
    }

    private static DataKind kind(ResultSet row, int number) throws SQLException {
        return new DataKind(
                row.getString("code"),
                said(row, "name"),
                said(row, "contents"),
                said(row, "purpose"),
                said(row, "law"),
                Optional.ofNullable(row.getObject("days", Integer.class)),
                row.getInt("shortest"),
                row.getInt("longest"),
                DataKind.From.valueOf(row.getString("counted_from")),
                DataKind.Ending.valueOf(row.getString("ending")));
    }

    private static DataKind.Said said(ResultSet row, String column) throws SQLException {
        return new DataKind.Said(row.getString(column), row.getString("english_" + column));
    }
}
