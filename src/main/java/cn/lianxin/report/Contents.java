package cn.lianxin.report;

import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a report says, in numbers and keys, so that it reads in any language as it was issued.
 *
 * @param unit its name on that day
 * @param definitions by which version of the definitions it was counted
 * @param late what waited longest beyond its day when the period ended
 * @param remarks in the words of whoever issued it; empty for none
 */
record Contents(
        String unit,
        String period,
        String definitions,
        List<Block> blocks,
        List<LateOne> late,
        List<Posted> posted,
        String remarks) {

    /**
     * A table; its key names its heading, its columns theirs.
     *
     * @param of another time than that of the report; empty for that
     */
    record Block(String key, String of, List<String> columns, List<Line> lines) {}

    /** @param name the key of a measure, the letter of an area or the name of a unit */
    record Line(Naming naming, String name, List<Figure> figures) {}

    enum Naming {
        MEASURE,
        INDICATOR,
        AREA,
        UNIT,
        OTHER_UNITS
    }

    /** Only its number, which tells nothing, and by how many days it was late. */
    record LateOne(String number, long days) {}

    /**
     * A concluded matter as it may hang on a wall.
     *
     * @param unit that answered; empty where so few stand beside it that it would tell who spoke
     */
    record Posted(String number, String matter, String outcome, String basis, String unit, LocalDate on) {}

    /** What the numbers mean; the next change of a definition takes the next number. */
    static final String DEFINITIONS = "1";

    private static final JsonMapper JSON = new JsonMapper();

    String written() {
        return JSON.writeValueAsString(this);
    }

    /** What was written down under this digest; whoever changed it since has made it unreadable. */
    static Contents read(String text, String digest) {
        if (!digestOf(text).equals(digest)) {
            throw new Refusal.Conflict("report-altered");
        }
        return JSON.readValue(text, Contents.class);
    }

    static String digestOf(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
