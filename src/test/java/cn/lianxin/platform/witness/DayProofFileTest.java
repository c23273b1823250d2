package cn.lianxin.platform.witness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.manifest.CanonicalJson;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of a worker's proof, and of each way in which it is none. */
class DayProofFileTest {

    private static final String DAY = "2026-11-30";

    private final Salt salt = Salt.random();
    private final String content = content(DAY, "澡堂没热水");
    private final List<Hash> leaves = leaves(content, salt, 3);
    private final TrialDay day = new TrialDay(DAY, TrialDay.rootOf(leaves), leaves.size(), 5);
    private final DayProof proof = day.proof(content, salt, 3, TrialDay.pathOf(leaves, 3));
    private final String file = DayProofFile.of(List.of(proof));

    @TempDir
    Path directory;

    @Test
    void a_proof_holds_without_a_network_and_says_what_it_proves() throws IOException {
        var ended = verify(file, key());

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("✓ 这些话 2026-11-30 那天记进了账本", "words: 澡堂没热水", "5 / 11");
        assertThat(file).startsWith("连心证明：").contains("./lianxin verify", "Lianxin proof: ");
    }

    @Test
    void of_several_in_one_file_each_has_to_hold() throws IOException {
        var otherSalt = Salt.random();
        var other = content(DAY, "暖气不热");
        var good = DayProofFile.of(List.of(proof, proof));
        var bad = DayProofFile.of(List.of(proof, day.proof(other, otherSalt, 3, TrialDay.pathOf(leaves, 3))));

        assertThat(verify(good, key()).code()).isZero();
        named(verify(bad, key()), Reason.NOT_IN_TREE, "in the tree of the day");
    }

    @Test
    void a_changed_word_is_named() throws IOException {
        named(verify(file.replace("没热水", "有热水"), key()), Reason.FIELD_ALTERED, "content");
    }

    @Test
    void a_changed_salt_is_named() throws IOException {
        named(verify(file.replace("salt " + salt, "salt " + Salt.random()), key()), Reason.FIELD_ALTERED, "content");
    }

    @Test
    void a_wrong_key_and_none_at_all_are_named() throws IOException {
        var stranger = SigningKey.generate("lianxin.example/log", SignatureType.ED25519);

        named(verify(file, "--key=" + stranger.verifier()), Reason.KEY_UNKNOWN, "lianxin.example/log");
        named(verify(file), Reason.KEY_UNKNOWN, "--key");
    }

    @Test
    void a_wrong_way_and_a_wrong_place_are_named() throws IOException {
        var path = "path " + proof.path().getFirst();

        named(
                verify(file.replace(path, "path " + Hash.ofLeaf(new byte[1])), key()),
                Reason.NOT_IN_TREE,
                "in the tree of the day");
        named(verify(file.replace(path + "\n", ""), key()), Reason.PROOF_TOO_SHORT, "in the tree of the day");
        named(verify(file.replace("place 3\n", "place 2\n"), key()), Reason.NOT_IN_TREE, "in the tree of the day");
        named(verify(file.replace("place 3\n", "place 8\n"), key()), Reason.INDEX_BEYOND_TREE, "8 of 8");
    }

    @Test
    void what_is_cut_off_and_what_was_put_around_it_are_named() throws IOException {
        named(verify(file.substring(0, file.length() - 9), key()), Reason.PROOF_MALFORMED, "it is cut off");
        named(verify(file.substring(0, 150), key()), Reason.PROOF_MALFORMED, "there is no proof in it");
        named(verify("这条已经办好了。\n" + file, key()), Reason.PROOF_MALFORMED, "not written as it was handed out");
        named(verify(file + "\n", key()), Reason.PROOF_MALFORMED, "not written as it was handed out");
        named(verify(file.replace("\n", "\r\n"), key()), Reason.PROOF_MALFORMED, "line ends");
        Files.write(directory.resolve("latin"), file.getBytes(StandardCharsets.UTF_16LE));
        assertThat(TrialDay.verify(directory.resolve("latin"), key()).code()).isEqualTo(1);
    }

    @Test
    void another_day_is_named_whether_its_entry_or_all_of_it_was_put_there() throws IOException {
        var yesterday = new TrialDay("2026-11-29", TrialDay.rootOf(leaves), leaves.size(), 5);
        var itsProof = yesterday.proof(content, salt, 3, TrialDay.pathOf(leaves, 3));
        var another = file.replace(proof.entry().toString(), itsProof.entry().toString());

        named(verify(another, key()), Reason.DAY_DIFFERS, "day:2026-11-29, not 2026-11-30");
        named(verify(DayProofFile.of(List.of(itsProof)), key()), Reason.DAY_DIFFERS, "day:2026-11-29");
    }

    @Test
    void a_field_of_the_day_that_is_altered_or_left_out_is_named() throws IOException {
        var root = "field day.root "
                + Objects.requireNonNull(proof.opened().get(DayProof.ROOT)).salt() + " ";
        var size = file.lines()
                .filter(line -> line.startsWith("field day.size"))
                .findFirst()
                .orElseThrow();

        named(
                verify(
                        file.replace(root + proof.opened().get(DayProof.ROOT).value(), root + Hash.ofLeaf(new byte[2])),
                        key()),
                Reason.FIELD_ALTERED,
                "day:2026-11-30: day.root");
        named(verify(file.replace(size + "\n", ""), key()), Reason.FIELD_MISSING, "day:2026-11-30");
    }

    private static String content(String day, String words) {
        return CanonicalJson.write(Map.of("day", day, "number", "2026-0000019", "step", 1, "words", words));
    }

    private static List<Hash> leaves(String content, Salt salt, int place) {
        var leaves = new ArrayList<>(IntStream.range(0, 8)
                .mapToObj(
                        i -> Hash.ofLeaf(Salt.random().commit("filler", "" + i).bytes()))
                .toList());
        leaves.set(place, Hash.ofLeaf(DayProof.commit(salt, content).bytes()));
        return leaves;
    }

    private static void named(TrialDay.Ended ended, Reason reason, String detail) {
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("✗ " + reason.chinese() + " · " + reason.english(), detail);
    }

    private static String key() {
        return "--key=" + TrialDay.KEY.verifier();
    }

    private TrialDay.Ended verify(String text, String... options) throws IOException {
        return TrialDay.verify(Files.writeString(directory.resolve("proof.txt"), text), options);
    }
}
