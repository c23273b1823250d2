package cn.lianxin.platform.witness;

import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes as the texts of numbered QR codes, {@code NUMBER.OF.WHOLE.CHECK.DIGITS}: digits take the least room in a code and need no
 * escape in an address, each code tells by itself whether it was read to its end, and all of them to which whole they belong.
 */
public final class SheetCodes {

    /** Of content in one code: with its address it stays below what a code of 117 modules holds at level L. */
    private static final int LARGEST = 1_050;

    private static final int MOST = 20;
    private static final int WHOLE = 12;
    private static final int CHECK = 8;
    private static final String BEFORE = "#proof=";
    private static final Pattern BEGINNING = Pattern.compile("[1-9][0-9]?\\.[1-9][0-9]?\\..*");
    private static final Pattern CODE =
            Pattern.compile("([1-9][0-9]?)\\.([1-9][0-9]?)\\.([0-9a-f]{12})\\.([0-9a-f]{8})\\.([0-9]+)");

    private record Code(int number, int of, String whole, byte[] content) {}

    private SheetCodes() {}

    /** In as few codes as do, all of about one size. */
    public static List<String> split(byte[] bytes) {
        var many = (bytes.length + LARGEST - 1) / LARGEST;
        var size = (bytes.length + many - 1) / many;
        var whole = mark(bytes, WHOLE);
        var codes = new ArrayList<String>();
        for (var i = 0; i < many; i++) {
            var content = Arrays.copyOfRange(bytes, i * size, Math.min(bytes.length, (i + 1) * size));
            var digits = digits(content);
            var named = (i + 1) + "." + many + "." + whole + ".";
            codes.add(named + mark((named + digits).getBytes(StandardCharsets.US_ASCII), CHECK) + "." + digits);
        }
        return codes;
    }

    /** Whether this is what was read from such codes, one after the other, with or without the address before each. */
    public static boolean are(String text) {
        return words(text).anyMatch(word -> BEGINNING.matcher(word).matches());
    }

    /** Refuses {@code SHEET_CODE_DAMAGED}, {@code SHEET_CODES_MIXED}, {@code SHEET_CODE_MISSING}. */
    public static byte[] join(String text) {
        var codes = new TreeMap<Integer, Code>();
        for (var word : words(text).toList()) {
            var code = read(word);
            var first = codes.isEmpty() ? code : codes.firstEntry().getValue();
            if (!first.whole().equals(code.whole()) || first.of() != code.of()) {
                throw new Unproven(
                        Reason.SHEET_CODES_MIXED,
                        name(first.number(), first.of()) + " " + first.whole() + ", " + name(code.number(), code.of())
                                + " " + code.whole());
            }
            codes.put(code.number(), code);
        }
        var of = codes.isEmpty() ? 1 : codes.firstEntry().getValue().of();
        var bytes = new byte[0];
        for (var number = 1; number <= of; number++) {
            var code = codes.get(number);
            if (code == null) {
                throw new Unproven(Reason.SHEET_CODE_MISSING, name(number, of));
            }
            var longer = Arrays.copyOf(bytes, bytes.length + code.content().length);
            System.arraycopy(code.content(), 0, longer, bytes.length, code.content().length);
            bytes = longer;
        }
        if (!mark(bytes, WHOLE).equals(codes.firstEntry().getValue().whole())) {
            throw new Unproven(Reason.SHEET_CODE_DAMAGED, "together they are not what they say");
        }
        return bytes;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.contains(BEFORE) ? word.substring(word.indexOf(BEFORE) + BEFORE.length()) : word);
    }

    private static Code read(String word) {
        var match = CODE.matcher(word);
        var parts = word.split("\\.", -1);
        var named = BEGINNING.matcher(word).matches() ? name(parts[0], parts[1]) : "not a code";
        if (!match.matches()) {
            throw new Unproven(Reason.SHEET_CODE_DAMAGED, named);
        }
        var number = Integer.parseInt(match.group(1));
        var of = Integer.parseInt(match.group(2));
        var checked = match.group(1) + "." + match.group(2) + "." + match.group(3) + "." + match.group(5);
        if (number > of
                || of > MOST
                || !mark(checked.getBytes(StandardCharsets.US_ASCII), CHECK).equals(match.group(4))) {
            throw new Unproven(Reason.SHEET_CODE_DAMAGED, named);
        }
        return new Code(number, of, match.group(3), content(match.group(5)));
    }

    /** A one before it keeps zeros at its beginning. */
    private static String digits(byte[] content) {
        var bytes = new byte[content.length + 1];
        bytes[0] = 1;
        System.arraycopy(content, 0, bytes, 1, content.length);
        return new BigInteger(bytes).toString();
    }

    private static byte[] content(String digits) {
        var bytes = new BigInteger(digits).toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    private static String mark(byte[] bytes, int characters) {
        return HexFormat.of().formatHex(Hash.sha256(bytes)).substring(0, characters);
    }

    private static String name(Object number, Object of) {
        return number + "/" + of;
    }
}
