package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.text.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds whom somebody means who writes a name, a staff number or a unit. It never asks back with a list, which would tell
 * who works here: of several of one name all are meant that stand nearest to where it happened.
 */
@Component
class Naming {

    private static final int MOST = 5;

    private record Found(long id, int distance) {}

    private final Directory directory;
    private final JdbcClient database;

    Naming(Directory directory, JdbcClient database) {
        this.directory = directory;
        this.database = database;
    }

    /**
     * @param near the unit that it is about
     * @throws Refusal.Violation {@code about-unknown} with the part that means nobody, {@code about-too-many}
     */
    Subjects find(String text, UnitId near) {
        var parts = Arrays.stream(PlainText.line(text).split("[、，,；;]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > MOST) {
            throw new Refusal.Violation("about", "about-too-many", MOST);
        }
        var found = Subjects.NOBODY;
        for (var part : parts) {
            found = found.and(one(part, near));
        }
        return found;
    }

    private Subjects one(String part, UnitId near) {
        var byNumber = directory.personByStaffNumber(part);
        if (byNumber.isPresent()) {
            return new Subjects(List.of(byNumber.get().id()), List.of());
        }
        var people = nearest(
                "select p.id, p.unit from organization.person_card p where p.name = :text and p.left_on is null",
                part,
                near);
        if (!people.isEmpty()) {
            return new Subjects(people.stream().map(PersonId::new).toList(), List.of());
        }
        var units = nearest("""
                select u.id, u.id as unit from organization.unit_card u
                where u.valid_until is null and :text in (u.name, u.short_name, u.code)
                """, part, near);
        if (units.isEmpty()) {
            throw new Refusal.Violation("about", "about-unknown", part);
        }
        return new Subjects(List.of(), units.stream().map(UnitId::new).toList());
    }

    private List<Long> nearest(String which, String text, UnitId near) {
        var found = new ArrayList<>(
                database.sql("select f.id, coalesce(min(mine.distance), 1000) as distance from (" + which + """
                        ) f
                        left join organization.unit_line his on his.unit = f.unit
                        left join organization.unit_line mine on mine.above = his.above and mine.unit = :near
                        group by f.id order by distance, f.id
                        """)
                        .param("text", text)
                        .param("near", near.value())
                        .query((row, _) -> new Found(row.getLong("id"), row.getInt("distance")))
                        .list());
        return found.stream()
                .filter(one -> one.distance() == found.getFirst().distance())
                .map(Found::id)
                .toList();
    }
}
