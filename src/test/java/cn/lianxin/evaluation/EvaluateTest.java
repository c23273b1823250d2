package cn.lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {

    @TempDir
    Path directory;

    @Test
    void an_unknown_name_is_answered_by_the_known_ones() {
        var problems = new ByteArrayOutputStream();

        int exit = Evaluate.run(List.of("weather"), new PrintStream(problems), new PrintStream(problems));

        assertThat(exit).isEqualTo(2);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("要测什么", "What is to be measured");
    }

    @Test
    void an_option_is_known_has_a_value_and_stands_once() {
        assertThatThrownBy(() -> Options.of(List.of("stray"))).hasMessageContaining("stray");
        assertThatThrownBy(() -> Options.of(List.of("--k"))).hasMessageContaining("--k needs a value");
        assertThatThrownBy(() -> Options.of(List.of("--k", "1", "--k", "2"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> Options.of(List.of("--l", "1")).only(Set.of("--k")))
                .hasMessageContaining("--l");
        assertThatThrownBy(() -> Options.of(List.of("--k", "many")).number("--k", 10))
                .hasMessageContaining("number");
    }

    @Test
    void json_lines_and_tab_separated_rows_are_read_alike() throws IOException {
        var lines = write("a.jsonl", "{\"id\":7,\"title\":\"水房\"}\n\n{\"id\":\"8\",\"title\":null}\n");
        var table = write("a.tsv", "\uFEFFid\ttitle\n7\t水房\n8\t\n");

        var needed = List.of("id", "title");

        assertThat(Rows.of(lines, needed)).isEqualTo(Rows.of(table, needed)).hasSize(2);
    }

    @Test
    void a_broken_line_is_named_and_nothing_is_read() throws IOException {
        assertThatThrownBy(() -> Rows.of(write("a.jsonl", "{\"id\":1}\n{\"id\":\n"), List.of("id")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Rows.of(write("b.jsonl", "{\"id\":1}\n[1]\n"), List.of("id")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Rows.of(write("c.jsonl", "{\"id\":1}\n{\"name\":1}\n"), List.of("id")))
                .hasMessageContaining("no id in line 2");
        assertThatThrownBy(() -> Rows.of(write("d.tsv", "a\tb\n1\t2\n1\n"), List.of("a")))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> Rows.of(write("e.tsv", "a\tb\n"), List.of("a")))
                .hasMessageContaining("no row");
        var gbk = directory.resolve("f.tsv");
        Files.write(gbk, "a\n水房\n".getBytes("GB18030"));
        assertThatThrownBy(() -> Rows.of(gbk, List.of("a"))).hasMessageContaining("UTF-8");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
