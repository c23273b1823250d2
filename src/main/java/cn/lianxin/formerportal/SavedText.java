package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Guess;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of a saved page, by its byte order mark, by what it says of itself, and above all by what is in it. */
record SavedText(String text, List<Guess> guesses) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_-]{3,20})");
    private static final int HEAD = 8_192;
    private static final int CERTAINLY = 2;

    /** {@code U+FFFF} is no character, and to who parses HTML it may be the end of all. */
    SavedText {
        text = text.replace("\uFFFF", "");
        guesses = List.copyOf(guesses);
    }

    /** Refuses {@code two-encodings}, {@code no-encoding}. */
    static SavedText of(byte[] bytes) throws Unreadable {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            var text = strictly(bytes, StandardCharsets.UTF_16).orElseThrow(() -> new Unreadable("no-encoding"));
            return new SavedText(text, List.of());
        }
        var from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var body = Arrays.copyOfRange(bytes, from, bytes.length);
        var declared = declared(body);
        var unicode = strictly(body, StandardCharsets.UTF_8);
        if (unicode.isPresent()) {
            var plain = unicode.get().chars().allMatch(one -> one < 0x80);
            return said(
                    unicode.get(),
                    "UTF-8",
                    !plain && declared.filter(one -> !isUnicode(one)).isPresent(),
                    declared);
        }
        if (mixed(body)) {
            throw new Unreadable("two-encodings");
        }
        var chinese = strictly(body, GB18030).orElseThrow(() -> new Unreadable("no-encoding"));
        return said(
                chinese,
                "GB18030",
                from > 0 || declared.filter(SavedText::isUnicode).isPresent(),
                declared);
    }

    private static SavedText said(String text, String is, boolean otherwise, Optional<String> declared) {
        return new SavedText(text, otherwise ? List.of(Guess.of("encoding", declared.orElse("UTF-8"), is)) : List.of());
    }

    /** Whether some lines are certainly of the one and others certainly not, but of the other. */
    private static boolean mixed(byte[] bytes) {
        var ofUnicode = false;
        var ofChinese = false;
        for (var line : lines(bytes)) {
            var unicode = strictly(line, StandardCharsets.UTF_8);
            if (unicode.isPresent()) {
                ofUnicode |= unicode.get()
                                .codePoints()
                                .filter(Character::isIdeographic)
                                .count()
                        >= CERTAINLY;
            } else {
                ofChinese |= strictly(line, GB18030).isPresent();
            }
        }
        return ofUnicode && ofChinese;
    }

    private static List<byte[]> lines(byte[] bytes) {
        var lines = new ArrayList<byte[]>();
        var from = 0;
        for (var at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '>') {
                lines.add(Arrays.copyOfRange(bytes, from, at));
                from = at + 1;
            }
        }
        return lines;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static Optional<String> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var found = DECLARED.matcher(head);
        return found.find() ? Optional.of(found.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isUnicode(String declared) {
        return declared.startsWith("UTF");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (var at = 0; at < mark.length; at++) {
            if (bytes.length <= at || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
