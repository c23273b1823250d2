package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Many people at once, with the posts they have today. */
@Component
public class KnownPeople {

    /** A post whose holder leads the unit. */
    public record LeadingPost(UnitId unit, String title) {}

    private record Person(
            PersonId id,
            String staffNumber,
            String name,
            Employment employment,
            String phone,
            PersonTraits traits,
            Optional<LocalDate> leftOn) {}

    private static final String PEOPLE = """
            select p.id, p.staff_number, p.name, p.employment, p.phone, p.sex, p.birth_year, p.left_on
            from organization.person p
            """;

    private static final String WITH_A_POST_BELOW = PEOPLE + """
            where p.left_on is null
              and exists (select 1
                          from organization.appointment a
                          join organization.post post on post.id = a.post
                          join organization.line l on l.unit = post.unit
                          where a.person = p.id and a.until_date is null and l.above = :unit)
            order by p.staff_number
            """;

    private final JdbcClient jdbc;

    KnownPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their numbers, leavers too; numbers that nobody bears are left out. */
    public Map<String, KnownPerson> withNumbers(Collection<String> numbers) {
        var people = jdbc.sql(PEOPLE + "where p.staff_number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(KnownPeople::person)
                .list();
        return withPosts(people).stream().collect(Collectors.toMap(KnownPerson::staffNumber, Function.identity()));
    }

    /** Whoever has a post in the unit or below it, main or besides. */
    public List<KnownPerson> below(UnitId unit) {
        return withPosts(jdbc.sql(WITH_A_POST_BELOW)
                .param("unit", unit.value())
                .query(KnownPeople::person)
                .list());
    }

    /** The same people, none of whom anybody else changes until this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<KnownPerson> people) {
        jdbc.sql("select id from organization.person where id = any(:ids) order by id for update")
                .param("ids", people.stream().map(known -> known.id().value()).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The posts that lead their unit, in the unit and below it; whether somebody has them or not. */
    public Set<LeadingPost> leadingBelow(UnitId unit) {
        return jdbc.sql("""
                        select post.unit, post.title
                        from organization.post post
                        join organization.line l on l.unit = post.unit
                        where l.above = :unit and post.leads
                        """)
                .param("unit", unit.value())
                .query((row, number) -> new LeadingPost(new UnitId(row.getLong("unit")), row.getString("title")))
                .set();
    }

    private List<KnownPerson> withPosts(List<Person> people) {
        var posts = jdbc
                .sql(Appointments.ROWS + """
                        where a.person = any(:ids) and a.until_date is null
                        order by a.main desc, a.from_date, a.id
                        """)
                .param("ids", people.stream().map(one -> one.id().value()).toArray(Long[]::new))
                .query(Appointments::appointment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Appointment::person));
        return people.stream()
                .map(one -> known(one, posts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static KnownPerson known(Person one, List<Appointment> posts) {
        return new KnownPerson(
                one.id(),
                one.staffNumber(),
                one.name(),
                one.employment(),
                one.phone(),
                one.traits(),
                one.leftOn(),
                posts.stream().filter(Appointment::main).findFirst(),
                posts.stream().filter(post -> !post.main()).toList());
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getLong("id")),
                row.getString("staff_number"),
                row.getString("name"),
                Employment.valueOf(row.getString("employment")),
                row.getString("phone"),
                People.traits(row),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)));
    }
}
