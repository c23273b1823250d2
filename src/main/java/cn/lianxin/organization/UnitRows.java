package cn.lianxin.organization;

import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows for the pages of units. */
@Component
public class UnitRows {

    static final int MEMBERS_ON_A_PAGE = 100;
    private static final int MOST_CHOICES = 400;

    private static final String ROW = """
            select u.code, u.name, u.kind,
                   (select count(*) from organization.line l join organization.unit b on b.id = l.unit
                    where l.above = u.id and l.distance > 0 and b.valid_until is null) as units,
                   (select count(*) from organization.line l
                    join organization.post post on post.unit = l.unit
                    join organization.appointment a on a.post = post.id
                    where l.above = u.id and a.main and a.until_date is null) as people
            from organization.unit u
            """;

    private final JdbcClient jdbc;

    UnitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<UnitRow> of(Collection<UnitId> units) {
        return rows(ROW + "where u.id = any(:ids) order by u.code", ids(units));
    }

    public List<UnitRow> children(UnitId parent) {
        return rows(ROW + """
                where u.parent = any(:ids) and u.valid_until is null
                order by case u.kind when 'COMPANY' then 1 when 'MINE' then 2 when 'DEPARTMENT' then 3
                                     when 'DISTRICT' then 4 when 'CREW' then 5 else 6 end, u.code
                """, ids(List.of(parent)));
    }

    /** Units below these whose code begins or whose name contains what was typed. */
    public List<UnitRow> search(Collection<UnitId> above, String words, int limit) {
        var wanted = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(ROW + """
                        where exists (select 1 from organization.line l where l.unit = u.id and l.above = any(:ids))
                          and u.valid_until is null
                          and (u.name like :part or u.short_name like :part or lower(u.code) like lower(:start))
                        order by u.code limit :limit
                        """)
                .param("ids", ids(above))
                .param("part", "%" + wanted + "%")
                .param("start", wanted + "%")
                .param("limit", limit)
                .query(UnitRows::row)
                .list();
    }

    /** Who has a post in the unit itself today, by the sound of the name. */
    public Page<MemberRow> members(UnitId unit, String after) {
        var rows = jdbc.sql("""
                        select p.staff_number, p.name, post.title, post.leads, a.main, a.from_date,
                               p.name_key || '/' || a.id as cursor
                        from organization.appointment a
                        join organization.post post on post.id = a.post
                        join organization.person p on p.id = a.person
                        where post.unit = :unit and a.until_date is null and p.name_key || '/' || a.id > :after
                        order by p.name_key || '/' || a.id
                        limit :limit
                        """)
                .param("unit", unit.value())
                .param("after", after)
                .param("limit", MEMBERS_ON_A_PAGE + 1)
                .query((row, number) -> new MemberRow(
                        row.getString("staff_number"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getBoolean("leads"),
                        row.getBoolean("main"),
                        row.getObject("from_date", LocalDate.class),
                        row.getString("cursor")))
                .list();
        return Page.of(rows, MEMBERS_ON_A_PAGE, MemberRow::cursor);
    }

    List<PostRow> posts(UnitId unit) {
        return jdbc.sql("""
                        select post.title, post.leads, count(a.id) as people
                        from organization.post post
                        left join organization.appointment a on a.post = post.id and a.until_date is null
                        where post.unit = :unit
                        group by post.id, post.title, post.leads
                        order by post.leads desc, count(a.id) desc, post.title
                        """)
                .param("unit", unit.value())
                .query((row, number) ->
                        new PostRow(row.getString("title"), row.getBoolean("leads"), row.getLong("people")))
                .list();
    }

    /** To choose from in forms; where there are more, the code is typed. */
    List<UnitChoice> choices(Collection<UnitId> above) {
        return jdbc.sql("""
                        select u.code, coalesce(parent.short_name || ' › ', '') || u.name as name
                        from organization.unit u
                        left join organization.unit parent on parent.id = u.parent
                        where u.valid_until is null
                          and exists (select 1 from organization.line l where l.unit = u.id and l.above = any(:ids))
                        order by u.code limit :limit
                        """)
                .param("ids", ids(above))
                .param("limit", MOST_CHOICES)
                .query((row, number) -> new UnitChoice(row.getString("code"), row.getString("name")))
                .list();
    }

    private List<UnitRow> rows(String sql, Long[] ids) {
        return jdbc.sql(sql).param("ids", ids).query(UnitRows::row).list();
    }

    private static UnitRow row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new UnitRow(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getLong("units"),
                row.getLong("people"));
    }

    private static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
