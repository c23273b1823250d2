package cn.lianxin.report;

import cn.lianxin.platform.web.Screen;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What hung on a notice board and was taken down since. A report stays as it was issued and is asked for each time it is shown,
 * so that nothing has to be altered and nothing is shown for a moment longer.
 */
@Component
class TakenDown {

    /** A gravestone: when and by which rule, not what. */
    record Stone(LocalDate on, String rule) {}

    private final JdbcClient database;

    TakenDown(JdbcClient database) {
        this.database = database;
    }

    /** Those of the numbers that were taken down. */
    Map<String, Stone> among(Collection<Contents.Posted> posted) {
        if (posted.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select number, at, rule from concern.taken_down_number where number = any (:numbers)")
                .param("numbers", posted.stream().map(Contents.Posted::number).toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        row.getString("number"),
                        new Stone(
                                row.getObject("at", OffsetDateTime.class)
                                        .atZoneSameInstant(Screen.ZONE)
                                        .toLocalDate(),
                                row.getString("rule"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Oldest first, so that their order does not tell which they were. */
    static List<Stone> inOrder(Collection<Stone> stones) {
        return stones.stream()
                .sorted(Comparator.comparing(Stone::on).thenComparing(Stone::rule))
                .toList();
    }
}
