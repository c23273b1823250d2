package cn.lianxin.report;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The concluded matters of a unit for its notice board; fewer than five are none, for each of them could be recognized. */
@Component
class PostedMatters {

    private static final int MOST = 400;
    private static final int LONGEST_BASIS = 60;

    private final JdbcClient database;

    PostedMatters(JdbcClient database) {
        this.database = database;
    }

    List<Contents.Posted> of(UnitId root, Period period) {
        var rows = database.sql("""
                select p.number, p.matter, p.outcome, p.basis, p.concluded_at,
                       case when count(*) over (partition by p.lead_unit) >= :fewest then u.name else '' end as unit
                from concern.posted p
                join organization.unit_line own on own.unit = p.unit and own.above = :root
                join organization.unit_card u on u.id = p.lead_unit
                where p.concluded_at >= :from and p.concluded_at < :until
                order by p.concluded_at, p.number
                limit :most
                """)
                .param("root", root.value())
                .param("fewest", Withholding.FEWEST)
                .param("from", Timestamp.from(period.begins()))
                .param("until", Timestamp.from(period.ends()))
                .param("most", MOST)
                .query(PostedMatters::posted)
                .list();
        return rows.size() < Withholding.FEWEST ? List.of() : rows;
    }

    private static Contents.Posted posted(ResultSet row, int number) throws SQLException {
        return new Contents.Posted(
                row.getString("number"),
                row.getString("matter"),
                row.getString("outcome"),
                cut(PlainText.line(row.getString("basis"))),
                row.getString("unit"),
                row.getTimestamp("concluded_at").toInstant().atZone(Screen.ZONE).toLocalDate());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_BASIS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_BASIS)) + "…";
    }
}
