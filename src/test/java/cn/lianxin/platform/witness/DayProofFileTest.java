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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    @Test
    void each_file_is_told_by_its_digest_and_one_that_is_gone_takes_nothing_with_it() throws IOException {
        var photo = Files.writeString(directory.resolve("photo.jpg"), "of the bath");
        var recording = Files.writeString(directory.resolve("recording.m4a"), "of the drip");
        var other = Files.writeString(directory.resolve("other.jpg"), "of something else");
        var both = withFiles(photo, recording);
        var one = withFiles(photo, recording).lines().filter(line -> !line.startsWith("file 2 "));

        assertThat(verify(both, key()).said())
                .contains("附件 1 · file 1: SHA-256 " + digest(photo), "附件 2 · file 2: SHA-256 " + digest(recording));
        assertThat(verify(both, key(), "--attachment=" + recording).said()).contains("✓ " + recording + " 就是附件 2");
        named(verify(both, key(), "--attachment=" + other), Reason.FILE_DIFFERS, digest(other));
        var ended = verify(one.collect(Collectors.joining("\n", "", "\n")), key());
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("附件 1 · file 1: SHA-256", "附件 2 · file 2: 当时收下了，这份证明里没有它");
    }

    @Test
    void a_file_that_was_put_in_place_of_another_is_named() throws IOException {
        var photo = Files.writeString(directory.resolve("photo.jpg"), "of the bath");
        var other = Files.writeString(directory.resolve("other.jpg"), "of something else");
        var two = withFiles(photo, other);
        var line = two.lines()
                .filter(word -> word.startsWith("file 1 "))
                .findFirst()
                .orElseThrow();
        var second = two.lines()
                .filter(word -> word.startsWith("file 2 "))
                .findFirst()
                .orElseThrow();

        named(
                verify(two.replace(line, line.replace(digest(photo), digest(other))), key()),
                Reason.FIELD_ALTERED,
                "file 1");
        named(
                verify(two.replace(line, line.replace("file 1 ", "file 3 ")).replace(second + "\n", ""), key()),
                Reason.FIELD_MISSING,
                "file 3");
        named(verify(two.replace(line, line.toUpperCase(Locale.ROOT)), key()), Reason.PROOF_MALFORMED, "place");
        named(verify(two.replace(line, line + " "), key()), Reason.PROOF_MALFORMED, "file");
        named(verify(two.replace(line, line + "\n" + line), key()), Reason.PROOF_MALFORMED, "as it was handed out");
        named(
                verify(file.replace("\nplace ", "\n" + line + "\nplace "), key()),
                Reason.PROOF_MALFORMED,
                "as it was handed out");
    }

    @Test
    void a_locked_letter_is_known_by_its_digest() throws IOException {
        var letter = Files.writeString(directory.resolve("locked.json"), "{\"ciphertext\":\"…\"}");
        var other = Files.writeString(directory.resolve("other.json"), "{}");
        var said = CanonicalJson.write(Map.of(
                "day", DAY, "form", 2, "kind", "sealed", "number", "S0000-0001", "sha256", digest(letter), "step", 0));
        var tree = leaves(said, salt, 3);
        var itsDay = new TrialDay(DAY, TrialDay.rootOf(tree), tree.size(), 5);
        var proved = DayProofFile.of(List.of(itsDay.proof(said, salt, 3, TrialDay.pathOf(tree, 3))));

        assertThat(proved).contains("密封举报：", "--attachment locked.json");
        assertThat(verify(proved, key()).said()).contains("sha256: " + digest(letter));
        assertThat(verify(proved, key(), "--attachment=" + letter).said()).contains("✓ " + letter + " 就是那封锁着的信");
        named(verify(proved, key(), "--attachment=" + other), Reason.FILE_DIFFERS, digest(other));
    }

    /** What was handed out before there were files in it is checked as on the first day. */
    @Test
    void above_a_proof_without_files_nothing_is_said_of_them() throws IOException {
        var photo = Files.writeString(directory.resolve("photo.jpg"), "of the bath");

        assertThat(file.lines().toList().get(2)).isEmpty();
        assertThat(file.lines().toList().get(3)).isEqualTo("-----BEGIN LIANXIN PROOF-----");
        assertThat(withFiles(photo)).contains("sha256sum", "--attachment");
    }

    private String withFiles(Path... files) throws IOException {
        var opened = new TreeMap<Integer, DayProof.OpenedFile>();
        var commitments = new ArrayList<String>();
        for (var one : files) {
            var itsSalt = Salt.random();
            opened.put(opened.size() + 1, new DayProof.OpenedFile(itsSalt, digest(one)));
            commitments.add(DayProof.commitFile(itsSalt, digest(one)).toString());
        }
        var said = CanonicalJson.write(
                Map.of("day", DAY, "number", "2026-0000019", "step", 1, "form", 2, "files", commitments));
        var tree = leaves(said, salt, 3);
        var itsDay = new TrialDay(DAY, TrialDay.rootOf(tree), tree.size(), 5);
        return DayProofFile.of(List.of(itsDay.proof(said, salt, opened, 3, TrialDay.pathOf(tree, 3))));
    }

    private static String digest(Path one) throws IOException {
        return HexFormat.of().formatHex(Hash.sha256(Files.readAllBytes(one)));
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
