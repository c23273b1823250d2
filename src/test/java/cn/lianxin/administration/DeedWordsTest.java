package cn.lianxin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever adds an action of the house to the trail finds out here that it wants words. */
class DeedWordsTest {

    private static final Pattern ACTION = Pattern.compile(
            "\"((?:identity|companyaccount|factor|application|webhook|officesystem|terminal|messenger|delivery|calendar|promise|virus|scim|organization|personnel"
                    + "|certificate|ledger|sealed|audit|report|retention)\\.[a-z-]+)\"");

    /** Words in the same files that are no actions; and those that are nobody's deed. */
    private static final List<String> OTHERS = List.of(
            "audit.mark",
            "factor.was-taken-away",
            "identity.role-",
            "report.imprint",
            "identity.absence-entered",
            "identity.absence-ended",
            "identity.deputy-declined",
            "identity.usual-deputy",
            "retention.held",
            "retention.released");

    @Test
    void every_action_of_the_house_is_said_in_words() throws IOException {
        var words = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/administration_zh_CN.properties"))) {
            words.load(file);
        }
        var actions = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                var text = Files.readString(source);
                if (text.contains("AuditTrail") || text.contains("takeAwayAtDesk")) {
                    ACTION.matcher(text)
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .forEach(actions::add);
                }
            }
        }
        actions.removeAll(OTHERS);

        assertThat(actions)
                .hasSizeGreaterThan(50)
                .allSatisfy(action -> assertThat(words.containsKey("deed." + action))
                        .as(action)
                        .isTrue());
    }
}
