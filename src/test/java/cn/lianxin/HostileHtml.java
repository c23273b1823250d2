package cn.lianxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML that attacks whoever shows it, beside a good sentence.
 *
 * @param kept what a reader has to find again of it
 */
public record HostileHtml(String html, String kept) {

    private static final Path SAMPLES = Path.of("src/test/resources/cn/lianxin/hostile-html.tsv");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:n|t|u([0-9a-fA-F]{4}))");

    /** Hundreds, of every kind that is known to us. */
    public static List<HostileHtml> samples() {
        try {
            return Files.readAllLines(SAMPLES).stream()
                    .skip(1)
                    .map(HostileHtml::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileHtml of(String line) {
        var cells = line.split("\t", -1);
        return new HostileHtml(
                ESCAPED.matcher(cells[0]).replaceAll(found -> Matcher.quoteReplacement(meant(found.group()))),
                cells[1]);
    }

    private static String meant(String escaped) {
        return switch (escaped.charAt(1)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> String.valueOf((char) Integer.parseInt(escaped.substring(2), 16));
        };
    }

    /** In a test's name only what tells it from others. */
    @Override
    public String toString() {
        return kept;
    }
}
