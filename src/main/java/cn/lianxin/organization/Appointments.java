package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts of units and the people in them, with dates. */
@Component
class Appointments {

    static final String ROWS = """
            select a.id, a.person, post.unit, post.title, post.leads, a.main, a.from_date, a.until_date
            from organization.appointment a
            join organization.post post on post.id = a.post
            """;

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole history, the newest first. */
    List<Appointment> of(PersonId person) {
        return jdbc.sql(ROWS + """
                        where a.person = :person
                        order by (a.until_date is null) desc, a.main desc, a.from_date desc, a.id desc
                        """)
                .param("person", person.value())
                .query(Appointments::appointment)
                .list();
    }

    /** Those without an end; locked, because they are about to get one. */
    List<Appointment> openIn(UnitId unit) {
        return jdbc.sql(ROWS + "where post.unit = :unit and a.until_date is null order by a.id for update of a")
                .param("unit", unit.value())
                .query(Appointments::appointment)
                .list();
    }

    /** Where he works or, if he works nowhere now, where he last worked. */
    Optional<UnitId> lastUnit(PersonId person) {
        return jdbc.sql("""
                        select post.unit
                        from organization.appointment a
                        join organization.post post on post.id = a.post
                        where a.person = :person
                        order by (a.until_date is null) desc, a.main desc, a.from_date desc, a.id desc
                        limit 1
                        """)
                .param("person", person.value())
                .query((row, number) -> new UnitId(row.getLong("unit")))
                .optional();
    }

    void add(PersonId person, long post, boolean main, LocalDate from) {
        jdbc.sql("""
                        insert into organization.appointment (person, post, main, from_date)
                        values (:person, :post, :main, :from)
                        """)
                .param("person", person.value())
                .param("post", post)
                .param("main", main)
                .param("from", from)
                .update();
    }

    void end(Appointment appointment, LocalDate lastDay) {
        jdbc.sql("update organization.appointment set until_date = :lastDay where id = :id")
                .param("lastDay", lastDay)
                .param("id", appointment.id())
                .update();
    }

    /** Ends it the day before; one that would only begin that day never came to be. */
    void endBefore(Appointment appointment, LocalDate day) {
        if (appointment.from().isBefore(day)) {
            end(appointment, day.minusDays(1));
        } else {
            jdbc.sql("delete from organization.appointment where id = :id")
                    .param("id", appointment.id())
                    .update();
        }
    }

    /** The post of that title in the unit, made if there is none; a post that leads goes on leading. */
    long post(UnitId unit, String title, boolean leads) {
        return jdbc.sql("""
                        select id from organization.post
                        where unit = :unit and title = :title and (leads or not :leads)
                        """)
                .param("unit", unit.value())
                .param("title", title)
                .param("leads", leads)
                .query(Long.class)
                .optional()
                .orElseGet(() -> makePost(unit, title, leads));
    }

    private long makePost(UnitId unit, String title, boolean leads) {
        return jdbc.sql("""
                        insert into organization.post as known (unit, title, leads) values (:unit, :title, :leads)
                        on conflict (unit, title) do update set leads = known.leads or excluded.leads
                        returning id
                        """)
                .param("unit", unit.value())
                .param("title", title)
                .param("leads", leads)
                .query(Long.class)
                .single();
    }

    /** Makes the post lead, or no longer; whoever has it does. */
    void mark(UnitId unit, String title, boolean leads) {
        jdbc.sql("update organization.post set leads = :leads where unit = :unit and title = :title")
                .param("leads", leads)
                .param("unit", unit.value())
                .param("title", title)
                .update();
    }

    boolean leads(UnitId unit, String title) {
        return jdbc.sql("select leads from organization.post where unit = :unit and title = :title")
                .param("unit", unit.value())
                .param("title", title)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                new UnitId(row.getLong("unit")),
                row.getString("title"),
                row.getBoolean("leads"),
                row.getBoolean("main"),
                row.getObject("from_date", LocalDate.class),
                Optional.ofNullable(row.getObject("until_date", LocalDate.class)));
    }
}
