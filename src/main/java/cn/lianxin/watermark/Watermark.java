package cn.lianxin.watermark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What lies over the pages that somebody reads within an hour.
 *
 * @param reader {@code person:12}, as readings name him
 * @param name as he was called then, as are unit and title
 * @param tail the last digits of his staff number, which tell two of one name apart
 * @param at when he read the first of them
 */
record Watermark(long id, String reader, String name, String unit, String title, String tail, Instant at) {

    static Watermark of(ResultSet row, int number) throws SQLException {
        return new Watermark(
                row.getLong("id"),
                row.getString("reader"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("title"),
                row.getString("tail"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
