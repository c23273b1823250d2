package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that is drawn from the code; {@code -Dlianxin.write-docs=true} writes it anew. */
public final class Generated {

    private Generated() {}

    /** The text between the two markers of this name must be what the code says. */
    public static void mustBe(String expected, String marker, Path document) throws IOException {
        var open = "<!-- " + marker + " -->\n";
        var close = "<!-- /" + marker + " -->";
        var text = Files.readString(document);
        assertThat(text).as("%s has the markers of %s", document, marker).contains(open, close);
        var start = text.indexOf(open) + open.length();
        var end = text.indexOf(close, start);
        assertThat(end).as("%s opens %s before it closes it", document, marker).isNotNegative();
        if (Boolean.getBoolean("lianxin.write-docs")) {
            Files.writeString(document, text.substring(0, start) + expected + text.substring(end));
            return;
        }
        assertThat(text.substring(start, end))
                .as("%s differs from the code; write it anew with mvn test -Dlianxin.write-docs=true", document)
                .isEqualTo(expected);
    }
}
