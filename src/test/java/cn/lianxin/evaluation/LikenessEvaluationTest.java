package cn.lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.TrialData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class LikenessEvaluationTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    @Test
    void the_likest_are_written_for_each_query_with_how_long_it_took() throws IOException {
        var corpus = write("a.jsonl", """
                {"id":"a","title":"皮带护栏断了","detail":"三号皮带机头的护栏断了半个月"}
                {"id":"b","title":"澡堂没热水","detail":"二号澡堂晚班下来没热水"}
                {"id":"c","title":"","detail":""}
                """);
        var queries = write("b.jsonl", """
                {"id":"q","title":"","detail":"澡堂的热水什么时候有"}
                {"id":"r","title":"😀","detail":""}
                """);
        var out = directory.resolve("out.jsonl");

        var summary =
                new Similar().measure(options("--corpus", corpus, "--queries", queries, "--k", "1", "--out", out));

        assertThat(summary.get("queries").asInt()).isEqualTo(2);
        assertThat(summary.get("p95_ms").asDouble())
                .isGreaterThanOrEqualTo(summary.get("p50_ms").asDouble());
        var lines = lines(out);
        assertThat(lines.getFirst().get("hits")).hasSize(1);
        assertThat(lines.getFirst().at("/hits/0/id").asString()).isEqualTo("b");
        assertThat(lines.getFirst().at("/hits/0/score").asDouble()).isPositive();
        assertThat(lines.getLast().get("hits")).isEmpty();
    }

    @Test
    void topics_are_written_with_their_messages_their_time_and_their_words() throws IOException {
        var rows = new StringBuilder();
        for (int at = 0; at < 40; at++) {
            rows.append("""
                    {"id":"%d","title":"%s","detail":"%s","time":"2026-03-%02d 08:00:00"}
                    """.formatted(
                            at,
                            at % 10 == 3 ? "二号泵房漏电" : "第" + (char) ('一' + at * 37) + "件",
                            at % 10 == 3 ? "二号泵房的开关漏电" + at : "" + (char) ('丁' + at * 53) + (char) ('且' + at * 71),
                            1 + at / 4));
        }
        var out = directory.resolve("out.jsonl");

        var summary =
                new TopicsOfStream().measure(options("--stream", write("s.jsonl", rows.toString()), "--out", out));

        assertThat(summary.get("messages").asInt()).isEqualTo(40);
        var topic = lines(out).stream()
                .filter(line -> line.get("ids")
                        .valueStream()
                        .anyMatch(id -> id.asString().equals("3")))
                .findFirst()
                .orElseThrow();
        assertThat(topic.get("ids").valueStream().map(JsonNode::asString)).containsExactly("3", "13", "23", "33");
        assertThat(topic.get("first_raised_at").asString()).isEqualTo("2026-03-06 08:00:00");
        assertThat(topic.get("words").valueStream().map(JsonNode::asString)).anyMatch(word -> word.contains("泵房"));
    }

    @Test
    void what_is_broken_is_named_and_nothing_is_written() throws IOException {
        var good = write("a.jsonl", "{\"id\":1,\"title\":\"水\",\"detail\":\"\"}\n");
        var broken = write("b.jsonl", "{\"id\":1,\"title\":\"水\",\"detail\":\"\"}\n{\"id\":2,\n");
        var timeless = write("c.jsonl", "{\"id\":9,\"title\":\"水\",\"detail\":\"\",\"time\":\"昨天\"}\n");
        var out = directory.resolve("out.jsonl");

        assertThatThrownBy(() -> new Similar().measure(options("--corpus", good, "--queries", broken, "--out", out)))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> new Similar().measure(options("--corpus", good, "--queries", good, "--k", "0")))
                .hasMessageContaining("--k");
        assertThatThrownBy(() -> new TopicsOfStream().measure(options("--stream", timeless, "--out", out)))
                .hasMessageContaining("time of 9");
        assertThatThrownBy(() -> new TopicsOfStream().measure(options("--stream", timeless, "--scale", "-1")))
                .hasMessageContaining("--scale");
        assertThat(out).doesNotExist();
    }

    @Test
    void replies_are_looked_for_in_both_ways_and_the_quoted_title_does_not_help() throws IOException {
        var ledger = write("ledger.csv", """
                标题,反映内容,答复意见
                泵房漏电,二号泵房的开关漏电，手一碰就麻,关于泵房漏电的事，二号泵房的开关已经换了
                没热水,澡堂晚班没有热水,锅炉已经修好，澡堂晚班有热水了
                班车晚点,班车天天晚点半个钟头,班车晚点
                """);

        var all = new Replies().measure(options("--ledger", ledger)).get("all");

        assertThat(all.at("/likeness/recall_at_10").asDouble()).isEqualTo(0.6667);
        assertThat(all.at("/bm25/recall_at_10").asDouble()).isEqualTo(0.6667);
        assertThatThrownBy(() -> new Replies().measure(options("--ledger", ledger, "--reply", "回信")))
                .hasMessageContaining("回信");
        assertThatThrownBy(() -> new Replies().measure(options("--ledger", write("ledger.doc", "x"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("spreadsheet-kind-unknown");
    }

    @Test
    void on_a_real_ledger_replies_are_found_three_points_more_often_than_by_bm25() {
        var reported = new Replies()
                .measure(options("--ledger", TrialData.file("ledger-gb18030.csv")))
                .get("reported_on");

        assertThat(reported.at("/likeness/recall_at_10").asDouble())
                .isGreaterThan(reported.at("/bm25/recall_at_10").asDouble() + 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.7", "1", "1.4"})
    void on_a_real_stream_topics_are_found_whatever_the_scale(String scale) throws IOException {
        var stream = TrialData.file("stream-messages.jsonl");
        var out = directory.resolve("out.jsonl");
        Map<String, Set<String>> known = new HashMap<>();
        for (var row : Rows.of(TrialData.file("stream-topics.tsv"), List.of("id", "topic"))) {
            known.computeIfAbsent(row.get("topic"), _ -> new HashSet<>()).add(row.get("id"));
        }

        new TopicsOfStream().measure(options("--stream", stream, "--out", out, "--scale", scale));

        var found = lines(out).stream()
                .map(line -> Set.copyOf(
                        line.get("ids").valueStream().map(JsonNode::asString).toList()))
                .toList();
        assertThat(known.values().stream()
                        .mapToDouble(topic -> best(topic, found))
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.8);
    }

    private static double best(Set<String> topic, List<Set<String>> found) {
        return found.stream()
                .mapToDouble(ids -> 2.0 * ids.stream().filter(topic::contains).count() / (ids.size() + topic.size()))
                .max()
                .orElse(0);
    }

    private static Options options(Object... words) {
        return Options.of(Arrays.stream(words).map(Object::toString).toList());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
