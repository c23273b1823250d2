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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class UnderstandingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SENTENCES = Path.of("src/test/resources/cn/lianxin/evaluation/urgency.tsv");
    private static final Path JUDGING = Path.of("src/test/resources/cn/lianxin/evaluation/urgency-judging.tsv");
    private static final Path PAIRS = Path.of("src/test/resources/cn/lianxin/evaluation/pairs.tsv");

    private static final Path JUDGING_PEOPLE =
            Path.of("src/test/resources/cn/lianxin/evaluation/identifying-judging.tsv");
    private static final Path LEARNT_PEOPLE = Path.of("src/main/resources/cn/lianxin/platform/identifying");

    @TempDir
    Path directory;

    /** Learnt sentences alone: it says that learning works and nothing of how strangers' sentences fare. */
    @Test
    void what_was_learnt_from_is_found() {
        for (var lot : List.of("known.tsv", "judged.tsv")) {
            var learnt = run("identifying", "--file", LEARNT_PEOPLE.resolve(lot));

            assertThat(learnt.get("recall").asDouble()).as(lot).isGreaterThanOrEqualTo(0.98);
            assertThat(learnt.get("precision").asDouble()).as(lot).isGreaterThanOrEqualTo(0.97);
            assertThat(learnt.get("per_kind").propertyNames()).contains("name", "phone", "id", "bank", "crew");
        }
    }

    /** On the sentences of a hand that was not learnt from (docs/evaluation.md). */
    @Test
    void what_identifies_somebody_is_found_and_nine_finds_of_ten_are_right() {
        var judging = run("identifying", "--file", JUDGING_PEOPLE);

        assertThat(judging.get("rows").asInt()).isGreaterThanOrEqualTo(600);
        assertThat(judging.get("harmless_rows").asDouble() / judging.get("rows").asDouble())
                .isGreaterThanOrEqualTo(0.4);
        assertThat(judging.get("recall").asDouble()).isGreaterThanOrEqualTo(0.98);
        assertThat(judging.get("precision").asDouble()).isGreaterThanOrEqualTo(0.90);
    }

    /** Learning again takes a minute. */
    @Test
    @Tag("hours")
    void so_is_it_by_one_that_has_not_learnt_from_that_hand() {
        var judged = run("identifying", "--without", "judged");

        assertThat(judged.get("recall").asDouble()).isGreaterThanOrEqualTo(0.955);
        assertThat(judged.get("precision").asDouble()).isGreaterThanOrEqualTo(0.88);
    }

    @Test
    void a_lot_that_is_not_there_and_too_few_parts_are_refused() {
        assertThatThrownBy(() -> run("identifying", "--without", "nobody-wrote-it"))
                .hasMessageContaining("No such lot");
        assertThatThrownBy(() -> run("identifying", "--folds", "1")).hasMessageContaining("at least 2");
    }

    @Test
    void a_mark_that_is_not_whole_is_refused() throws IOException {
        var file = Files.writeString(directory.resolve("marked.tsv"), "text\n找⟦name:王建国要\n");

        assertThatThrownBy(() -> run("identifying", "--file", file)).hasMessageContaining("not whole");
    }

    @Test
    void routing_tells_how_right_it_was_and_writes_what_it_said() throws IOException {
        var train = Files.writeString(directory.resolve("train.jsonl"), rows(40));
        var test = Files.writeString(directory.resolve("test.jsonl"), rows(6));
        var out = directory.resolve("out.jsonl");

        var result = run("route", "--train", train, "--test", test, "--predictions", out);

        assertThat(result.propertyNames())
                .contains("accuracy", "macro_f1", "top2", "train_seconds", "per_label", "calibration_error");
        assertThat(result.get("accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(Files.readAllLines(out))
                .hasSize(6)
                .allSatisfy(line -> assertThat(JSON.readTree(line).propertyNames())
                        .containsExactlyInAnyOrder("id", "label", "top", "confidence"));
    }

    @Test
    void titles_alone_and_parts_of_one_file_are_measured_too() throws IOException {
        var train = Files.writeString(directory.resolve("train.jsonl"), rows(60));

        var titles = run("route", "--train", train, "--test", train, "--field", "title");
        var folds = run("route", "--train", train, "--folds", "3", "--rows", "20");

        assertThat(titles.get("accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(folds.propertyNames()).contains("macro_f1", "yardstick_macro_f1", "per_second");
        assertThat(folds.get("rows").asInt()).isEqualTo(60);
    }

    @Test
    void a_broken_training_file_is_refused_by_its_line_and_nothing_is_written() throws IOException {
        var train = Files.writeString(directory.resolve("train.jsonl"), rows(3) + "{\"id\":\"4\",\"label\":\n");
        var test = Files.writeString(directory.resolve("test.jsonl"), rows(2));
        var out = directory.resolve("out.jsonl");

        assertThatThrownBy(() -> run("route", "--train", train, "--test", test, "--predictions", out))
                .hasMessageContaining("line 4");
        assertThat(out).doesNotExist();
    }

    @Test
    void odd_texts_and_labels_are_routed_without_a_fault() throws IOException {
        var odd = List.of("", "水", "水".repeat(20_000), "😀😀", "Где вода?").stream()
                .map(text -> "{\"id\":\"1\",\"label\":\"只此一次\",\"title\":\"\",\"text\":\"" + text + "\"}\n")
                .collect(Collectors.joining());
        var train = Files.writeString(
                directory.resolve("train.jsonl"),
                rows(20) + odd.lines().findFirst().orElseThrow());
        var test = Files.writeString(directory.resolve("test.jsonl"), odd);

        var result = run("route", "--train", train, "--test", test);

        assertThat(result.get("rows").asInt()).isEqualTo(5);
    }

    @Test
    void nearly_every_emergency_is_noticed_and_most_of_what_is_noticed_is_one() throws IOException {
        assertThat(Files.readAllLines(SENTENCES)).hasSizeGreaterThan(400);

        var result = run("urgency", "--file", SENTENCES);

        assertThat(result.get("recall").asDouble()).isGreaterThanOrEqualTo(0.98);
        assertThat(result.get("precision").asDouble()).isGreaterThanOrEqualTo(0.9);
    }

    /** By somebody who had seen neither list nor sentences; nothing was learnt from these, and they must stay unseen. */
    @Test
    void nearly_every_emergency_of_another_hand_is_noticed_at_first_sight() throws IOException {
        assertThat(Files.readAllLines(JUDGING)).hasSizeGreaterThan(700);

        var result = run("urgency", "--file", JUDGING);

        assertThat(result.get("recall").asDouble()).isGreaterThanOrEqualTo(0.98);
        assertThat(result.get("precision").asDouble()).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void pairs_are_judged_by_a_threshold_from_the_other_file() {
        var result = run("pairs", "--file", PAIRS, "--dev", PAIRS);

        assertThat(result.get("auc").asDouble()).isBetween(0.5, 1.0);
        assertThat(result.get("accuracy").asDouble()).isGreaterThan(0.5);
    }

    @Test
    void a_label_that_is_neither_one_nor_zero_is_refused() throws IOException {
        var file = Files.writeString(directory.resolve("a.tsv"), "text\tlabel\n冒烟了\tyes\n");

        assertThatThrownBy(() -> run("urgency", "--file", file)).hasMessageContaining("yes");
    }

    @Test
    void a_file_without_a_header_and_a_row_with_a_cell_too_few_are_named_for_what_they_are() throws IOException {
        var bare = Files.writeString(directory.resolve("bare.tsv"), "冒烟了\t1\n");
        var scant = Files.writeString(directory.resolve("short.tsv"), "text\tlabel\n冒烟了\n");

        assertThatThrownBy(() -> run("urgency", "--file", bare))
                .hasMessageContaining("header")
                .hasMessageContaining("text, label");
        assertThatThrownBy(() -> run("urgency", "--file", scant)).hasMessageContaining("1 cells in line 2");
    }

    private static JsonNode run(Object... words) {
        var out = new ByteArrayOutputStream();
        var problems = new ByteArrayOutputStream();
        var said = IntStream.range(0, words.length)
                .mapToObj(at -> words[at].toString())
                .toList();
        if (Evaluate.run(said, new PrintStream(out), new PrintStream(problems, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(problems.toString(StandardCharsets.UTF_8));
        }
        return JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static String rows(int count) {
        var texts = List.of("食堂的饭菜凉了", "班车今天又晚点", "工资少发了一百");
        var labels = List.of("饮食", "通勤", "薪酬");
        return IntStream.range(0, count)
                .mapToObj(at -> "{\"id\":\"%d\",\"label\":\"%s\",\"title\":\"%s\",\"text\":\"%s，第%d次\"}\n"
                        .formatted(at, labels.get(at % 3), texts.get(at % 3), texts.get(at % 3), at))
                .collect(Collectors.joining());
    }
}
