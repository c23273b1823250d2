package cn.lianxin.formerportal;

import cn.lianxin.platform.text.PlainText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One line for each article and each file that is none, in a table that spreadsheets open; what stands in it calculates nothing there. */
final class ImportReport implements AutoCloseable {

    private final BufferedWriter out;

    ImportReport(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write('\uFEFF');
    }

    void line(String... cells) {
        try {
            out.write(Arrays.stream(cells).map(ImportReport::cell).collect(Collectors.joining("\t")));
            out.write('\n');
            out.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String cell(String words) {
        var line = PlainText.line(words);
        return line.matches("[=+@-].*") ? "'" + line : line;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
