package cn.lianxin.weakness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented advisories, for no one may depend on a real one here. */
class OsvTest {

    private static final Set<String> LIBRARIES = Set.of("Maven com.example:lamp", "npm lamp");
    private static final LocalDate TODAY = LocalDate.of(2030, 5, 1);

    @TempDir
    Path folder;

    @Test
    void every_run_of_versions_is_read_in_whatever_order_its_events_stand() throws IOException {
        write("2030/deep/one.json", advisory("""
                {"package": {"ecosystem": "Maven", "name": "com.example:lamp"}, "ranges": [
                  {"type": "GIT", "events": [{"introduced": "0"}]},
                  {"type": "ECOSYSTEM", "events": [
                    {"fixed": "2.1"}, {"introduced": "2.0"}, {"introduced": "0"}, {"fixed": "1.4"}]},
                  {"type": "ECOSYSTEM", "events": [{"introduced": "3.0-M1"}, {"last_affected": "3.2"}]},
                  {"type": "ECOSYSTEM", "events": [{"introduced": "5.0"}]}], "versions": ["4.0.1"]}"""));

        assertThat(weak("Maven", "com.example:lamp"))
                .containsExactly("1.3", "2.0", "3.0-M2", "3.2", "4.0.1", "5.0", "6.1");
    }

    @Test
    void another_library_another_place_and_what_was_withdrawn_do_not_count() throws IOException {
        write("one.json", advisory("""
                {"package": {"ecosystem": "npm", "name": "lamp"}, "ranges": [
                  {"type": "SEMVER", "events": [{"introduced": "1.0.0-beta.2"}, {"fixed": "2.1"}]}]},
                {"package": {"ecosystem": "PyPI", "name": "lamp"}, "ranges": [
                  {"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]},
                {"package": {"ecosystem": "npm", "name": "lamps"}, "ranges": [
                  {"type": "SEMVER", "events": [{"introduced": "0"}]}]}"""));
        write("two.json", advisory("""
                {"package": {"ecosystem": "npm", "name": "lamp"}, "ranges": [
                  {"type": "SEMVER", "events": [{"introduced": "0"}]}]}""").replace("\"id\"", "\"withdrawn\": \"2030-02-01T00:00:00Z\", \"id\""));
        write("README.md", "no advisory");

        assertThat(weak("npm", "lamp")).containsExactly("1.3", "1.4", "2.0");
    }

    @Test
    void a_broken_file_is_named_and_an_empty_folder_too() throws IOException {
        assertThatThrownBy(() -> Osv.in(folder, LIBRARIES)).hasMessageContaining("no advisories in " + folder);
        write("good.json", advisory(""));
        assertThat(Osv.in(folder, LIBRARIES)).isEmpty();

        for (var broken : List.of("{\"id\": \"GHSA-", "{}", "{\"id\": \"GHSA-1\", \"modified\": \"soon\"}", "[]")) {
            write("2030/broken.json", broken);
            assertThatThrownBy(() -> Osv.in(folder, LIBRARIES)).as(broken).hasMessageContaining("2030/broken.json");
        }
    }

    @Test
    void a_database_adds_to_what_is_known_and_counts_as_having_looked() throws IOException {
        var known = new KnownWeaknesses(List.of(), Map.of(), List.of());
        var part = new Part("npm", "lamp", "1.0.0");
        write("one.json", advisory("""
                {"package": {"ecosystem": "npm", "name": "lamp"}, "ranges": [
                  {"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.0.1"}]}]}"""));

        var all = known.with(Osv.in(folder, LIBRARIES), Set.of(part), TODAY);

        assertThat(all.faults(Set.of(part), TODAY)).containsExactly("npm lamp 1.0.0: GHSA-1, mended in 1.0.1");
    }

    @Test
    void what_a_database_says_is_written_down_as_it_is_read() throws IOException {
        write("one.json", advisory("""
                {"package": {"ecosystem": "npm", "name": "lamp"}, "ranges": [
                  {"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.0.1"}]},
                  {"type": "SEMVER", "events": [{"introduced": "2.0.0"}, {"last_affected": "2.4.0"}]}]}"""));
        var read = Osv.in(folder, LIBRARIES);

        Tables.writeKnown(folder.resolve("known.tsv"), read);
        Tables.writeLookedThrough(folder.resolve("looked.tsv"), Stream.of(new Part("npm", "lamp", "3.0.0")), TODAY);

        assertThat(Tables.known(folder.resolve("known.tsv"))).containsExactlyInAnyOrderElementsOf(read);
        assertThat(Tables.lookedThrough(folder.resolve("looked.tsv"))).isEqualTo(Map.of("npm lamp", TODAY));
    }

    private List<String> weak(String ecosystem, String name) throws IOException {
        var weaknesses = Osv.in(folder, LIBRARIES);
        return Stream.of("1.3", "1.4", "2.0", "2.1", "3.0-M2", "3.2", "3.3", "4.0", "4.0.1", "5.0", "6.1")
                .filter(version ->
                        weaknesses.stream().anyMatch(weakness -> weakness.affects(new Part(ecosystem, name, version))))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String advisory(String affected) {
        return """
                {"id": "GHSA-1", "modified": "2030-01-02T03:04:05Z", "published": "2030-01-01T03:04:05Z",
                 "affected": [%s]}""".formatted(affected);
    }
}
