package cn.lianxin.platform.witness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lianxin verify} as whoever does not believe us starts it: by what it prints and with what it ends. */
@Tag("slow")
class VerifyProcessTest {

    private record Ended(int code, String said) {}

    private final TrialLog log = new TrialLog("一", 300);

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void a_good_log_at_an_address_is_found_good_by_the_key_by_a_policy_and_by_its_own_word() throws Exception {
        var byKey = verify(log.address(), key());
        var byPolicy = verify(log.address() + "/log/", "--policy=" + file("policy", log.policy()));
        var byItself = verify(log.address());

        for (var ended : List.of(byKey, byPolicy, byItself)) {
            assertThat(ended.code()).as(ended.said()).isZero();
            assertThat(ended.said()).contains("300 条", "核对了 300 条", "✓ 没有被改过 · Nothing was altered");
        }
        assertThat(byItself.said()).contains("公钥是账本自己给的", log.key.verifier().toString());
        assertThat(byKey.said()).doesNotContain("公钥是账本自己给的");
    }

    @Test
    void a_row_that_was_altered_is_named() {
        log.alter(271, "amount", "9000");

        assertThat(verify(log.address(), key()))
                .satisfies(ended -> named(ended, Reason.FIELD_ALTERED, "entry 271, trial:271: amount"));
    }

    @Test
    void a_truncated_tile_and_a_truncated_bundle_are_named() {
        log.files.compute("tile/0/000", (_, bytes) -> Arrays.copyOf(bytes, 8_000));
        var tile = verify(log.address(), key());
        log.files.compute("tile/entries/001.p/44", (_, bytes) -> Arrays.copyOf(bytes, bytes.length - 1));
        var bundle = verify(log.address(), key());

        named(tile, Reason.TILE_TRUNCATED, "tile/0/000: 8000 of 8192");
        named(bundle, Reason.BUNDLE_TRUNCATED, "tile/entries/001.p/44");
    }

    @Test
    void an_entry_put_in_the_place_of_another_is_named_by_the_root() {
        log.files.compute("tile/entries/000", (_, bytes) -> {
            bytes[100] ^= 1;
            return bytes;
        });

        assertThat(verify(log.address(), key()).said())
                .contains(Reason.ROOT_DIFFERS.english(), Reason.TILE_DIFFERS.english());
    }

    @Test
    void what_is_published_and_never_entered_is_named() {
        log.files.put("published", TrialLog.bytes("trial trial:7\ntrial trial:999\n"));

        named(verify(log.address(), key()), Reason.NOT_ENTERED, "trial trial:999");
    }

    @Test
    void a_wrong_key_is_named_whether_it_is_a_strangers_or_the_signature_is_not_its_own() {
        var stranger = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
        named(verify(log.address(), "--key=" + stranger.verifier()), Reason.KEY_UNKNOWN, "lianxin.example/log");

        log.files.compute(
                "checkpoint",
                (_, bytes) ->
                        TrialLog.bytes(new String(bytes, StandardCharsets.UTF_8).replaceFirst("\n300\n", "\n299\n")));

        named(verify(log.address(), key()), Reason.SIGNATURE_WRONG, "lianxin.example/log");
    }

    @Test
    void a_checkpoint_from_the_future_is_named() throws Exception {
        var future = Instant.now().plus(Duration.ofHours(1));
        log.files.put("checkpoint", TrialLog.bytes(log.note(300, future).toString()));

        var ended = verify(log.address(), "--policy=" + file("policy", log.policy()));

        named(ended, Reason.CHECKPOINT_FROM_THE_FUTURE, "union.example/w");
    }

    @Test
    void where_nothing_answers_it_says_so() {
        log.files.remove("tile/entries/000");
        named(verify(log.address(), key()), Reason.OUT_OF_REACH, "/log/tile/entries/000: HTTP 404");
        log.close();

        named(verify(log.address(), key()), Reason.OUT_OF_REACH, "/log/checkpoint");
    }

    @Test
    void a_proof_on_paper_holds_without_a_network_and_only_for_its_own_entry() throws Exception {
        var proof = file("7.tlog-proof", log.proof(7));
        Files.write(directory.resolve("8"), log.entry(8));

        var good = verify(proof, key());
        var another = verify(proof, key(), "--entry=" + directory.resolve("8"));
        var nobody = verify(proof);

        assertThat(good.code()).as(good.said()).isZero();
        assertThat(good.said()).contains("✓ 这一条在账本里", "trial trial:7", "7 / 300");
        named(another, Reason.NOT_IN_TREE, "");
        named(nobody, Reason.KEY_UNKNOWN, "--key");
    }

    @Test
    void a_manifest_over_the_size_limit_is_named() throws Exception {
        var large = new byte[70_000];
        Arrays.fill(large, (byte) 'x');
        log.and(large);

        named(verify(file("300.tlog-proof", log.proof(300)), key()), Reason.ENTRY_TOO_LARGE, "70000 of 65535 bytes");
    }

    @Test
    void what_is_no_proof_and_what_is_no_file_ends_otherwise_than_well() throws Exception {
        named(verify(file("x.tlog-proof", "nonsense\n\n"), key()), Reason.PROOF_MALFORMED, "");

        assertThat(verify(directory.resolve("nothing").toString(), key()).code())
                .isEqualTo(2);
        assertThat(verify().code()).isEqualTo(2);
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

    private static Ended verify(String... arguments) {
        try (var process = JavaProcess.start(VerifyMain.class.getName(), new ArrayList<>(List.of(arguments)))) {
            var code = process.exit();
            return new Ended(code, process.output());
        }
    }
}
