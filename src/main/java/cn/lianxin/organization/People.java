package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.text.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people themselves; where they work is {@link Appointments}. */
@Component
class People {

    static final String CARD = """
            select p.id, p.staff_number, p.name, p.unit, p.title, p.left_on from organization.person_card p
            """;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PersonCard get(PersonId person) {
        return jdbc.sql(CARD + "where p.id = :person")
                .param("person", person.value())
                .query(People::card)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    Optional<PersonCard> byStaffNumber(String staffNumber) {
        return jdbc.sql(CARD + "where p.staff_number = :staffNumber")
                .param("staffNumber", PlainText.line(staffNumber))
                .query(People::card)
                .optional();
    }

    /** What the enterprise keeps of him besides his appointments. */
    NewPerson particulars(PersonId person) {
        return jdbc.sql("select staff_number, name, employment, phone from organization.person where id = :person")
                .param("person", person.value())
                .query((row, number) -> new NewPerson(
                        row.getString("staff_number"),
                        row.getString("name"),
                        Employment.valueOf(row.getString("employment")),
                        row.getString("phone")))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    PersonId add(NewPerson person) {
        var key = NameKey.of(person.name());
        return new PersonId(jdbc.sql("""
                        insert into organization.person (staff_number, name, name_key, initials, phone, employment)
                        values (:staffNumber, :name, :spelled, :initials, :phone, :employment)
                        returning id
                        """)
                .param("staffNumber", person.staffNumber())
                .param("name", person.name())
                .param("spelled", key.spelled())
                .param("initials", key.initials())
                .param("phone", person.phone())
                .param("employment", person.employment().name())
                .query(Long.class)
                .single());
    }

    void correct(PersonId person, String name, Employment employment, String phone) {
        var key = NameKey.of(name);
        jdbc.sql("""
                        update organization.person
                        set name = :name, name_key = :spelled, initials = :initials,
                            phone = :phone, employment = :employment
                        where id = :person
                        """)
                .param("name", name)
                .param("spelled", key.spelled())
                .param("initials", key.initials())
                .param("phone", phone)
                .param("employment", employment.name())
                .param("person", person.value())
                .update();
    }

    void describe(PersonId person, PersonTraits traits) {
        jdbc.sql("""
                        update organization.person
                        set sex = :sex, birth_year = :birthYear
                        where id = :person
                        """)
                .param("sex", traits.sex().map(Sex::name).orElse(null), Types.VARCHAR)
                .param("birthYear", traits.birthYear().orElse(null), Types.INTEGER)
                .param("person", person.value())
                .update();
    }

    PersonTraits traits(PersonId person) {
        return jdbc.sql("select sex, birth_year from organization.person where id = :person")
                .param("person", person.value())
                .query((row, number) -> traits(row))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    static PersonTraits traits(ResultSet row) throws SQLException {
        return new PersonTraits(
                Optional.ofNullable(row.getString("sex")).map(Sex::valueOf),
                Optional.ofNullable(row.getObject("birth_year", Integer.class)));
    }

    /** The day he left; what he is appointed to waits until this transaction is over. */
    Optional<LocalDate> lockAndReadLeft(PersonId person) {
        return jdbc.sql("select left_on from organization.person where id = :person for update")
                .param("person", person.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("left_on", LocalDate.class)))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    void leave(PersonId person, LocalDate on) {
        jdbc.sql("update organization.person set left_on = :on where id = :person")
                .param("on", on)
                .param("person", person.value())
                .update();
    }

    void comeBack(PersonId person) {
        jdbc.sql("update organization.person set left_on = null where id = :person")
                .param("person", person.value())
                .update();
    }

    static PersonCard card(ResultSet row, int number) throws SQLException {
        return new PersonCard(
                new PersonId(row.getLong("id")),
                row.getString("staff_number"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("unit", Long.class)).map(UnitId::new),
                Optional.ofNullable(row.getString("title")).orElse(""),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)));
    }
}
