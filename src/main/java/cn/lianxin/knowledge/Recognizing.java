package cn.lianxin.knowledge;

import cn.lianxin.organization.NamedPeople;
import cn.lianxin.platform.identifying.Identifying;
import cn.lianxin.platform.identifying.Kind;
import cn.lianxin.platform.identifying.Surnames;
import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private final NamedPeople people;

    Recognizing(NamedPeople people) {
        this.people = people;
    }

    /** Each part once, names first. */
    List<Recognized> in(String text) {
        Set<Recognized> found = new LinkedHashSet<>();
        people.namesIn(text, CALLED_BY).forEach(name -> found.add(new Recognized(Recognized.Kind.NAME, name)));
        people.staffNumbersIn(text).forEach(number -> found.add(new Recognized(Recognized.Kind.STAFF_NUMBER, number)));
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
        for (var piece : Identifying.in(text)) {
            var words = Grams.normal(piece.words());
            if (found.stream().noneMatch(one -> one.part().contains(words) || words.contains(one.part()))) {
                found.add(new Recognized(kindOf(piece.kind()), piece.words()));
            }
        }
        return found;
    }

    private static Recognized.Kind kindOf(Kind kind) {
        return switch (kind) {
            case NAME -> Recognized.Kind.NAME;
            case NICKNAME, CREW -> Recognized.Kind.CALLED;
            case PHONE -> Recognized.Kind.TELEPHONE;
            case ID -> Recognized.Kind.ID_NUMBER;
            case ACCOUNT -> Recognized.Kind.MAIL;
            case BANK, PLATE, DORMITORY, NUMBER -> Recognized.Kind.LONG_NUMBER;
        };
    }
}
