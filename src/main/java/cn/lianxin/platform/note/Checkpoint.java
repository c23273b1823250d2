package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a log is and to what root it leads: the text that is signed.
 *
 * @param extensions lines that others may have added; kept as they are
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Refuses {@code CHECKPOINT_MALFORMED}. */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw malformed("no line end");
        }
        var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES || lines.stream().anyMatch(String::isEmpty)) {
            throw malformed("not three full lines");
        }
        if (!SIZE.matcher(lines.get(1)).matches()) {
            throw malformed("size " + lines.get(1));
        }
        try {
            return new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Hash.parse(lines.get(2)),
                    lines.subList(LINES, lines.size()));
        } catch (NumberFormatException tooLarge) {
            throw new Unproven(Reason.CHECKPOINT_MALFORMED, "size " + lines.get(1), tooLarge);
        } catch (Unproven notAHash) {
            throw new Unproven(Reason.CHECKPOINT_MALFORMED, "root " + lines.get(2), notAHash);
        }
    }

    /** Refuses {@code CHECKPOINT_OF_ANOTHER_LOG}. */
    public void mustBeOf(String expected) {
        if (!origin.equals(expected)) {
            throw new Unproven(Reason.CHECKPOINT_OF_ANOTHER_LOG, origin + ", not " + expected);
        }
    }

    /** As it is signed. */
    public String text() {
        return Stream.concat(Stream.of(origin, Long.toString(size), root.toString()), extensions.stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Unproven malformed(String why) {
        return new Unproven(Reason.CHECKPOINT_MALFORMED, why);
    }
}
