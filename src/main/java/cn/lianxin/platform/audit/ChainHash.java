package cn.lianxin.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one entry and of all before it: SHA-256 over the hash before, the name of the log, and each column as its
 * length in four bytes and its UTF-8; a length of -1 stands for nothing. Two entries that differ anywhere are other bytes.
 */
final class ChainHash {

    /** Before the first entry there is nothing. */
    static final String NOTHING = "0".repeat(64);

    private static final int ABSENT = -1;

    private ChainHash() {}

    static String next(String before, Log log, @Nullable String[] columns) {
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(before));
        add(digest, log.name());
        for (var column : columns) {
            add(digest, column);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What an entry says of an address, so that the address can be let go without it. */
    static String commitment(String salt, String address) {
        return HexFormat.of().formatHex(sha256().digest((salt + address).getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(MessageDigest digest, @Nullable String column) {
        if (column == null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
            return;
        }
        var bytes = column.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
