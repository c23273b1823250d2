package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of the files of correspondents. A file is seen by its person and by the editors above the unit in which he is today. */
@Component
class Files {

    /** @param until his last day as a correspondent, empty while he is one */
    record File(
            PersonId person,
            String staffNumber,
            String name,
            String unitName,
            LocalDate since,
            Optional<LocalDate> until) {}

    enum MeritKind {
        TRAINING,
        AWARD
    }

    /** @param struckBecause why it is struck out, empty while it counts */
    record Entry(long id, MeritKind kind, LocalDate day, String words, String struckBecause) {}

    /** Where he worked. */
    record Past(String unitName, String title, boolean main, LocalDate from, Optional<LocalDate> until) {}

    private static final String FILE = """
            select f.person, p.staff_number, p.name, coalesce(u.name, '') as unit_name, f.since, f.until
            from correspondent.file f
            join organization.person_card p on p.id = f.person
            left join organization.unit_card u on u.id = p.unit
            """;

    /** Of whoever has left, those see it who see the unit in which he was last. */
    private static final String KEPT_BY = """
            exists (select 1 from organization.unit_line l where l.above = any (:units) and l.unit = coalesce(p.unit,
                (select h.unit from organization.person_history h where h.person = p.id order by h.from_date desc, h.unit limit 1)))
            """;

    private final JdbcClient database;
    private final Clock clock;

    Files(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those who are correspondents first. */
    List<File> keptBy(Actor keeper, int most) {
        return database.sql(
                        FILE + "where " + KEPT_BY + " order by f.until is not null, p.name, p.staff_number limit :most")
                .param("units", Keepers.ids(keeper))
                .param("most", most)
                .query(Files::file)
                .list();
    }

    File get(long person, Actor.Member by) {
        return database.sql(FILE + "where f.person = :person and (f.person = :self or " + KEPT_BY + ")")
                .param("person", person)
                .param("self", by.person().value())
                .param("units", Keepers.ids(by))
                .query(Files::file)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** For those alone who keep it; NotFound for himself. */
    File getToKeep(long person, Actor.Member by) {
        return database.sql(FILE + "where f.person = :person and " + KEPT_BY + " for update of f")
                .param("person", person)
                .param("units", Keepers.ids(by))
                .query(Files::file)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    boolean isOne(PersonId person) {
        return database.sql("select exists (select 1 from correspondent.file where person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether his unit is one of the keeper's or below it. */
    boolean mayBeKept(PersonId person, Actor keeper) {
        return database.sql("select exists (select 1 from organization.person_card p where p.id = :person and "
                        + KEPT_BY + ")")
                .param("person", person.value())
                .param("units", Keepers.ids(keeper))
                .query(Boolean.class)
                .single();
    }

    /** False where he has a file already. */
    boolean add(PersonId person, LocalDate since, Actor.Member by) {
        return database.sql("""
                        insert into correspondent.file (person, since, added_by, added_at) values (:person, :since, :by, :at)
                        on conflict (person) do nothing
                        """)
                        .param("person", person.value())
                        .param("since", since)
                        .param("by", by.person().value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void end(PersonId person, @Nullable LocalDate until) {
        database.sql("update correspondent.file set until = cast(:until as date) where person = :person")
                .param("until", until)
                .param("person", person.value())
                .update();
    }

    void enter(PersonId person, MeritKind kind, LocalDate day, String words, Actor.Member by) {
        database.sql("""
                insert into correspondent.entry (person, kind, day, words, added_by, added_at)
                values (:person, :kind, :day, :words, :by, :at)
                """)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("day", day)
                .param("words", words)
                .param("by", by.person().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False where there is no such entry, or where it is struck out already. */
    boolean strike(PersonId person, long entry, String because) {
        return database.sql("""
                        update correspondent.entry set struck_because = :because
                        where id = :entry and person = :person and struck_because = ''
                        """)
                        .param("because", because)
                        .param("entry", entry)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    List<Entry> entries(PersonId person) {
        return database.sql("""
                        select id, kind, day, words, struck_because from correspondent.entry
                        where person = :person order by day desc, id desc
                        """)
                .param("person", person.value())
                .query((row, _) -> new Entry(
                        row.getLong("id"),
                        MeritKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("words"),
                        row.getString("struck_because")))
                .list();
    }

    List<Past> pasts(PersonId person) {
        return database.sql("""
                        select u.name, h.title, h.main, h.from_date, h.until_date
                        from organization.person_history h join organization.unit_card u on u.id = h.unit
                        where h.person = :person order by h.from_date desc, h.main desc, u.name
                        """)
                .param("person", person.value())
                .query((row, _) -> new Past(
                        row.getString("name"),
                        row.getString("title"),
                        row.getBoolean("main"),
                        row.getObject("from_date", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_date", LocalDate.class))))
                .list();
    }

    private static File file(ResultSet row, int place) throws SQLException {
        @Nullable LocalDate until = row.getObject("until", LocalDate.class);
        return new File(
                new PersonId(row.getLong("person")),
                row.getString("staff_number"),
                row.getString("name"),
                row.getString("unit_name"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(until));
    }
}
