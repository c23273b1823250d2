package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a proof says of the sheet on which it is printed, for whoever stands before it: a notice with its title, dates and words. */
final class SheetReading {

    static final String HEAD = "disclosure.version";
    static final String TEXT = "disclosure.text";
    static final String BODY = "version.body";
    static final String CELLS = "version.cells";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));
    private static final long MICROS = 1_000_000;

    private final SheetProof.Part head;
    private final SheetProof.Part text;

    private SheetReading(SheetProof.Part head, SheetProof.Part text) {
        this.head = head;
        this.text = text;
    }

    /** Of a proof that holds. Refuses {@code SHEET_CODES_MIXED} where its entries are not of one and the same version. */
    static SheetReading of(SheetProof proof) {
        var head = only(proof, HEAD);
        var text = only(proof, TEXT);
        if (!number(head).equals(number(text))) {
            throw new Unproven(Reason.SHEET_CODES_MIXED, head.subject() + ", " + text.subject());
        }
        return new SheetReading(head, text);
    }

    private static SheetProof.Part only(SheetProof proof, String kind) {
        var found = proof.parts().stream()
                .filter(part -> Manifest.parse(part.manifest()).kind().equals(kind))
                .toList();
        if (found.size() != 1) {
            throw new Unproven(Reason.SHEET_MALFORMED, found.size() + " entries of " + kind);
        }
        return found.getFirst();
    }

    private static String number(SheetProof.Part part) {
        return part.subject().substring(part.subject().indexOf(':') + 1);
    }

    /** Refuses {@code FIELD_ALTERED} where this is not what the log holds, with the first character that differs where it is known. */
    void mustSay(String field, String printed) {
        var typed = printed.replace("\r\n", "\n").stripTrailing();
        var held = text.content(field);
        if (held.isPresent()) {
            var at = differsAt(bare(held.get()), bare(typed));
            if (at >= 0) {
                throw new Unproven(Reason.FIELD_ALTERED, text.subject() + ": " + field + ", character " + (at + 1));
            }
            return;
        }
        var opened = Optional.ofNullable(text.open().get(field))
                .orElseThrow(() -> new Unproven(Reason.FIELD_MISSING, text.subject() + ": " + field));
        Manifest.parse(text.manifest()).mustHold(field, Salt.parse(opened.salt()), typed);
    }

    /** On paper stand no empty lines, and nobody sees a space at the end of one. */
    static String bare(String words) {
        return words.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static int differsAt(String one, String other) {
        for (var i = 0; i < Math.min(one.length(), other.length()); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return one.length() == other.length() ? -1 : Math.min(one.length(), other.length());
    }

    /** In the order in which they stand on the sheet, in both languages. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        var manifest = Manifest.parse(head.manifest());
        lines.add("编号 · number: " + number(head).replaceFirst(":", "，第 · version "));
        head.content("version.title").ifPresent(title -> lines.add("题目 · title: " + title));
        head.content("version.reason")
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> lines.add("更正的原因 · why it was corrected: " + reason));
        day("version.published_at", 0).ifPresent(at -> lines.add("公布 · published: " + at));
        day("version.objections_until", 1).ifPresent(at -> lines.add("提异议到 · objections until: " + at));
        day("version.stays_until", 1).ifPresent(at -> lines.add("公示到 · stays until: " + at));
        lines.add("记账 · entered: " + DAY.format(manifest.at()));
        for (var field : List.of(BODY, CELLS)) {
            text.content(field).filter(words -> !words.isEmpty()).ifPresent(words -> {
                lines.add((field.equals(BODY) ? "正文 · text" : "表 · table") + ", SHA-256 "
                        + HexFormat.of().formatHex(Hash.sha256(words.getBytes(StandardCharsets.UTF_8))) + ":");
                lines.add(words);
            });
        }
        return lines;
    }

    /** Fields of which only the salt is here: what is printed has to be typed before it can be told. */
    List<String> unsaid() {
        return List.of(BODY, CELLS).stream()
                .filter(field -> text.content(field).isEmpty())
                .toList();
    }

    /** As it is printed: of what ends at midnight the day before it. */
    private Optional<String> day(String field, int secondsBefore) {
        return head.content(field)
                .filter(micros -> micros.matches("[0-9]{1,17}"))
                .map(micros -> DAY.format(
                        Instant.ofEpochSecond(Long.parseLong(micros) / MICROS).minusSeconds(secondsBefore)));
    }
}
