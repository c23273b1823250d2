package cn.lianxin.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing that is of a person lies outside of the table of kinds, and no kind is without a rule that really runs. */
@ProductTest
class KindsTest {

    /** By these a column may be of a person, or hold what somebody said. */
    private static final Pattern OF_PEOPLE = Pattern.compile(
            "person|by_person|reporter|speaker|clerk|owner|deputy|recipient|caller|reviewer|author|reader|name|phone|address"
                    + "|words?|text|title|reason|note|detail|asked_by|.*_by|user_name|cells|bytes|content|serialized_event"
                    + "|alias|digest|credential|secret|device");

    /** What matches the pattern and is of nobody, and why. */
    private static final Map<String, String> OF_NOBODY = Map.ofEntries(
            Map.entry("audit.anchor", "hashes"),
            Map.entry("audit.finding", "places in a chain"),
            Map.entry("calendar.roster", "names of shifts"),
            Map.entry("companyaccount.own_secret", "secrets of the installation, locked"),
            Map.entry("demo.loading", "how far the demo is loaded"),
            Map.entry("public.flyway_schema_history", "names of migrations"),
            Map.entry("promise.matter", "names of matters"),
            Map.entry("promise.rule", "limits"),
            Map.entry("raising.buried", "digests of random tokens"),
            Map.entry("raising.mark_secret", "a key"),
            Map.entry("retention.kept_table", "names of tables"),
            Map.entry("retention.kind", "names of kinds"),
            Map.entry("spotcheck.period", "seeds"),
            Map.entry("transparency.begun", "names of kinds"),
            Map.entry("transparency.checkpoint", "hashes"),
            Map.entry("transparency.cosignature", "signatures of offices"),
            Map.entry("transparency.entry", "commitments, whose salts go when their content does"),
            Map.entry("transparency.head", "a number"),
            Map.entry("transparency.tile", "hashes"),
            Map.entry("vault.installation", "a mark"),
            Map.entry("virus.quarantine", "files without a sender, thirty days"),
            Map.entry("watermark.seed", "a key"));

    @Autowired
    DataKinds kinds;

    @Autowired
    List<KeptData> kept;

    @Autowired
    ChangingTerms changing;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    @Test
    void every_table_with_somebody_in_it_belongs_to_a_kind() {
        var belongs = kindOfTable();

        var homeless = new TreeSet<String>();
        columns().forEach((table, columns) -> {
            if (columns.stream().anyMatch(column -> OF_PEOPLE.matcher(column).matches())
                    && !belongs.containsKey(table)
                    && !OF_NOBODY.containsKey(table)) {
                homeless.add(table + " " + columns);
            }
        });

        assertThat(homeless).isEmpty();
        assertThat(columns().keySet()).containsAll(belongs.keySet());
        assertThat(OF_NOBODY.keySet()).doesNotContainAnyElementsOf(belongs.keySet());
    }

    @Test
    void a_kind_with_a_term_is_let_go_of_by_the_rooms_whose_tables_it_is() {
        var belongs = kindOfTable();
        for (var kind : kinds.all()) {
            var erased = new HashSet<String>();
            kept.stream().filter(data -> data.kind().equals(kind.code())).forEach(data -> erased.addAll(data.erases()));
            var tables = new HashSet<String>();
            belongs.forEach((table, code) -> {
                if (code.equals(kind.code())) {
                    tables.add(table);
                }
            });

            assertThat(tables).as(kind.code()).isNotEmpty();
            if (kind.days().isPresent()) {
                assertThat(erased).as(kind.code()).containsAll(tables);
            } else {
                assertThat(erased).as(kind.code()).isEmpty();
            }
        }
        assertThat(kept)
                .extracting(KeptData::kind)
                .isSubsetOf(kinds.all().stream().map(DataKind::code).toList());
    }

    @Test
    @DisplayName("网络安全法 §21: logs are kept for half a year at least, whoever decides")
    void logs_are_never_shorter_than_half_a_year() {
        var mine = village.mine();
        var administrator = new Actor.Member(
                village.holder(Role.ADMINISTRATOR, mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));

        assertThatThrownBy(() -> changing.change("log", 183, "省点地方", administrator))
                .isInstanceOf(Refusal.Violation.class)
                .hasMessageContaining("term-too-short");
        assertThatThrownBy(() -> database.sql("update retention.kind set days = 90 where code = 'log'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("update retention.kind set days = 90, shortest = 90 where code = 'log'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(kinds.daysOf("log")).isGreaterThanOrEqualTo(184);
    }

    @Test
    void an_administrator_changes_a_term_with_a_reason_and_it_is_written_down_and_nobody_else_does() {
        var mine = village.mine();
        var person = village.holder(Role.ADMINISTRATOR, mine);
        var administrator = new Actor.Member(person, "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        var supervisor =
                new Actor.Member(village.holder(Role.SUPERVISOR, mine), "督", List.of(new Grant(Role.SUPERVISOR, mine)));
        var before = kinds.daysOf("event");

        assertThatThrownBy(() -> changing.change("event", 40, "随便", administrator))
                .hasMessageContaining("term-reason");
        assertThatThrownBy(() -> changing.change("event", 40, "查一次旧故障", supervisor))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> changing.change("person", 40, "查一次旧故障", administrator))
                .isInstanceOf(Refusal.NotFound.class);
        changing.change("event", 40, "查一次旧故障", administrator);

        assertThat(kinds.daysOf("event")).isEqualTo(40);
        assertThat(database.sql("""
                        select detail from audit.entry where action = 'retention.term-changed' and person = :person
                        """)
                        .param("person", person.value())
                        .query((row, _) -> row.getString("detail"))
                        .list())
                .containsExactly(before + " -> 40: 查一次旧故障");
        changing.change("event", before, "查完了，改回去", administrator);
    }

    /** The document lists what the data says; {@code -Dlianxin.write-docs=true} writes it anew. */
    @Test
    void the_document_says_what_the_data_says() throws Exception {
        var file = Path.of("docs/data-protection.md");
        var table = new StringBuilder("| kind | what | why | how long | then | law |\n|---|---|---|---|---|---|\n");
        for (var kind : kinds.all()) {
            table.append("| %s %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            kind.name().chinese(),
                            kind.name().english(),
                            kind.contents().english(),
                            kind.purpose().english(),
                            kind.days()
                                    .map(days -> days + " days " + from(kind.from())
                                            + (kind.mayChange()
                                                    ? " (%d to %d)".formatted(kind.shortest(), kind.longest())
                                                    : ""))
                                    .orElse("stays"),
                            kind.ending().name().toLowerCase(Locale.ROOT),
                            kind.law().english()));
        }
        var begin = "<!-- kinds -->\n";
        var end = "<!-- end of kinds -->";
        var document = Files.readString(file);
        var written = document.substring(0, document.indexOf(begin) + begin.length())
                + table
                + document.substring(document.indexOf(end));
        if (Boolean.getBoolean("lianxin.write-docs")) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file)).isEqualTo(written);
    }

    private static String from(DataKind.From from) {
        return switch (from) {
            case ARISING -> "after it arose";
            case LAST_USE -> "after its last use";
            case CONCERN_ENDED -> "after the concern ended";
            case PERSON_LEFT -> "after he left";
        };
    }

    private Map<String, String> kindOfTable() {
        var all = new HashMap<String, String>();
        database.sql("select name, kind from retention.kept_table").query(row -> {
            all.put(row.getString("name"), row.getString("kind"));
        });
        return all;
    }

    private Map<String, List<String>> columns() {
        var all = new HashMap<String, List<String>>();
        database.sql("""
                select c.table_schema || '.' || c.table_name as name, c.column_name
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                """).query(row -> {
            all.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>()).add(row.getString("column_name"));
        });
        return all;
    }

    /** Shown to be able to fail: a table that nobody has placed is seen. */
    @Test
    void the_catalogue_would_show_a_new_table() {
        database.sql("create table retention.unplaced (person bigint)").update();
        try {
            assertThat(columns()).containsEntry("retention.unplaced", List.of("person"));
            assertThat(kindOfTable()).doesNotContainKey("retention.unplaced");
            assertThat(Set.of("person"))
                    .allMatch(column -> OF_PEOPLE.matcher(column).matches());
        } finally {
            database.sql("drop table retention.unplaced").update();
        }
    }
}
