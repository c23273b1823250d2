package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by what somebody remembers of them. */
@Component
class PersonSearch {

    /** Those who work or worked below these units, and those who never had a unit. */
    private static final String BELOW = """
            (not exists (select 1 from organization.appointment a where a.person = p.id)
             or exists (select 1 from organization.appointment a
                        join organization.post post on post.id = a.post
                        join organization.line line on line.unit = post.unit
                        where a.person = p.id and line.above = any(:above)))
            """;

    private static final String ORDER = """
             order by (p.left_on is not null), (p.staff_number = :words) desc, full_row.name_key, p.id limit :limit
            """;

    private final JdbcClient jdbc;

    PersonSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonCard> everywhere(String words, int limit) {
        return find(words, "true", List.of(), limit);
    }

    List<PersonCard> below(Collection<UnitId> above, String words, int limit) {
        return find(words, BELOW, above, limit);
    }

    boolean isBelow(Collection<UnitId> above, PersonId person) {
        return jdbc.sql("select exists (select 1 from organization.person p where p.id = :person and " + BELOW + ")")
                .param("person", person.value())
                .param("above", ids(above))
                .query(Boolean.class)
                .single();
    }

    private List<PersonCard> find(String words, String scope, Collection<UnitId> above, int limit) {
        var wanted = words.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(People.CARD + " join organization.person full_row on full_row.id = p.id where "
                        + condition(wanted) + " and " + scope + ORDER)
                .param("words", wanted)
                .param("part", "%" + escaped(wanted) + "%")
                .param("start", escaped(wanted.toLowerCase(Locale.ROOT)) + "%")
                .param("sound", escaped(wanted.toLowerCase(Locale.ROOT).replace(" ", "")) + "%")
                .param("above", ids(above))
                .param("limit", limit)
                .query(People::card)
                .list();
    }

    /** Letters and digits can be a number or a sound; anything else can only be a name. */
    private static String condition(String wanted) {
        return wanted.chars().allMatch(character -> character < 128) ? """
                (lower(full_row.staff_number) like :start or full_row.initials like :sound
                 or replace(full_row.name_key, ' ', '') like :sound)
                """ : " full_row.name like :part ";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
