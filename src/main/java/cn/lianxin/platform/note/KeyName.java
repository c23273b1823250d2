package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How a key is called and marked on a line of signatures. */
record KeyName(String name, int id) {

    static KeyName of(String name, SignatureType type, byte[] publicKey) {
        var digest =
                Hash.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', type.identifier()}, publicKey);
        return new KeyName(name, ByteBuffer.wrap(digest).getInt());
    }

    /** No name is empty or has a space of any kind or a plus. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || c < ' '
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || c == 0x85);
    }

    String hexadecimal() {
        return HexFormat.of().toHexDigits(id);
    }
}
