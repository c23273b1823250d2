package cn.lianxin.platform.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * In which encoding a text file is kept. A byte order mark decides; without one the file is UTF-8 if every byte of it is,
 * else GB18030 (which contains GBK and GB2312) if every byte of it is. It is never decoded with replacement characters.
 *
 * @param mark how many bytes the byte order mark takes
 */
record Encoding(Charset charset, int mark) {

    private static final List<Encoding> WITHOUT_MARK =
            List.of(new Encoding(StandardCharsets.UTF_8, 0), new Encoding(Charset.forName("GB18030"), 0));

    static Encoding of(Path file) throws IOException {
        var marked = byMark(file);
        for (var candidate : marked == null ? WITHOUT_MARK : List.of(marked)) {
            if (candidate.fits(file)) {
                return candidate;
            }
        }
        throw SpreadsheetReader.refusal("spreadsheet-encoding-unknown");
    }

    private static @org.jspecify.annotations.Nullable Encoding byMark(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(3);
            var first = start.length > 0 ? start[0] & 0xFF : 0;
            var second = start.length > 1 ? start[1] & 0xFF : 0;
            if (first == 0xEF && second == 0xBB && start.length > 2 && (start[2] & 0xFF) == 0xBF) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (first == 0xFF && second == 0xFE) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            return first == 0xFE && second == 0xFF ? new Encoding(StandardCharsets.UTF_16BE, 2) : null;
        }
    }

    private boolean fits(Path file) throws IOException {
        var buffer = new char[1 << 16];
        try (var reader = reader(file)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw SpreadsheetReader.refusal("spreadsheet-not-csv");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    Reader reader(Path file) throws IOException {
        var in = Files.newInputStream(file);
        in.skipNBytes(mark);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    }
}
