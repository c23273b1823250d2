package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That they find nothing in the product would say nothing if they found nothing anywhere. */
@Tag("hours")
@Tag("browser")
@Tag("attack")
class AttackersTest {

    private static final List<Target> SEARCH = List.of(new Target("GET", "/", Map.of("word", "coal"), false));

    @TempDir
    Path directory;

    @AfterAll
    static void stop() {
        TestDatabase.stop();
    }

    @Test
    void sqlmap_finds_words_that_go_into_sql() throws Exception {
        try (var weak = new WeakPages()) {
            var found = new Sqlmap(new Attacker(directory)).attack(weak.home(), SEARCH);

            assertThat(found).anySatisfy(line -> assertThat(line).contains("word"));
        }
    }

    @Test
    void wapiti_finds_words_that_go_into_sql_and_into_markup() throws Exception {
        try (var weak = new WeakPages()) {
            var found = new Wapiti(new Attacker(directory), true).attack(weak.home(), SEARCH);

            assertThat(found).anySatisfy(line -> assertThat(line).contains("SQL Injection"));
            assertThat(found).anySatisfy(line -> assertThat(line).contains("Cross Site Scripting"));
        }
    }
}
