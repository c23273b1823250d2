package cn.lianxin.organization;

import cn.lianxin.platform.identifying.Surnames;
import cn.lianxin.platform.text.Grams;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom of the roster a text names, leavers too. */
@Component
public class NamedPeople {

    private static final Pattern WORD = Pattern.compile("[a-z]*\\d[a-z0-9-]{2,}");

    private final JdbcClient database;

    NamedPeople(JdbcClient database) {
        this.database = database;
    }

    /**
     * Each name once.
     *
     * @param titles as a choice of a pattern, by which a name that is a word as well is told from the word
     */
    public List<String> namesIn(String text, String titles) {
        return database
                .sql("""
                select distinct p.name
                from organization.person_card p
                where char_length(p.name) >= 2
                  and (position(p.name in :text) > 0 or position(p.name in :close) > 0)
                order by p.name
                """)
                .param("text", text)
                .param("close", text.replaceAll("[\\s\\u3000·•]+", ""))
                .query((row, _) -> row.getString("name"))
                .list()
                .stream()
                .filter(name -> Surnames.isMeant(name, text, titles))
                .toList();
    }

    public List<String> staffNumbersIn(String text) {
        var words = WORD.matcher(Grams.normal(text))
                .results()
                .map(found -> found.group())
                .distinct()
                .toArray(String[]::new);
        return database.sql("""
                select p.staff_number from organization.person_card p
                where lower(p.staff_number) = any (:words) order by p.staff_number
                """)
                .param("words", words)
                .query((row, _) -> row.getString("staff_number"))
                .list();
    }
}
