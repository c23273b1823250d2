package cn.lianxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexPlaceTest {

    @TempDir
    Path directory;

    @Test
    void nobody_else_on_the_machine_reads_in_the_index() throws IOException {
        var place = Files.createDirectories(directory.resolve("search"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));

        new IndexPlace(place).open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_cannot_be_opened_is_made_again() throws IOException {
        var place = Files.createDirectories(directory.resolve("search"));
        Files.writeString(place.resolve("segments_1"), "torn");

        try (var index = new IndexPlace(place).open()) {
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void what_another_node_has_open_is_left_alone() throws IOException {
        var place = directory.resolve("search");

        try (var first = new IndexPlace(place).open()) {
            first.keep(Map.of("whose", "the first one's"));
            try (var second = new IndexPlace(place).open()) {
                second.keep(Map.of("whose", "the second one's"));

                assertThat(first.note()).containsEntry("whose", "the first one's");
                assertThat(directory.resolve("search-2")).isDirectory();
            }
            first.keep(Map.of("whose", "still the first one's"));
        }
        try (var again = new IndexPlace(place).open()) {
            assertThat(again.note()).containsEntry("whose", "still the first one's");
        }
    }
}
