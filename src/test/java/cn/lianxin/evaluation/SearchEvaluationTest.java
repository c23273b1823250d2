package cn.lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SearchEvaluationTest {

    private static final String CORPUS = """
            {"id":"a","title":"澡堂没热水","detail":"晚班下来没有热水，连着四天了。"}
            {"id":"b","title":"皮带机护栏断了","detail":"三号皮带机头的护栏断了半个多月。"}
            {"id":"c","title":"工资少发","detail":"十月份夜班津贴少发四个班，热天也一样。"}
            """;

    @TempDir
    Path directory;

    @Test
    void what_stands_first_counts_whole_and_what_is_not_found_counts_nothing() throws IOException {
        var result = measure("query\trelevant\n没热水\ta\n护栏 皮带\tb\n热\tc,b\n完全无关\ta\n😀\ta\n");

        assertThat(result.get("queries").asInt()).isEqualTo(5);
        assertThat(result.get("success_at_5").asDouble()).isEqualTo(0.6);
        assertThat(result.get("mrr").asDouble()).isEqualTo(0.5);
        assertThat(result.get("p95_ms").asDouble()).isPositive();
    }

    @Test
    void a_query_for_what_is_not_there_is_refused() {
        assertThatThrownBy(() -> measure("query\trelevant\n热水\ta,x\n")).hasMessageContaining("x");
        assertThatThrownBy(() -> measure("query\n热水\n"))
                .hasMessageContaining("has to be a header, parted by tabs, with: query, relevant");
        assertThatThrownBy(() -> measure("query\trelevant\n热水\n")).hasMessageContaining("line 2");
    }

    private ObjectNode measure(String queries) throws IOException {
        var corpus = Files.writeString(directory.resolve("a.jsonl"), CORPUS);
        var asked = Files.writeString(directory.resolve("q.tsv"), queries);
        return new SearchEvaluation()
                .measure(new Options(Map.of("--corpus", corpus.toString(), "--queries", asked.toString())));
    }
}
