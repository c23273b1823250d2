package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Base64Text;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** One signature below a note; of a key that nobody here knows it stays what it is. */
public record SignatureLine(KeyName by, byte[] signature) {

    private static final String DASH = "— ";

    /** Refuses {@code NOTE_MALFORMED}. */
    public static SignatureLine parse(String line) {
        var space = line.lastIndexOf(' ');
        if (line.startsWith(DASH) && space >= DASH.length()) {
            var name = line.substring(DASH.length(), space);
            var bytes = Base64Text.decode(line.substring(space + 1), Reason.NOTE_MALFORMED);
            if (KeyName.isName(name) && bytes.length > Integer.BYTES) {
                return new SignatureLine(
                        new KeyName(name, ByteBuffer.wrap(bytes).getInt()),
                        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
            }
        }
        throw new Unproven(Reason.NOTE_MALFORMED, "not a signature: " + line);
    }

    public String name() {
        return by.name();
    }

    /** Without the end of the line. */
    @Override
    public String toString() {
        return DASH + by.name() + " "
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(Integer.BYTES + signature.length)
                                .putInt(by.id())
                                .put(signature)
                                .array());
    }
}
