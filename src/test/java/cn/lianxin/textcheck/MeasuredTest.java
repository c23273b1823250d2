package cn.lianxin.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often it cries wolf in ordinary news of a mine, and how many planted faults it finds; with the list as it is delivered. */
@ProductTest
class MeasuredTest {

    private static final Path TEXTS = Path.of("src/test/resources/cn/lianxin/textcheck");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Path DEMO = Path.of("src/main/resources/demo/articles.tsv");
    private static final int MOST_HINTS = 6;

    @Autowired
    Terms terms;

    Checker checker;

    @BeforeEach
    void withLeaders() {
        var all = new ArrayList<Term>();
        Arrays.stream(Term.Kind.values()).forEach(kind -> all.addAll(terms.of(kind, "")));
        all.add(Trial.person("周建业", 1, "党委书记", "董事长"));
        all.add(Trial.person("韩立群", 2, "总经理", "党委副书记"));
        all.add(Trial.person("宋明远", 3, "副总经理"));
        all.add(Trial.name("青川煤业公司"));
        // Across the words of 路口交通 and 路口交警.
        all.add(Trial.word("口交", Level.BLOCK));
        checker = new Checker(new Wordlist(1, all));
    }

    @Test
    void ordinary_news_is_not_held_up_and_planted_faults_are_found() throws IOException {
        var ordinary = Files.readAllLines(TEXTS.resolve("ordinary.txt"));
        var noticed = new ArrayList<String>();
        var held = new ArrayList<String>();
        for (var sentence : ordinary) {
            in(sentence)
                    .forEach(finding ->
                            (finding.level() == Level.HINT ? noticed : held).add(finding + " in " + sentence));
        }
        var planted = Files.readAllLines(TEXTS.resolve("planted.txt"));
        var missed = new ArrayList<String>();
        for (var line : planted) {
            var fault = line.split("\t");
            if (in(fault[1]).stream().noneMatch(finding -> finding.flaw() == Flaw.valueOf(fault[0]))) {
                missed.add(line + " " + in(fault[1]));
            }
        }

        assertThat(ordinary).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(held).isEmpty();
        assertThat(noticed).hasSizeLessThanOrEqualTo(MOST_HINTS);
        assertThat(planted).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        assertThat(missed).hasSizeLessThanOrEqualTo(planted.size() * 3 / 100);
        assertThat(Files.readString(Path.of("docs/evaluation.md")))
                .as("noticed " + noticed + ", missed " + missed)
                .contains("| ordinary news | " + ordinary.size() + " sentences | " + held.size() + " held up, "
                        + noticed.size() + " hints |")
                .contains("| planted faults | " + planted.size() + " sentences | " + (planted.size() - missed.size())
                        + " found |");
    }

    /** They were written for readers, by somebody who knew nothing of any list. */
    @Test
    void no_article_of_the_demo_is_held_up() throws IOException {
        var held = new ArrayList<String>();
        for (var line :
                Files.readAllLines(DEMO).subList(1, Files.readAllLines(DEMO).size())) {
            var row = line.split("\t", -1);
            in(row[5] + "。" + row[6].replace("\\n", "\n")).stream()
                    .filter(finding -> finding.level() != Level.HINT)
                    .forEach(finding -> held.add(row[5] + " " + finding));
        }

        assertThat(held).isEmpty();
    }

    private List<Finding> in(String sentence) {
        return checker.in(new CheckedText(0, 0, DAY, Map.of("text", sentence)));
    }
}
