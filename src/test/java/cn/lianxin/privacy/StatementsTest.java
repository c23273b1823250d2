package cn.lianxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final String CHINESE = "记下你的工号。\n# 留多久\n两年。\n";
    private static final String ENGLISH = "Your staff number is kept.\n# How long\nTwo years.\n";
    private static final String LATER_CHINESE = "! 只留一年了。\n记下你的工号。\n# 留多久\n一年。\n";
    private static final String LATER_ENGLISH = "! One year only.\nYour staff number is kept.\n# How long\nOne year.\n";

    @Test
    @DisplayName("个人信息保护法 §17: the words that are shipped are those that people confirm, in both languages alike")
    void what_is_shipped_is_whole() {
        var statements = Statements.shipped();

        var current = statements.current();
        assertThat(current.version()).isEqualTo(Statements.LISTED.getLast().version());
        assertThat(current.text(true).parts()).hasSameSizeAs(current.text(false).parts());
        assertThat(current.text(true).parts())
                .hasSizeGreaterThan(4)
                .allSatisfy(part -> assertThat(part.lines()).isNotEmpty());
    }

    @Test
    void a_word_that_is_altered_without_a_new_version_is_refused() {
        var listed = List.of(listed(1, CHINESE, ENGLISH));

        assertThat(Statements.of(listed, words(1, CHINESE, ENGLISH)).all()).hasSize(1);
        assertThatThrownBy(() -> Statements.of(listed, words(1, CHINESE.replace("两", "三"), ENGLISH)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give altered words a new version");
        assertThatThrownBy(() -> Statements.of(listed, words(1, CHINESE, ENGLISH.replace("Two", "Three"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_new_version_is_owed_by_whoever_confirmed_the_one_before_and_says_what_has_changed() {
        var words = new HashMap<>(words(1, CHINESE, ENGLISH));
        words.putAll(words(2, LATER_CHINESE, LATER_ENGLISH));
        var statements =
                Statements.of(List.of(listed(1, CHINESE, ENGLISH), listed(2, LATER_CHINESE, LATER_ENGLISH)), words);

        assertThat(statements.isOwedBy(Optional.empty())).isTrue();
        assertThat(statements.isOwedBy(Optional.of(1))).isTrue();
        assertThat(statements.isOwedBy(Optional.of(2))).isFalse();
        assertThat(statements.changedSince(1, true)).containsExactly("只留一年了。");
        assertThat(statements.changedSince(1, false)).containsExactly("One year only.");
        assertThat(statements.changedSince(2, true)).isEmpty();
    }

    @Test
    void a_later_version_that_does_not_say_what_has_changed_is_refused() {
        var words = new HashMap<>(words(1, CHINESE, ENGLISH));
        words.putAll(words(2, CHINESE + "又一行\n", ENGLISH + "one line\n"));
        var listed = List.of(listed(1, CHINESE, ENGLISH), listed(2, CHINESE + "又一行\n", ENGLISH + "one line\n"));

        assertThatThrownBy(() -> Statements.of(listed, words)).hasMessageContaining("does not say what has changed");
    }

    private static Statements.Listed listed(int version, String chinese, String english) {
        return new Statements.Listed(version, LocalDate.of(2026, 1, 1), Statements.digest(chinese, english));
    }

    private static Map<String, String> words(int version, String chinese, String english) {
        return Map.of("statement-" + version + ".zh.txt", chinese, "statement-" + version + ".en.txt", english);
    }
}
