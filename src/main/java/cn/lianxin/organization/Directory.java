package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up units and people. It knows no actor: a room that shows what it finds decides for whom. */
@Component
public class Directory {

    private final Units units;
    private final Lines lines;
    private final People people;
    private final PersonSearch personSearch;
    private final JdbcClient jdbc;

    Directory(Units units, Lines lines, People people, PersonSearch personSearch, JdbcClient jdbc) {
        this.units = units;
        this.lines = lines;
        this.people = people;
        this.personSearch = personSearch;
        this.jdbc = jdbc;
    }

    public UnitCard unit(UnitId unit) {
        return units.get(unit);
    }

    /** Also finds units that have ended; ask {@link #stands} where that matters. */
    public Optional<UnitCard> unitByCode(String code) {
        return units.byCode(code);
    }

    /** Every unit by its code, those that have ended too. */
    public Map<String, UnitCard> unitsByCode() {
        return units.all();
    }

    public Set<UnitId> endedUnits() {
        return units.ended();
    }

    /** Whether the unit exists today. */
    public boolean stands(UnitId unit) {
        return units.stands(unit);
    }

    public PersonCard person(PersonId person) {
        return people.get(person);
    }

    /** What somebody is today, in words. */
    public PostName postOf(PersonId person) {
        return jdbc.sql("""
                        select p.title, u.name as unit
                        from organization.person_card p join organization.unit_card u on u.id = p.unit
                        where p.id = :person
                        """)
                .param("person", person.value())
                .query((row, _) -> new PostName(row.getString("title"), row.getString("unit")))
                .optional()
                .orElse(PostName.NONE);
    }

    /** Also finds leavers, with {@link PersonCard#leftOn} filled. */
    public Optional<PersonCard> personByStaffNumber(String staffNumber) {
        return people.byStaffNumber(staffNumber.strip());
    }

    /** The line from the unit, itself first, up to the group, last; also of a unit that has ended. */
    public List<UnitId> upwards(UnitId unit) {
        return lines.upwards(unit);
    }

    /** Whether the first is the second or stands above it. */
    public boolean covers(UnitId above, UnitId unit) {
        return lines.covers(above, unit);
    }

    /** Those directly below that exist today. */
    public List<UnitCard> children(UnitId unit) {
        return units.children(unit);
    }

    /** Those that exist today, by code. */
    public List<UnitCard> mines() {
        return units.ofKind(UnitKind.MINE);
    }

    /** {@code 北岭矿 › 综采一队 › 早班}: short names from the mine down; from the group down outside the mines. */
    public String pathName(UnitId unit) {
        var line = upwards(unit).stream().map(units::get).toList().reversed();
        var mine = line.stream()
                .filter(card -> card.kind() == UnitKind.MINE)
                .findFirst()
                .map(line::indexOf)
                .orElse(0);
        return line.stream().skip(mine).map(UnitCard::shortName).collect(Collectors.joining(" › "));
    }

    /**
     * People by part of the name, by pinyin or its initials, or by the beginning of the staff number; those who still work
     * here first.
     *
     * @param words what somebody typed; blank finds nobody
     */
    public List<PersonCard> search(String words, int limit) {
        return personSearch.everywhere(words, limit);
    }

    /** Full names; ids that nobody bears are left out. */
    public Map<UnitId, String> unitNames(Collection<UnitId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name from organization.unit where id = any(:ids)")
                .param("ids", wanted.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new UnitId(row.getLong("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names of people, leavers too; ids that nobody bears are left out. */
    public Map<PersonId, String> personNames(Collection<PersonId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name from organization.person where id = any(:ids)")
                .param("ids", wanted.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new PersonId(row.getLong("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many people have an appointment in the unit or below it today; units without anybody are left out. */
    public Map<UnitId, Long> headcounts(Collection<UnitId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select l.above, count(distinct a.person) as people
                        from organization.line l
                        join organization.post p on p.unit = l.unit
                        join organization.appointment a on a.post = p.id
                        where l.above = any(:ids)
                          and a.from_date <= current_date and (a.until_date is null or a.until_date >= current_date)
                        group by l.above
                        """)
                .param("ids", wanted.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new UnitId(row.getLong("above")), row.getLong("people")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
