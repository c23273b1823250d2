package cn.lianxin.platform.witness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.witness.SheetProof.Opened;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The codes of a printed sheet, read with a laptop that has no network: what holds, and each way in which it does not. */
class SheetTest {

    private static final String BODY = "周日停水两小时。\n\n请提前打水。";
    private static final int ENTRIES = 300;

    private record Ended(int code, String said) {}

    private final TrialLog log = new TrialLog("一", ENTRIES);
    private final List<Map<String, Salt>> salts = new ArrayList<>();
    private final List<SequencedMap<String, String>> contents = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void what_is_printed_is_shown_with_its_dates_and_the_typed_words_hold() throws Exception {
        var codes = codes(notice(12, 2), true);

        var ended = verify(codes, key(), "--words=" + file("words", "周日停水两小时。\r\n请提前打水。\r\n"));

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains(
                        "题目 · title: 停水",
                        "12，第 · version 2",
                        "公布 · published: 2026-11-30",
                        "提异议到 · objections until: 2026-12-05",
                        "周日停水两小时。",
                        "✓ words",
                        "✓ 以上的字在账本里");
    }

    @Test
    void codes_are_read_in_any_order_with_or_without_their_address_and_more_than_once() throws Exception {
        var codes = new ArrayList<>(codes(notice(12, 1), true));
        codes.addFirst("https://lianxin.mine.example/log/paper#proof=" + codes.removeLast());
        codes.add(codes.get(1));

        assertThat(codes).hasSizeGreaterThan(2);
        assertThat(verify(codes, key()).code()).isZero();
    }

    @Test
    void one_character_of_the_words_is_named_with_its_place() throws Exception {
        var ended = verify(codes(notice(12, 1), true), key(), "--words=" + file("words", "周日停水三小时。\n请提前打水。"));

        named(ended, Reason.FIELD_ALTERED, "disclosure-text:12:1: version.body, character 5");
    }

    @Test
    void words_that_were_too_long_for_the_codes_are_held_against_the_salt_alone() throws Exception {
        var codes = codes(notice(12, 1), false);

        var untyped = verify(codes, key());
        var good = verify(codes, key(), "--words=" + file("words", BODY + "\n"));
        var bad = verify(codes, key(), "--words=" + file("words", BODY.replace('两', '三')));

        assertThat(untyped.code()).isZero();
        assertThat(untyped.said()).contains("--words=FILE").doesNotContain("打水");
        assertThat(good.code()).as(good.said()).isZero();
        named(bad, Reason.FIELD_ALTERED, "version.body");
    }

    @Test
    void a_wrong_key_is_named_and_so_is_none() throws Exception {
        var stranger = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
        var codes = codes(notice(12, 1), true);

        named(verify(codes, "--key=" + stranger.verifier()), Reason.KEY_UNKNOWN, "lianxin.example/log");
        named(verify(codes), Reason.KEY_UNKNOWN, "--key");
    }

    @Test
    void a_code_that_was_cut_off_or_misread_is_named_by_its_number() throws Exception {
        var codes = codes(notice(12, 1), true);

        for (UnaryOperator<String> damage : List.<UnaryOperator<String>>of(
                code -> code.substring(0, code.length() - 1),
                code -> code.substring(0, 20),
                code -> code.substring(0, 5),
                code -> code.substring(0, 200) + (code.charAt(200) == '1' ? '2' : '1') + code.substring(201))) {
            var damaged = new ArrayList<>(codes);
            damaged.set(1, damage.apply(codes.get(1)));

            named(verify(damaged, key()), Reason.SHEET_CODE_DAMAGED, "2/" + codes.size());
        }
    }

    @Test
    void a_missing_code_and_codes_of_two_sheets_are_named() throws Exception {
        var one = codes(notice(12, 1), true);
        var other = codes(notice(13, 1), true);

        named(verify(one.subList(0, 1), key()), Reason.SHEET_CODE_MISSING, "2/" + one.size());
        named(verify(List.of(one.get(0), other.get(1)), key()), Reason.SHEET_CODES_MIXED, "");
    }

    @Test
    void entries_of_two_notices_put_together_by_hand_are_named() throws Exception {
        var one = notice(12, 1);
        var other = notice(13, 1);

        var ended = verify(codes(new int[] {one[0], other[1]}, true), key());

        named(ended, Reason.SHEET_CODES_MIXED, "disclosure:12:1, disclosure-text:13:1");
    }

    @Test
    void whoever_writes_other_words_into_a_code_and_marks_it_anew_is_found_by_the_entry() throws Exception {
        var notice = notice(12, 1);
        contents.get(notice[1] - ENTRIES).put("version.body", "周日停水三小时。");

        named(verify(codes(notice, true), key()), Reason.FIELD_ALTERED, "disclosure-text:12:1: version.body");
    }

    @Test
    void another_entry_under_a_good_path_and_a_checkpoint_that_was_rewritten_are_named() throws Exception {
        var notice = notice(12, 1);
        var proof = proof(notice, true);
        var forged = proof.parts().getFirst();
        var manifest = new String(forged.manifest(), StandardCharsets.UTF_8).replace("08:00:00Z", "08:00:01Z");
        var another = new SheetProof(
                proof.checkpoint(),
                List.of(
                        new SheetProof.Part(TrialLog.bytes(manifest), forged.index(), forged.path(), new TreeMap<>()),
                        proof.parts().getLast()));
        var rewritten = SheetProof.parse(proof.bytes());
        var note = rewritten.checkpoint().toString().replaceFirst("\n" + log.size() + "\n", "\n301\n");
        var lying = new SheetProof(SignedNote.parse(note), proof.parts());

        named(verify(SheetCodes.split(another.bytes()), key()), Reason.NOT_IN_TREE, "index " + notice[0]);
        named(verify(SheetCodes.split(lying.bytes()), key()), Reason.SIGNATURE_WRONG, "lianxin.example/log");
    }

    @Test
    void what_is_no_proof_at_all_is_malformed() throws Exception {
        named(verify(SheetCodes.split(TrialLog.bytes("nonsense")), key()), Reason.SHEET_MALFORMED, "");
    }

    @Test
    void any_bytes_come_back_out_of_their_codes() {
        for (var length : List.of(1, 2, 1_049, 1_050, 1_051, 6_000)) {
            var bytes = new byte[length];
            IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (i % 7 == 0 ? 0 : i * 31));

            var codes = SheetCodes.split(bytes);

            assertThat(SheetCodes.join(String.join("\n", codes))).isEqualTo(bytes);
            assertThat(codes).allSatisfy(code -> assertThat(code.length()).isLessThan(2_600));
        }
    }

    /** The places of its two entries. */
    private int[] notice(int number, int place) {
        var head = new TreeMap<>(Map.of(
                "version.title", "停水",
                "version.reason", "",
                "version.published_at", "1796025600000000",
                "version.objections_until", "1796486400000000",
                "version.stays_until", "",
                "notice.circle", "1"));
        var text = new TreeMap<>(Map.of("version.body", BODY, "version.columns", "[]", "version.cells", ""));
        return new int[] {
            enter(SheetReading.HEAD, "disclosure:" + number + ":" + place, head),
            enter(SheetReading.TEXT, "disclosure-text:" + number + ":" + place, text)
        };
    }

    private int enter(String kind, String subject, TreeMap<String, String> fields) {
        var salt = new HashMap<String, Salt>();
        fields.keySet().forEach(name -> salt.put(name, Salt.random()));
        salts.add(salt);
        contents.add(fields);
        log.and(Manifest.of(kind, subject, TrialLog.NOW, fields, salt).bytes());
        return log.size() - 1;
    }

    private List<String> codes(int[] places, boolean words) {
        return SheetCodes.split(proof(places, words).bytes());
    }

    private SheetProof proof(int[] places, boolean words) {
        return new SheetProof(
                log.note(log.size(), TrialLog.NOW),
                IntStream.of(places).mapToObj(place -> part(place, words)).toList());
    }

    private SheetProof.Part part(int place, boolean words) {
        var open = new TreeMap<String, Opened>();
        contents.get(place - ENTRIES).forEach((name, content) -> {
            if (!name.startsWith("notice.")) {
                var typed = !words && (name.equals("version.body") || name.equals("version.cells"));
                open.put(
                        name,
                        new Opened(
                                Objects.requireNonNull(
                                                salts.get(place - ENTRIES).get(name))
                                        .toString(),
                                typed ? Optional.empty() : Optional.of(content)));
            }
        });
        return new SheetProof.Part(log.entry(place), place, log.tree(log.size()).inclusion(place), open);
    }

    private static void named(Ended ended, Reason reason, String detail) {
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("✗ " + reason.chinese() + " · " + reason.english(), detail);
    }

    private String key() {
        return "--key=" + log.key.verifier();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private Ended verify(List<String> codes, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(file("codes", String.join("\n", codes) + "\n")));
        arguments.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        var code = new VerifyMain(
                        Options.of(arguments.toArray(String[]::new)),
                        Clock.fixed(TrialLog.NOW, ZoneOffset.UTC),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run();
        return new Ended(code, out.toString(StandardCharsets.UTF_8));
    }
}
