package cn.lianxin.statute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a collection: one article of one version of a law. */
record StatuteLine(String law, LocalDate fromDay, String chapter, String article, String text) {

    private static final int LONGEST = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty where it is not one: five texts, of which law, version, article and text say something, and the version is a day. */
    static Optional<StatuteLine> parse(String line) {
        try {
            var json = JSON.readTree(line);
            var law = text(json, "law");
            var article = text(json, "article");
            var text = text(json, "text");
            if (law.isEmpty() || article.isEmpty() || text.isEmpty() || text.length() > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(
                    new StatuteLine(law, LocalDate.parse(text(json, "version")), text(json, "chapter"), article, text));
        } catch (JacksonException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("").strip();
    }
}
