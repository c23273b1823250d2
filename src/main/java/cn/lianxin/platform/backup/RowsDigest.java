package cn.lianxin.platform.backup;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * How many rows there were and what they sum up to, in whatever order they came: the SHA-256 of each line, added as numbers.
 * The same rows in another table have the same sum; that nobody chose them to fit is the business of the digest over the file.
 */
final class RowsDigest extends OutputStream {

    private static final int BYTES = 32;
    private static final int BYTE = 0xff;

    private final MessageDigest row = Digests.sha256();
    private final byte[] sum = new byte[BYTES];
    private long rows;
    private boolean within;

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        var from = offset;
        for (var at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                row.update(bytes, from, at - from);
                from = at + 1;
                add(row.digest());
            }
        }
        if (length > 0) {
            within = from < offset + length;
        }
        row.update(bytes, from, offset + length - from);
    }

    private void add(byte[] digest) {
        rows++;
        var carry = 0;
        for (var i = BYTES - 1; i >= 0; i--) {
            carry += (sum[i] & BYTE) + (digest[i] & BYTE);
            sum[i] = (byte) carry;
            carry >>>= Byte.SIZE;
        }
    }

    long rows() {
        return rows;
    }

    /** Whether the last row has no end. */
    boolean isCutOff() {
        return within;
    }

    String sum() {
        return HexFormat.of().formatHex(sum);
    }
}
