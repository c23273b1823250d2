package cn.lianxin.knowledge;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what looks like a person: the names and staff numbers of the roster, how people call each other, and numbers that lead
 * to somebody. It finds rather too much: a sentence can always be put in another way.
 */
@Component
class Recognizing {

    private static final String CALLED_BY =
            "某某|某人|某|师傅|师父|队长|班长|区长|矿长|科长|部长|处长|主任|书记|经理|工长|组长|总工|主席|同志|大哥|大姐|老师|工程师|技术员|安全员";

    /** 小时, 小于 and 老成 are words. */
    private static final String FAMILIAR = "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董程曹袁邓许沈彭吕苏蒋蔡贾丁魏薛叶潘杜姜谭廖邹熊郝崔邱秦侯邵孟";

    private static final String[] PATTERNS = {
        "CALLED=" + Surnames.BEFORE_A_TITLE + "(?:" + CALLED_BY + ")",
        "CALLED=[老小][" + FAMILIAR + "](?![一-鿿]?[庄村屯沟河矿山])",
        "ID_NUMBER=(?<!\\d)\\d{17}[\\dx](?![\\dx])",
        "ID_NUMBER=(?<!\\d)\\d{15}(?!\\d)",
        "CONCERN_NUMBER=(?<!\\d)\\d{4}-\\d{4}-\\d{4}(?!\\d)",
        "TELEPHONE=(?<!\\d)1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)",
        "TELEPHONE=(?<!\\d)0\\d{2,3}[ -]?\\d{3,4}[ -]?\\d{4}(?!\\d)",
        "LONG_NUMBER=(?<!\\d)\\d(?:[ -]?\\d){6,}(?!\\d)",
        "MAIL=[\\w.+-]+@[\\w-]+\\.[\\w.-]+",
    };

    private record Looks(Recognized.Kind kind, Pattern pattern) {

        static Looks of(String line) {
            var at = line.indexOf('=');
            return new Looks(Recognized.Kind.valueOf(line.substring(0, at)), Pattern.compile(line.substring(at + 1)));
        }

        Stream<Recognized> in(String text) {
            return pattern.matcher(text).results().map(found -> new Recognized(kind, found.group()));
        }
    }

    private static final List<Looks> LOOKS =
            Arrays.stream(PATTERNS).map(Looks::of).toList();

    private static final Pattern WORD = Pattern.compile("[a-z]*\\d[a-z0-9-]{2,}");

    private final JdbcClient database;

    Recognizing(JdbcClient database) {
        this.database = database;
    }

    /** Each part once, names first. */
    List<Recognized> in(String text) {
        Set<Recognized> found = new LinkedHashSet<>();
        names(text).forEach(name -> found.add(new Recognized(Recognized.Kind.NAME, name)));
        staffNumbers(text).forEach(number -> found.add(new Recognized(Recognized.Kind.STAFF_NUMBER, number)));
        found.addAll(looksLike(text));
        return List.copyOf(found);
    }

    /** What needs no roster. What lies within another find is not told twice. */
    static List<Recognized> looksLike(String text) {
        var normal = Grams.normal(text);
        var found = new ArrayList<Recognized>();
        for (var looks : LOOKS) {
            looks.in(normal)
                    .filter(one ->
                            found.stream().noneMatch(other -> other.part().contains(one.part())))
                    .forEach(found::add);
        }
        return found;
    }

    private List<String> names(String text) {
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
                .filter(name -> Surnames.isMeant(name, text, CALLED_BY))
                .toList();
    }

    private List<String> staffNumbers(String text) {
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
