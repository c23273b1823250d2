package cn.lianxin.promise;

import cn.lianxin.kernel.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The classification in force, read once: it changes with a release or by an administrator, not by the hour. */
@Component
public class Matters {

    /** A matter and why it is suggested. */
    public record Suggestion(Matter matter, List<String> because) {}

    private static final String ABOUT_PLACES = "CDEFGM";

    private final Map<String, Matter> byCode;

    Matters(JdbcClient database) {
        this.byCode = database
                .sql("""
                select code, area_name, name, english_area_name, english_name, lead, assisting, grade,
                       keywords, urgent_keywords, needs_approval
                from promise.matter
                order by code
                """)
                .query((row, _) -> new Matter(
                        row.getString("code"),
                        row.getString("area_name"),
                        row.getString("name"),
                        row.getString("english_area_name"),
                        row.getString("english_name"),
                        row.getString("lead"),
                        row.getString("assisting"),
                        Grade.valueOf(row.getString("grade")),
                        List.of((String[]) row.getArray("keywords").getArray()),
                        List.of((String[]) row.getArray("urgent_keywords").getArray()),
                        row.getBoolean("needs_approval")))
                .list()
                .stream()
                .collect(Collectors.toMap(Matter::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }

    /** All of them in the order of their codes. */
    public List<Matter> all() {
        return List.copyOf(byCode.values());
    }

    /** Refused as {@code matter-unknown} where no matter has this code. */
    public Matter get(String code) {
        var matter = byCode.get(code);
        if (matter == null) {
            throw new Refusal.Violation("matter", "matter-unknown");
        }
        return matter;
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The grade of words about this matter, as {@link #gradeOf(Matter, String, Collection)} by this classification. */
    public Grade gradeOf(Matter matter, String words) {
        return gradeOf(matter, words, byCode.values());
    }

    /**
     * Who speaks of a danger to life may have named another matter, or none: the urgent words of mine safety count under
     * every matter that is about a place. About pay, insurance and titles such words tell of the past.
     */
    public static Grade gradeOf(Matter matter, String words, Collection<Matter> all) {
        var grade = matter.gradeOf(words);
        var danger = ABOUT_PLACES.contains(matter.area())
                && all.stream().anyMatch(other -> other.gradeOf(words) == Grade.U0);
        return danger ? Grade.U0 : grade;
    }

    /** The matters whose words stand in the text, most first, at most {@code limit}; a person chooses. */
    public List<Suggestion> suggest(String text, int limit) {
        return byCode.values().stream()
                .map(matter -> new Suggestion(matter, found(matter, text)))
                .filter(suggestion -> !suggestion.because().isEmpty())
                .sorted(Comparator.comparingInt(Matters::weight).reversed())
                .limit(limit)
                .toList();
    }

    /** The one for which more speaks than for any other; where two are alike a person chooses without a hint. */
    public static Optional<Matter> clearest(List<Suggestion> suggestions) {
        var isClear = suggestions.size() == 1
                || suggestions.size() > 1 && weight(suggestions.getFirst()) > weight(suggestions.get(1));
        return isClear ? Optional.of(suggestions.getFirst().matter()) : Optional.empty();
    }

    private static List<String> found(Matter matter, String text) {
        return java.util.stream.Stream.concat(matter.keywords().stream(), matter.urgentKeywords().stream())
                .filter(text::contains)
                .distinct()
                .toList();
    }

    private static int weight(Suggestion suggestion) {
        return suggestion.because().stream().mapToInt(String::length).sum();
    }
}
