package cn.lianxin.safeguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What somebody who is named was told, or replied.
 *
 * @param named by the key under which the concern names him
 * @param words how he was told; his reply
 * @param by who wrote it down, with his post of that day
 */
public record Hearing(String named, HearingKind kind, LocalDate on, String words, String by) {

    static Hearing of(ResultSet row, int place) throws SQLException {
        return new Hearing(
                row.getString("named"),
                HearingKind.valueOf(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                row.getString("words"),
                (row.getString("by_post") + " " + row.getString("by_name")).strip());
    }
}
