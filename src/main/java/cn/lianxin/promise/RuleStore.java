package cn.lianxin.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules as they are stored; only ever added to, so the newest keys tell whether anything is new. */
@Component
class RuleStore {

    private record Newest(long version, long decision) {}

    private record Known(Newest newest, RuleBook book) {}

    private final JdbcClient database;
    private volatile Known known = new Known(new Newest(-1, -1), new RuleBook(List.of(), List.of()));

    RuleStore(JdbcClient database) {
        this.database = database;
    }

    RuleBook book() {
        var newest = database.sql("""
                select coalesce((select max(id) from promise.rule_version), 0) as version,
                       coalesce((select max(id) from promise.rule_switch), 0) as decision
                """)
                .query((row, _) -> new Newest(row.getLong("version"), row.getLong("decision")))
                .single();
        var now = known;
        if (!now.newest().equals(newest)) {
            now = new Known(newest, new RuleBook(versions(), switches()));
            known = now;
        }
        return now.book();
    }

    /** The law or decision that these rules come from, in their order. */
    List<String> sourcesOf(List<Long> rules) {
        return database.sql("select distinct on (source) source from promise.rule where id = any (:rules)")
                .param("rules", rules.toArray(Long[]::new))
                .query((row, _) -> row.getString("source"))
                .list();
    }

    /** Answers its id. */
    long add(PackVersion version) {
        var id = database.sql("""
                insert into promise.rule_version (pack, english_pack, in_force_from, imported_by, imported_at)
                values (:pack, :english, :from, :by, :at)
                returning id
                """)
                .param("pack", version.pack())
                .param("english", version.englishPack())
                .param("from", version.from())
                .param("by", version.importedBy())
                .param("at", Timestamp.from(version.importedAt()))
                .query(Long.class)
                .single();
        for (var rule : version.rules()) {
            database.sql("""
                    insert into promise.rule (version, stage, matter, grade, amount, measure, source)
                    values (:version, :stage, :matter, :grade, :amount, :measure, :source)
                    """)
                    .param("version", id)
                    .param("stage", rule.stage().name())
                    .param("matter", rule.circle().matter())
                    .param("grade", rule.circle().grade().map(Grade::name).orElse(null))
                    .param("amount", rule.amount())
                    .param("measure", rule.measure().name())
                    .param("source", rule.source())
                    .update();
        }
        return id;
    }

    /** Answers its id. */
    long add(RuleSwitch decision) {
        return database.sql("""
                insert into promise.rule_switch (pack, matter, grade, switched_on, from_date, decided_by, decided_at)
                values (:pack, :matter, :grade, :on, :from, :by, :at) returning id
                """)
                .param("pack", decision.pack())
                .param("matter", decision.circle().matter())
                .param("grade", decision.circle().grade().map(Grade::name).orElse(null))
                .param("on", decision.on())
                .param("from", decision.from())
                .param("by", decision.decidedBy())
                .param("at", Timestamp.from(decision.decidedAt()))
                .query(Long.class)
                .single();
    }

    private List<PackVersion> versions() {
        Map<Long, List<Rule>> rules = new HashMap<>();
        database.sql("select id, version, stage, matter, grade, amount, measure, source from promise.rule order by id")
                .query(row -> {
                    rules.computeIfAbsent(row.getLong("version"), _ -> new ArrayList<>())
                            .add(rule(row));
                });
        return database.sql("""
                select id, pack, english_pack, in_force_from, imported_by, imported_at
                from promise.rule_version order by id
                """)
                .query((row, _) -> new PackVersion(
                        row.getLong("id"),
                        row.getString("pack"),
                        row.getString("english_pack"),
                        row.getObject("in_force_from", LocalDate.class),
                        row.getString("imported_by"),
                        row.getTimestamp("imported_at").toInstant(),
                        rules.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private List<RuleSwitch> switches() {
        return database.sql("""
                select id, pack, matter, grade, switched_on, from_date, decided_by, decided_at
                from promise.rule_switch order by id
                """)
                .query((row, _) -> new RuleSwitch(
                        row.getLong("id"),
                        row.getString("pack"),
                        new Circle(row.getString("matter"), grade(row.getString("grade"))),
                        row.getBoolean("switched_on"),
                        row.getObject("from_date", LocalDate.class),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getLong("id"),
                Stage.valueOf(row.getString("stage")),
                new Circle(row.getString("matter"), grade(row.getString("grade"))),
                row.getInt("amount"),
                Measure.valueOf(row.getString("measure")),
                row.getString("source"));
    }

    private static Optional<Grade> grade(@Nullable String name) {
        return Optional.ofNullable(name).map(Grade::valueOf);
    }
}
