package cn.lianxin.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    /** The example of Go's package for notes. */
    private static final String PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String SIGNED =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    /** The example of the specification of cosignatures; its keys are not published. */
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void the_public_example_verifies_byte_for_byte() {
        var key = VerifierKey.parse(PUBLIC);
        var note = SignedNote.parse((TEXT + "\n" + SIGNED + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(note.signedBy(List.of(key))).containsExactly(key);
        assertThat(key.toString()).isEqualTo(PUBLIC);
        assertThat(note.toString()).isEqualTo(TEXT + "\n" + SIGNED + "\n");
    }

    @Test
    void the_example_of_a_cosigned_checkpoint_is_read_and_written_byte_for_byte() {
        var note = SignedNote.parse(COSIGNED);
        var point = Checkpoint.parse(note.text());

        assertThat(point.size()).isEqualTo(20_852_163);
        assertThat(point.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(point.text()).isEqualTo(note.text());
        assertThat(note.toString()).isEqualTo(COSIGNED);
        assertThat(note.signatures().get(1).signature()).hasSize(72).startsWith(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB);
    }

    @Test
    void a_wrong_key_is_told_from_a_wrong_signature() {
        var log = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
        var point = new Checkpoint("lianxin.example/log", 5, Hash.EMPTY);
        var note = new SignedNote(point.text(), List.of(log.sign(point.text(), NOW)));
        var altered = new SignedNote(point.text().replace("5", "6"), note.signatures());

        note.mustBeSignedBy(List.of(log.verifier()));
        assertReason(Reason.KEY_UNKNOWN, () -> note.mustBeSignedBy(List.of(VerifierKey.parse(PUBLIC))));
        assertReason(Reason.SIGNATURE_WRONG, () -> altered.mustBeSignedBy(List.of(log.verifier())));
    }

    @Test
    void a_line_of_a_kind_that_nobody_here_knows_stays_and_is_ignored() {
        var log = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
        var point = new Checkpoint("lianxin.example/log", 5, Hash.EMPTY);
        var sm2 = new SignatureLine(new KeyName("lianxin.example/log", 0x51A2C3D4), new byte[70]);
        var note = new SignedNote(point.text(), List.of(sm2, log.sign(point.text(), NOW)));

        var read = SignedNote.parse(note.toString());

        assertThat(read.signedBy(List.of(log.verifier()))).containsExactly(log.verifier());
        assertThat(read.toString()).isEqualTo(note.toString()).contains(sm2.toString());
    }

    @Test
    void a_private_key_is_read_as_it_was_written_and_fits_its_public_one() {
        var key = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);

        assertThat(SigningKey.parse(key.line()).verifier()).isEqualTo(key.verifier());
        assertThat(SigningKey.parse(key.line()).sign(TEXT, NOW).signature())
                .isEqualTo(key.sign(TEXT, NOW).signature());
        assertReason(Reason.KEY_MALFORMED, () -> VerifierKey.parse(PUBLIC.replace("c74f20a3", "c74f20a4")));
        assertReason(Reason.KEY_MALFORMED, () -> SigningKey.generate("two words", SignatureType.ED25519));
        assertReason(Reason.KEY_MALFORMED, () -> SigningKey.generate("a+b", SignatureType.ED25519));
    }

    @Test
    void a_cosignature_says_when_and_none_is_from_the_future() {
        var witness = SigningKey.generate("witness.example/union", SignatureType.COSIGNATURE);
        var point = new Checkpoint("lianxin.example/log", 5, Hash.EMPTY);
        var keys = List.of(witness.verifier());
        var note = new SignedNote(point.text(), List.of(witness.sign(point.text(), NOW)));
        var later = new SignedNote(point.text(), List.of(witness.sign(point.text(), NOW.plusSeconds(3600))));

        assertThat(note.signedBy(keys)).isEqualTo(keys);
        note.mustNotBeFromTheFuture(keys, NOW, Duration.ofMinutes(5));
        assertReason(
                Reason.CHECKPOINT_FROM_THE_FUTURE,
                () -> later.mustNotBeFromTheFuture(keys, NOW, Duration.ofMinutes(5)));
    }

    @Test
    void what_is_malformed_is_refused() {
        for (var bad : List.of(
                "",
                "text\n",
                "text\n\n",
                "text\n\n" + SIGNED,
                "te\txt\n\n" + SIGNED + "\n",
                "te\rxt\n\n" + SIGNED + "\n",
                TEXT + "\n" + SIGNED.replace("—", "-") + "\n",
                TEXT + "\n" + SIGNED.replace(" x08", "  x08") + "\n",
                TEXT + "\n" + SIGNED.replace("AM=", "AN=") + "\n",
                TEXT + "\n— PeterNeumann AAAA\n",
                TEXT + "\n— Peter+Neumann x08go/ZJ\n",
                TEXT + "\n" + (SIGNED + "\n").repeat(101))) {
            assertReason(Reason.NOTE_MALFORMED, () -> SignedNote.parse(bad));
        }
        assertReason(Reason.NOTE_MALFORMED, () -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}));
        for (var bad : List.of(
                "a\n1\n",
                "a\n01\n" + Hash.EMPTY + "\n",
                "a\n-1\n" + Hash.EMPTY + "\n",
                "a\n1\nAAAA\n",
                "a\n1\n" + Hash.EMPTY,
                "a\n9999999999999999999\n" + Hash.EMPTY + "\n",
                "\n1\n" + Hash.EMPTY + "\n",
                "a\n1\n" + Hash.EMPTY + "\n\nx\n")) {
            assertReason(Reason.CHECKPOINT_MALFORMED, () -> Checkpoint.parse(bad));
        }
    }

    @Test
    void a_proof_file_is_read_as_it_was_written() {
        var log = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
        var one = "one".getBytes(StandardCharsets.UTF_8);
        var other = Hash.ofLeaf("other".getBytes(StandardCharsets.UTF_8));
        var root = Hash.of(Hash.sha256(new byte[] {1}, Hash.ofLeaf(one).bytes(), other.bytes()));
        var point = new Checkpoint("lianxin.example/log", 2, root);
        var note = new SignedNote(point.text(), List.of(log.sign(point.text(), NOW)));
        var proof = new LogProof(Optional.of(one), 0, List.of(other), note);

        var read = LogProof.parse(proof.toString());

        assertThat(read.toString())
                .isEqualTo(proof.toString())
                .startsWith("c2sp.org/tlog-proof@v1\nextra b25l\nindex 0\n");
        assertThat(read.mustInclude(one)).isEqualTo(point);
        assertReason(Reason.NOT_IN_TREE, () -> read.mustInclude("two".getBytes(StandardCharsets.UTF_8)));
        for (var bad : List.of(
                "",
                proof.toString().replace("@v1", "@v2"),
                proof.toString().replace("index 0", "index 00"),
                proof.toString().replace("index 0\n", ""),
                proof.toString().replace("extra b25l", "extra b25"))) {
            assertReason(Reason.PROOF_MALFORMED, () -> LogProof.parse(bad));
        }
    }

    @Test
    void a_policy_counts_its_groups() {
        var log = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);
        var union = SigningKey.generate("union", SignatureType.COSIGNATURE);
        var discipline = SigningKey.generate("discipline", SignatureType.COSIGNATURE);
        var branch = SigningKey.generate("branch", SignatureType.COSIGNATURE);
        var file =
                "# 见证\nlog " + log.verifier() + " http://localhost/log\nwitness U " + union.verifier() + "\nwitness D\t"
                        + discipline.verifier() + "\nwitness B " + branch.verifier()
                        + "\ngroup two 2 U D B\nquorum two\n";
        var policy = TrustPolicy.parse(file);
        var point = new Checkpoint("lianxin.example/log", 5, Hash.EMPTY);
        var one = new SignedNote(point.text(), List.of(log.sign(point.text(), NOW), union.sign(point.text(), NOW)));

        assertReason(Reason.QUORUM_MISSED, () -> policy.mustBelieve(one));
        assertThat(policy.mustBelieve(one.with(branch.sign(point.text(), NOW)))).isEqualTo(point);
        assertThat(policy.logs().getFirst().address()).contains("http://localhost/log");
        for (var bad : List.of(
                "",
                "quorum X\n",
                "quorum none\nquorum none\n",
                "log\nquorum none\n",
                file.replace("two 2", "two 4"),
                file.replace("U D B\n", "U D B B\n"),
                file.replace("witness B", "witness U"),
                "group g any\nquorum g\n",
                file.replace("two 2", "two 02"),
                file.replace("log " + log.verifier(), "log " + union.verifier()))) {
            assertReason(Reason.POLICY_MALFORMED, () -> TrustPolicy.parse(bad));
        }
    }

    private static void assertReason(Reason reason, Runnable check) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        Unproven.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
