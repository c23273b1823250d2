package cn.lianxin.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has a whole database says where: {@code ./lianxin test --weaknesses DIRECTORY}. */
class KnownWeaknessesTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 5, 1);

    static Stream<Weakness> known() throws IOException {
        return Tables.known(Tables.KNOWN).stream();
    }

    @Test
    void no_library_of_the_product_and_of_its_tests_had_a_known_weakness_when_all_were_looked_through()
            throws IOException {
        var parts = Parts.all();
        var known = KnownWeaknesses.ofTheRepository();
        var folder = folder();
        if (folder == null) {
            assertThat(known.faults(parts, known.lookedOn())).isEmpty();
            return;
        }
        var today = LocalDate.now();
        var database = Osv.in(folder, parts.stream().map(Part::library).collect(Collectors.toSet()));
        var whole = known.with(database, parts, today);
        if (Boolean.getBoolean("lianxin.write-docs")) {
            Tables.writeKnown(Tables.KNOWN, whole.known());
            Tables.writeLookedThrough(Tables.LOOKED_THROUGH, parts.stream(), today);
        }
        assertThat(whole.faults(parts, today)).isEmpty();
    }

    /** Apart, for it turns red by the calendar alone, and nobody who only wants to try the product has to mend it. */
    @Test
    @Tag("hours")
    void the_list_is_not_older_than_it_may_be_and_nothing_is_accepted_longer_than_it_was() throws IOException {
        assertThat(KnownWeaknesses.ofTheRepository().faults(Parts.all(), LocalDate.now()))
                .isEmpty();
    }

    @Test
    void the_parts_are_those_of_the_bill_of_the_tests_and_of_the_lock_files() throws IOException {
        assertThat(Parts.ofTheBill())
                .hasSizeGreaterThan(100)
                .anyMatch(part -> part.library().equals("Maven org.apache.tomcat.embed:tomcat-embed-core"));
        assertThat(Parts.ofTheClassPath())
                .containsAll(Parts.ofTheBill())
                .anyMatch(part -> part.library().equals("Maven org.jsoup:jsoup"));
        assertThat(Parts.ofTheLockFiles())
                .hasSizeGreaterThan(150)
                .contains(new Part("npm", "@hey-api/openapi-ts", "0.85.0"), new Part("npm", "tar-fs", "2.1.1"));
        assertThat(Parts.ofTheRepository(Path.of("org/junit/jupiter/junit-jupiter/6.0.3/junit-jupiter-6.0.3.jar")))
                .isEqualTo(new Part("Maven", "org.junit.jupiter:junit-jupiter", "6.0.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "Maven, org.apache.logging.log4j:log4j-core,        2.14.1,   2.17.1",
        "Maven, org.apache.tomcat.embed:tomcat-embed-core,  11.0.24,  11.0.25",
        "Maven, org.apache.tomcat.embed:tomcat-embed-core,  11.0.0-M1, 11.0.25",
        "Maven, tools.jackson.core:jackson-databind,        3.1.6,    3.1.7",
        "Maven, org.springframework:spring-beans,           5.3.17,   5.3.18",
        "Maven, com.unboundid:unboundid-ldapsdk,            ,         7.0.3",
        "npm,   handlebars,                                 4.7.9,    4.7.10",
        "npm,   fast-xml-parser,                            4.5.3,    5.12.1",
        "npm,   request,                                    2.88.2,   3.0.0",
    })
    void an_old_version_is_noticed_and_the_one_that_mends_it_is_not(
            String ecosystem, String name, @Nullable String weak, String mended) throws IOException {
        var known = looked(known().toList(), ecosystem + " " + name, TODAY);

        if (weak != null) {
            assertThat(known.faults(Set.of(new Part(ecosystem, name, weak)), TODAY))
                    .isNotEmpty();
        }
        assertThat(known.faults(Set.of(new Part(ecosystem, name, mended)), TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("known")
    void each_fact_begins_and_ends_where_it_says(Weakness weakness) {
        assertThat(weakness.affects(part(weakness, weakness.introduced()))).isTrue();
        if (weakness.fixed() != null) {
            assertThat(weakness.affects(part(weakness, weakness.fixed()))).isFalse();
        }
        if (weakness.lastAffected() != null) {
            assertThat(weakness.affects(part(weakness, weakness.lastAffected())))
                    .isTrue();
        }
        assertThat(weakness.affects(new Part(weakness.ecosystem(), "another", weakness.introduced())))
                .isFalse();
    }

    @Test
    void a_library_that_nobody_looked_through_is_noticed_and_one_that_was_too_long_ago() {
        var part = new Part("Maven", "com.example:new", "1.0");
        var longAgo = TODAY.minus(KnownWeaknesses.RENEWED_WITHIN);

        assertThat(new KnownWeaknesses(List.of(), Map.of(), List.of()).faults(Set.of(part), TODAY))
                .containsExactly("Maven com.example:new: nobody looked for its weaknesses");
        assertThat(looked(List.of(), part.library(), longAgo).faults(Set.of(part), TODAY))
                .isEmpty();
        assertThat(looked(List.of(), part.library(), longAgo.minusDays(1)).faults(Set.of(part), TODAY))
                .containsExactly("Maven com.example:new: last looked through on 2030-01-28");
    }

    @Test
    void what_is_accepted_is_so_in_its_version_until_its_day_and_only_while_it_is_there() {
        var weakness = new Weakness("npm", "old", "0", "2.0.0", null, "GHSA-1", TODAY);
        var accepted = new Accepted("npm", "old", "1.0.0", "GHSA-1", TODAY, "it reads our own files alone");
        var known = new KnownWeaknesses(List.of(weakness), Map.of("npm old", TODAY), List.of(accepted));

        assertThat(known.faults(Set.of(new Part("npm", "old", "1.0.0")), TODAY)).isEmpty();
        assertThat(known.faults(Set.of(new Part("npm", "old", "1.0.0")), TODAY.plusDays(1)))
                .containsExactly("npm old 1.0.0: GHSA-1, mended in 2.0.0");
        assertThat(known.faults(Set.of(new Part("npm", "old", "1.0.1")), TODAY))
                .containsExactly("npm old 1.0.1: GHSA-1, mended in 2.0.0", "old: GHSA-1 is accepted and not there");
        assertThat(known.faults(Set.of(new Part("npm", "old", "2.0.0")), TODAY))
                .containsExactly("old: GHSA-1 is accepted and not there");
    }

    private static KnownWeaknesses looked(List<Weakness> known, String library, LocalDate day) {
        return new KnownWeaknesses(known, Map.of(library, day), List.of());
    }

    private static Part part(Weakness weakness, String version) {
        return new Part(weakness.ecosystem(), weakness.name(), version);
    }

    private static @Nullable Path folder() {
        var folder = System.getProperty("lianxin.weaknesses", System.getenv("LIANXIN_WEAKNESSES"));
        return folder == null ? null : Path.of(folder);
    }
}
