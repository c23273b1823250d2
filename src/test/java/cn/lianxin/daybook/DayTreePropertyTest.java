package cn.lianxin.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.manifest.CanonicalJson;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.platform.witness.DayProofFile;
import cn.lianxin.platform.witness.TrialDay;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Days of chance with filings of chance. */
class DayTreePropertyTest {

    private static final String DAY = "2026-11-30";

    private record Said(String content, Salt salt, int place, SortedMap<Integer, DayProof.OpenedFile> files) {}

    private record Closed(DayTree tree, List<Said> said) {
        DayProof proof(TrialDay day, Said one) {
            return day.proof(one.content(), one.salt(), one.files(), one.place(), tree.path(one.place()));
        }
    }

    @Test
    void every_proof_of_every_day_holds() {
        var chance = new Random(8);
        for (var many : List.of(1, 2, 3, 17, 4_096, 4_097)) {
            var closed = closed(many, chance);
            var day = new TrialDay(DAY, closed.tree().root(), closed.tree().size(), chance.nextInt(40));
            for (var one : some(closed.said(), chance)) {
                var file = DayProofFile.of(List.of(closed.proof(day, one)));

                assertThat(holds(file.getBytes(StandardCharsets.UTF_8)))
                        .as("of %s", many)
                        .isTrue();
            }
        }
    }

    /** Each of them, in all of the file: also above the proof nobody writes what it does not prove. */
    @Test
    void none_holds_after_a_byte_was_changed() {
        var chance = new Random(145);
        for (var round = 0; round < 2; round++) {
            var closed = closed(1 + chance.nextInt(9), chance);
            var day = new TrialDay(DAY, closed.tree().root(), closed.tree().size(), chance.nextInt(9));
            var file = DayProofFile.of(List.of(closed.proof(day, closed.said().getFirst())))
                    .getBytes(StandardCharsets.UTF_8);

            for (var at = 0; at < file.length; at++) {
                var changed = file.clone();
                changed[at] ^= (byte) (1 + chance.nextInt(255));
                assertThat(holds(changed)).as("byte %s of %s", at, file.length).isFalse();
            }
        }
    }

    @Test
    void none_holds_for_another_day_with_the_same_words() {
        var chance = new Random(3);
        var closed = closed(5, chance);
        var another = closed(5, chance);
        var day = new TrialDay(DAY, another.tree().root(), another.tree().size(), 3);

        for (var one : closed.said()) {
            assertThat(holds(DayProofFile.of(List.of(closed.proof(day, one))).getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
        }
    }

    @Test
    void a_day_of_none_of_one_and_of_five_look_alike() {
        var chance = new Random(11);
        var entries = new HashSet<Integer>();
        for (var many : List.of(0, 1, 5, 4_096)) {
            var closed = closed(many, chance);
            var tree = closed.tree();
            entries.add(new TrialDay(DAY, tree.root(), tree.size(), 4).manifest().length);
            var leaves = new HashSet<Hash>();
            for (var place = 0; place < tree.size(); place++) {
                leaves.add(tree.leaf(place));
            }

            assertThat(tree.size()).isEqualTo(DayTree.LEAST);
            assertThat(leaves).hasSize(DayTree.LEAST);
            closed.said().stream()
                    .limit(3)
                    .forEach(one -> assertThat(tree.path(one.place())).hasSize(12));
        }

        assertThat(entries).as("as long on every day").hasSize(1);
        assertThat(DayTree.sizeFor(4_097)).isEqualTo(8_192);
        assertThat(DayTree.sizeFor(240_000)).isEqualTo(262_144);
    }

    /** Of five filings each is everywhere equally often; the bound is one that chance breaks once in a million. */
    @Test
    void a_place_tells_nothing() {
        var chance = new Random(7);
        var quarters = new int[5][4];
        for (var round = 0; round < 400; round++) {
            var places = DayTree.places(5, chance);
            assertThat(places).doesNotHaveDuplicates();
            for (var one = 0; one < 5; one++) {
                quarters[one][places.get(one) / 1_024]++;
            }
        }

        for (var one : quarters) {
            for (var many : one) {
                assertThat(many).isBetween(55, 145);
            }
        }
    }

    private static Closed closed(int many, Random chance) {
        var places = DayTree.places(many, chance);
        var said = new ArrayList<Said>();
        var commitments = new HashMap<Integer, Hash>();
        for (var i = 0; i < many; i++) {
            var words = chance.ints(1 + chance.nextInt(40), 0x4e00, 0x9fa5)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var files = new TreeMap<Integer, DayProof.OpenedFile>();
            var all = new ArrayList<String>();
            for (var at = chance.nextInt(4); at > 0; at--) {
                var file = new DayProof.OpenedFile(
                        Salt.random(), HexFormat.of().formatHex(Hash.sha256(words.getBytes(StandardCharsets.UTF_8))));
                all.add(DayProof.commitFile(file.salt(), file.sha256()).toString());
                // Some are gone by now.
                if (chance.nextInt(3) > 0) {
                    files.put(all.size(), file);
                }
            }
            var content = CanonicalJson.write(Map.of(
                    "day",
                    DAY,
                    "step",
                    1 + chance.nextInt(9),
                    "files",
                    all,
                    "words",
                    words + "\n\"-----END LIANXIN PROOF-----\n"));
            var one = new Said(content, Salt.random(), places.get(i), files);
            said.add(one);
            commitments.put(one.place(), DayProof.commit(one.salt(), content));
        }
        return new Closed(new DayTree(DayTree.sizeFor(many), Salt.random(), commitments), said);
    }

    private static List<Said> some(List<Said> said, Random chance) {
        return said.size() < 5
                ? said
                : chance.ints(4, 0, said.size()).mapToObj(said::get).toList();
    }

    private static boolean holds(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            for (var proof : DayProofFile.parse(text)) {
                proof.mustHold().mustBeOf("lianxin.example/log");
                proof.entry().checkpoint().mustBeSignedBy(List.of(TrialDay.KEY.verifier()));
            }
            return true;
        } catch (Unproven | CharacterCodingException refused) {
            return false;
        }
    }
}
