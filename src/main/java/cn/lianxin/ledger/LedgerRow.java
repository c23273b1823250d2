package cn.lianxin.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One row as it came.
 *
 * @param number as the spreadsheet program shows it
 * @param digest of all cells
 */
record LedgerRow(int number, List<String> cells, String digest) {

    private static final char BETWEEN_CELLS = '\u001F';

    LedgerRow {
        cells = List.copyOf(cells);
    }

    /** A database keeps neither NUL nor half a character; both become the sign for what cannot be shown. */
    static LedgerRow of(int number, List<String> raw) {
        var cells = raw.stream().map(LedgerRow::storable).toList();
        return new LedgerRow(number, cells, digest(cells));
    }

    static String storable(String text) {
        if (text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit))) {
            return text;
        }
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? 0xFFFD
                        : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static String digest(List<String> cells) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var cell : cells) {
                sha.update(cell.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) BETWEEN_CELLS);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
