package cn.lianxin.ledger;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.text.PlainText;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the units and people that a ledger calls by their names. Where a name could mean two, it means nobody. */
@Component
class KnownNames {

    private record UnitFound(UnitId unit, boolean byCode) {}

    private final JdbcClient database;
    private final Directory directory;

    KnownNames(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** By code, name or short name, among those that stand below the unit today, itself included. */
    Optional<UnitId> unit(String cell, UnitId above) {
        var found = database.sql("""
                select c.id, c.code = :cell as by_code
                from organization.unit_card c
                join organization.unit_line l on l.unit = c.id
                where l.above = :above and c.valid_until is null
                  and (c.code = :cell or c.name = :cell or c.short_name = :cell)
                order by by_code desc
                limit 2
                """)
                .param("cell", PlainText.line(cell))
                .param("above", above.value())
                .query((row, _) -> new UnitFound(new UnitId(row.getLong("id")), row.getBoolean("by_code")))
                .list();
        return found.size() == 1 || (found.size() == 2 && found.getFirst().byCode())
                ? Optional.of(found.getFirst().unit())
                : Optional.empty();
    }

    /** By staff number; by name only where nobody else in the enterprise bears it and he works below the unit. */
    Optional<PersonCard> person(String cell, UnitId above) {
        var words = PlainText.line(cell);
        return words.isEmpty()
                ? Optional.empty()
                : directory
                        .personByStaffNumber(words)
                        .or(() -> byName(words).filter(person -> worksBelow(person, above)));
    }

    Optional<PersonCard> byStaffNumber(String cell) {
        var words = PlainText.line(cell);
        return words.isEmpty() ? Optional.empty() : directory.personByStaffNumber(words);
    }

    boolean worksBelow(PersonCard person, UnitId above) {
        return person.unit().filter(unit -> directory.covers(above, unit)).isPresent();
    }

    private Optional<PersonCard> byName(String name) {
        List<PersonId> namesakes = database.sql("select id from organization.person_card where name = :name limit 2")
                .param("name", name)
                .query((row, _) -> new PersonId(row.getLong("id")))
                .list();
        return namesakes.size() == 1 ? Optional.of(directory.person(namesakes.getFirst())) : Optional.empty();
    }
}
