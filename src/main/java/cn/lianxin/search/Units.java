package cn.lianxin.search;

import cn.lianxin.platform.text.Grams;
import cn.lianxin.platform.text.Sounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds units by a part of the name, by its sound or by the code. Everybody who signed in knows what units there are. */
@Component
class Units {

    /** @param above short name of the unit above it, empty for the root */
    record Unit(long id, String code, String name, String shortName, String above) {}

    private static final String CARDS = """
            select u.id, u.code, u.name, u.short_name, coalesce(up.short_name, '') as above
            from organization.unit_card u left join organization.unit_card up on up.id = u.parent
            """;

    private static final int NOT_FOUND = 4;

    private final JdbcClient database;
    private final Map<String, Sounds> sounds = new ConcurrentHashMap<>();

    Units(JdbcClient database) {
        this.database = database;
    }

    /** Those that exist today, whose name is the words first, then begins with them, has them in it, sounds like them. */
    List<Unit> find(String typed, int most) {
        var words = Grams.normal(typed).replaceAll("[\\s\\p{Z}]+", "");
        if (words.isEmpty()) {
            return List.of();
        }
        record Ranked(Unit unit, int rank) {}
        return all().stream()
                .map(unit -> new Ranked(unit, rank(unit, words)))
                .filter(one -> one.rank() < NOT_FOUND)
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(one -> one.unit().code()))
                .limit(most)
                .map(Ranked::unit)
                .toList();
    }

    Optional<Unit> byCode(String code) {
        return database.sql(CARDS + " where u.code = :code")
                .param("code", code)
                .query((row, _) -> unit(row))
                .optional();
    }

    /** The unit itself, and what lies below it. */
    List<Long> below(long unit) {
        return database.sql("select l.unit from organization.unit_line l where l.above = :unit")
                .param("unit", unit)
                .query((row, _) -> row.getLong("unit"))
                .list();
    }

    private int rank(Unit unit, String words) {
        var names = Stream.of(unit.name(), unit.shortName(), unit.code())
                .map(Grams::normal)
                .toList();
        if (names.contains(words)) {
            return 0;
        }
        if (names.stream().anyMatch(name -> name.startsWith(words))) {
            return 1;
        }
        if (names.stream().limit(2).anyMatch(name -> name.contains(words))) {
            return 2;
        }
        return isAscii(words)
                        && (soundsOf(unit.name()).match(words)
                                || soundsOf(unit.shortName()).match(words))
                ? 3
                : NOT_FOUND;
    }

    private Sounds soundsOf(String name) {
        return sounds.computeIfAbsent(name, Sounds::of);
    }

    private static boolean isAscii(String words) {
        return words.chars().allMatch(character -> character < 0x80);
    }

    private List<Unit> all() {
        return database.sql(CARDS + " where u.valid_until is null")
                .query((row, _) -> unit(row))
                .list();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("above"));
    }
}
