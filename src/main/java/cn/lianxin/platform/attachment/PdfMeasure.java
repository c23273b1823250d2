package cn.lianxin.platform.attachment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How much a PDF would unpack to, measured without keeping any of it, before anything else looks into it. */
final class PdfMeasure {

    /** A hundred pages of a scanner without compression. */
    private static final long MOST = 600L * 1024 * 1024;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    /** Packed twice, so that measuring once tells nothing: no program writes this, and no letter stands in for another in its name. */
    private static final Pattern TWICE =
            Pattern.compile("/(Fl|LZW)[A-Za-z]*\\s[^\\]/]{0,200}/(Fl|LZW)|/(Fl|LZW)[A-Za-z]*/(Fl|LZW)");

    private static final Pattern HIDDEN = Pattern.compile("/(Filter|F)\\s*\\[?\\s*/[A-Za-z0-9]*#");

    private final byte[] bytes;
    private final byte[] scratch = new byte[64 * 1024];
    private long measured;

    private PdfMeasure(byte[] bytes) {
        this.bytes = bytes;
    }

    static void require(byte[] bytes) throws BrokenFile {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean packedObjects = text.contains("ObjStm") || text.contains("/XRef");
        boolean otherwise = text.contains("/LZW") || text.contains("/RunLength");
        if (TWICE.matcher(text).find() || HIDDEN.matcher(text).find() || packedObjects && otherwise) {
            throw BrokenFile.swells();
        }
        new PdfMeasure(bytes).measure();
    }

    private void measure() throws BrokenFile {
        var inflater = new Inflater();
        try {
            for (int at = next(0); at >= 0; at = next(at)) {
                inflater.reset();
                inflater.setInput(bytes, at, bytes.length - at);
                inflate(inflater);
            }
        } finally {
            inflater.end();
        }
    }

    private void inflate(Inflater inflater) throws BrokenFile {
        try {
            int more = inflater.inflate(scratch);
            while (more > 0) {
                measured += more;
                if (measured > MOST) {
                    throw BrokenFile.swells();
                }
                more = inflater.inflate(scratch);
            }
        } catch (DataFormatException packedOtherwise) {
            return;
        }
    }

    /** Where the content of the next stream begins; -1 where there is none. */
    private int next(int from) {
        for (int at = from; at + STREAM.length + 1 < bytes.length; at++) {
            if (bytes[at] == 's' && matches(at)) {
                int content = at + STREAM.length;
                content += bytes[content] == '\r' ? 1 : 0;
                if (bytes[content] == '\n') {
                    return content + 1;
                }
                if (content > at + STREAM.length) {
                    return content;
                }
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int place = 0; place < STREAM.length; place++) {
            if (bytes[at + place] != STREAM[place]) {
                return false;
            }
        }
        return at < 3 || bytes[at - 1] != 'd' || bytes[at - 2] != 'n';
    }
}
