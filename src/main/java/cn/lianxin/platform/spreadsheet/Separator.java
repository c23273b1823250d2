package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** What stands between two cells: the candidate that cuts the first rows into most columns, and alike. */
final class Separator {

    private static final List<Character> CANDIDATES = List.of(',', '\t', ';');
    private static final int SAMPLE_CHARACTERS = 1 << 16;
    private static final int SAMPLE_ROWS = 30;

    private Separator() {}

    static char of(Reader reader) throws IOException {
        var buffer = new char[SAMPLE_CHARACTERS];
        int length = 0;
        for (int read = 0; read >= 0 && length < buffer.length; length += read) {
            read = reader.read(buffer, length, buffer.length - length);
            if (read < 0) {
                break;
            }
        }
        var sample = new String(buffer, 0, length);
        char best = ',';
        int bestScore = 0;
        for (char candidate : CANDIDATES) {
            var score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(String sample, char candidate) {
        var widths = widths(sample, candidate);
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        var alike = widths.stream().filter(widths.getFirst()::equals).count();
        return (int) (widths.getFirst() * alike * 100 / widths.size());
    }

    private static List<Integer> widths(String sample, char candidate) {
        var widths = new ArrayList<Integer>();
        try (var parser = format(candidate).parse(new StringReader(sample))) {
            for (var row : parser) {
                widths.add(row.size());
                if (widths.size() == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException cutInsideQuotes) {
            return widths;
        }
        return widths;
    }

    /** As Excel reads: quotes count only at the beginning of a cell, every character between is kept. */
    static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }
}
