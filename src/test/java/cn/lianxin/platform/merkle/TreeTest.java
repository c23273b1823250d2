package cn.lianxin.platform.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {

    private final Random random = new Random(6962);

    @Test
    void roots_are_those_of_the_specification() {
        var growing = new GrowingTree();
        var inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

        var roots = new ArrayList<String>();
        for (var input : inputs) {
            growing.add(Hash.ofLeaf(HexFormat.of().parseHex(input)));
            roots.add(HexFormat.of().formatHex(growing.root().bytes()));
        }

        assertThat(HexFormat.of().formatHex(Hash.EMPTY.bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(roots.getFirst()).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(roots.getLast()).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void trees_of_any_size_agree_with_the_definition_and_every_proof_holds() {
        for (var size = 0; size < 70; size++) {
            var entries = Naive.entries(size);
            var tree = Naive.tree(entries);
            var root = Naive.root(entries);
            assertThat(tree.root()).isEqualTo(root);
            for (var index = 0; index < size; index++) {
                Proofs.mustInclude(index, size, Hash.ofLeaf(entries.get(index)), tree.inclusion(index), root);
            }
            for (var earlier = 1; earlier <= size; earlier++) {
                Proofs.mustGrow(
                        earlier, size, Naive.root(entries.subList(0, earlier)), root, tree.consistency(earlier));
            }
        }
    }

    @Test
    void tiles_filled_in_random_batches_hold_the_same_tree() {
        for (var round = 0; round < 12; round++) {
            var stored = new HashMap<GrowingTiles.Place, byte[]>();
            var growing = new GrowingTree();
            var size = 0L;
            while (size < 1500) {
                var more = 1 + random.nextInt(round % 3 == 0 ? 600 : 60);
                var leaves = new ArrayList<Hash>();
                for (var entry : Naive.entries(size + more).subList((int) size, (int) size + more)) {
                    leaves.add(Hash.ofLeaf(entry));
                    growing.add(Hash.ofLeaf(entry));
                }
                stored.putAll(new GrowingTiles(size, prefixes(stored)).add(leaves));
                size += more;

                var parts = new TileParts(size, prefixes(stored));
                assertThat(new Tree(size, parts).root()).isEqualTo(growing.root());
            }
            var entries = Naive.entries(size);
            var tree = new Tree(size, new TileParts(size, prefixes(stored)));
            for (var i = 0; i < 40; i++) {
                var index = random.nextInt((int) size);
                Proofs.mustInclude(index, size, Hash.ofLeaf(entries.get(index)), tree.inclusion(index), growing.root());
                var earlier = 1 + random.nextInt((int) size);
                Proofs.mustGrow(
                        earlier,
                        size,
                        Naive.root(entries.subList(0, earlier)),
                        growing.root(),
                        tree.consistency(earlier));
            }
        }
    }

    @Test
    void whatever_is_changed_in_a_proof_is_refused() {
        for (var round = 0; round < 400; round++) {
            var size = 2 + random.nextInt(300);
            var entries = Naive.entries(size);
            var tree = Naive.tree(entries);
            var index = random.nextInt(size);
            var earlier = 1 + random.nextInt(size - 1);
            var leaf = Hash.ofLeaf(entries.get(index));
            var spoilt = spoil(tree.inclusion(index));
            var spoiltGrowth = spoil(tree.consistency(earlier));

            assertThatThrownBy(() -> Proofs.mustInclude(index, size, leaf, spoilt, tree.root()))
                    .isInstanceOf(Unproven.class);
            assertThatThrownBy(() ->
                            Proofs.mustInclude((index + 1) % size, size, leaf, tree.inclusion(index), tree.root()))
                    .isInstanceOf(Unproven.class);
            assertThatThrownBy(() -> Proofs.mustGrow(
                            earlier, size, Naive.root(entries.subList(0, earlier)), tree.root(), spoiltGrowth))
                    .isInstanceOf(Unproven.class);
        }
    }

    @Test
    void each_fault_is_named() {
        var entries = Naive.entries(7);
        var tree = Naive.tree(entries);
        var leaf = Hash.ofLeaf(entries.get(3));
        var proof = tree.inclusion(3);

        assertReason(Reason.INDEX_BEYOND_TREE, () -> Proofs.mustInclude(7, 7, leaf, proof, tree.root()));
        assertReason(Reason.NOT_IN_TREE, () -> Proofs.mustInclude(3, 7, Hash.EMPTY, proof, tree.root()));
        assertReason(Reason.PROOF_TOO_SHORT, () -> Proofs.mustInclude(3, 7, leaf, proof.subList(1, 3), tree.root()));
        assertReason(Reason.PROOF_TOO_LONG, () -> Proofs.mustInclude(0, 1, leaf, proof, tree.root()));
        assertReason(Reason.SIZES_REVERSED, () -> Proofs.mustGrow(8, 7, leaf, tree.root(), proof));
        assertReason(Reason.SAME_SIZE_OTHER_ROOT, () -> Proofs.mustGrow(7, 7, leaf, tree.root(), List.of()));
        assertReason(Reason.EARLIER_EMPTY, () -> Proofs.mustGrow(0, 7, Hash.EMPTY, tree.root(), List.of()));
        assertReason(Reason.OLD_ROOT_DIFFERS, () -> Proofs.mustGrow(3, 7, leaf, tree.root(), tree.consistency(3)));
        assertReason(
                Reason.NEW_ROOT_DIFFERS,
                () -> Proofs.mustGrow(3, 7, Naive.root(entries.subList(0, 3)), leaf, tree.consistency(3)));
        assertReason(Reason.TILE_TRUNCATED, () -> TileParts.mustBeWhole(new Tile(0, 0, 2), new byte[63]));
    }

    @Test
    void tiles_of_70_000_entries_are_those_that_the_specification_counts() {
        assertThat(Tile.of(0, 272, 70_000).isFull()).isTrue();
        assertThat(Tile.of(0, 273, 70_000).width()).isEqualTo(112);
        assertThat(Tile.of(1, 0, 70_000).isFull()).isTrue();
        assertThat(Tile.of(1, 1, 70_000).width()).isEqualTo(17);
        assertThat(Tile.of(2, 0, 70_000).width()).isEqualTo(1);
        assertThat(Tile.of(3, 0, 70_000).width()).isZero();
        assertThat(Tile.of(1, 0, 256).width()).isEqualTo(1);
    }

    @Test
    void a_tile_has_one_path_and_a_path_one_tile() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(Tile.ENTRIES, 273, 112).path()).isEqualTo("tile/entries/273.p/112");
        for (var i = 0; i < 1000; i++) {
            var tile = new Tile(
                    random.nextInt(-1, 64), random.nextLong(1L << random.nextInt(1, 50)), 1 + random.nextInt(256));
            assertThat(Tile.parse(tile.path())).isEqualTo(tile);
        }
        for (var bad : List.of(
                "tile/0/1",
                "tile/00/001",
                "tile/64/001",
                "tile/0/x000/001",
                "tile/0/001.p/256",
                "tile/0/001.p/0",
                "tile/0/001.p/01",
                "tile/0/001/002",
                "tile/entries/../001",
                "tile/0/x001/x234/067/")) {
            assertReason(Reason.TILE_PATH_MALFORMED, () -> Tile.parse(bad));
        }
    }

    @Test
    void an_entry_bundle_holds_exactly_what_it_must() {
        var entries = List.of(new byte[0], new byte[] {1, 2}, new byte[EntryBundle.LARGEST]);
        var bundle = EntryBundle.of(entries);
        var tile = new Tile(Tile.ENTRIES, 0, 3);

        assertThat(EntryBundle.parse(tile, bundle)).usingRecursiveComparison().isEqualTo(entries);
        assertReason(Reason.BUNDLE_TRUNCATED, () -> EntryBundle.parse(tile, java.util.Arrays.copyOf(bundle, 100)));
        assertReason(Reason.BUNDLE_TRUNCATED, () -> EntryBundle.parse(new Tile(Tile.ENTRIES, 0, 4), bundle));
        assertReason(Reason.BUNDLE_TOO_LONG, () -> EntryBundle.parse(new Tile(Tile.ENTRIES, 0, 2), bundle));
        assertReason(Reason.ENTRY_TOO_LARGE, () -> EntryBundle.of(List.of(new byte[EntryBundle.LARGEST + 1])));
    }

    private List<Hash> spoil(List<Hash> proof) {
        var spoilt = new ArrayList<>(proof);
        switch (random.nextInt(spoilt.isEmpty() ? 1 : 4)) {
            case 0 -> spoilt.add(random.nextInt(spoilt.size() + 1), Hash.EMPTY);
            case 1 -> spoilt.remove(random.nextInt(spoilt.size()));
            case 2 -> {
                var place = random.nextInt(spoilt.size());
                var bytes = spoilt.get(place).bytes();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                spoilt.set(place, Hash.of(bytes));
            }
            default -> {
                Collections.reverse(spoilt);
                if (spoilt.equals(proof)) {
                    spoilt.add(Hash.EMPTY);
                }
            }
        }
        return spoilt;
    }

    static TileParts.Source prefixes(Map<GrowingTiles.Place, byte[]> stored) {
        return tile -> java.util.Arrays.copyOf(
                stored.get(new GrowingTiles.Place(tile.level(), tile.index())), tile.width() * Hash.BYTES);
    }

    static void assertReason(Reason reason, Runnable check) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(Unproven.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThatCode(refused::sentence).doesNotThrowAnyException();
        });
    }
}
