package cn.lianxin.report;

import cn.lianxin.platform.vault.Aliases;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what reports for all have told, measure by measure, so that no later one gives away what they withheld. */
@Component
class Telling {

    private final Aliases aliases;
    private final JdbcClient database;

    Telling(Aliases aliases, JdbcClient database) {
        this.aliases = aliases;
        this.database = database;
    }

    /** Nobody else tells anything until the transaction of the caller is over. */
    void begin() {
        database.sql("lock table report.told in share row exclusive mode").update();
    }

    /** What was told of these concerns and of all that nobody tells from them. */
    Partition of(String space, Collection<Long> concerns) {
        var told = new HashMap<Long, Long>();
        database.sql("""
                select t.concern, t.atom from report.told t
                where t.space = :space and t.atom in (
                    select o.atom from report.told o where o.space = :space and o.concern = any (:concerns))
                """)
                .param("space", space)
                .param("concerns", concerns.toArray(Long[]::new))
                .query(row -> {
                    told.put(row.getLong("concern"), row.getLong("atom"));
                });
        var all = new HashSet<>(concerns);
        all.addAll(told.keySet());
        return new Partition(told, peopleOf(all), this::nextAtom);
    }

    void remember(String space, Partition partition) {
        var changed = partition.changed();
        database.sql("""
                insert into report.told (space, concern, atom)
                select :space, one.concern, one.atom
                from unnest(cast(:concerns as bigint[]), cast(:atoms as bigint[])) as one (concern, atom)
                on conflict (space, concern) do update set atom = excluded.atom
                """)
                .param("space", space)
                .param("concerns", changed.keySet().toArray(Long[]::new))
                .param(
                        "atoms",
                        changed.keySet().stream()
                                .map(concern -> Objects.requireNonNull(changed.get(concern)))
                                .toArray(Long[]::new))
                .update();
    }

    private Map<Long, Optional<Long>> peopleOf(Collection<Long> concerns) {
        var people = new HashMap<Long, Optional<Long>>();
        database.sql("select concern, reporter from concern.raised_by where concern = any (:concerns)")
                .param("concerns", concerns.toArray(Long[]::new))
                .query(row -> {
                    var reporter = row.getLong("reporter");
                    people.put(
                            row.getLong("concern"),
                            row.wasNull() ? Optional.empty() : Optional.of(aliases.ofKnown(reporter)));
                });
        return people;
    }

    private long nextAtom() {
        return database.sql("select nextval('report.atom')").query(Long.class).single();
    }
}
