package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.GrowingTree;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Tile;
import cn.lianxin.platform.merkle.TileParts;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.witness.Openings.Opening;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through a whole log below a checkpoint that is believed already: entries, tiles, and what is published at this moment. */
public final class Verification {

    /** The kind of an entry that says of another that its content was erased. */
    public static final String ERASED = "erased";

    /**
     * @param faults each of them, in the order of the entries
     * @param erased entries of which nothing can be said any more, as an entry says
     * @param withheld entries whose content this reader may not see
     */
    public record Report(Checkpoint checkpoint, List<Unproven> faults, int held, int erased, int withheld) {
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    private record Gone(String subject, long index) {}

    private final LogFiles log;
    private final Checkpoint point;
    private final List<Unproven> faults = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();
    private final Map<String, Long> erasures = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();
    private int held;
    private int erased;
    private int withheld;

    private Verification(LogFiles log, Checkpoint point) {
        this.log = log;
        this.point = point;
    }

    public static Report of(LogFiles log, Checkpoint point) {
        return new Verification(log, point).walk();
    }

    private Report walk() {
        var tree = new GrowingTree();
        var level = new ArrayList<Hash>();
        for (var index = 0L; index * Tile.WIDTH < point.size(); index++) {
            bundle(index, tree, level);
        }
        if (!tree.root().equals(point.root())) {
            faults.add(new Unproven(Reason.ROOT_DIFFERS, "size " + point.size()));
        }
        higherTiles(level);
        for (var one : gone) {
            if (erasures.getOrDefault(one.subject(), -1L) > one.index()) {
                erased++;
            } else {
                faults.add(new Unproven(Reason.FIELD_MISSING, one.subject() + ": erased, and no entry says so"));
            }
        }
        notEntered();
        return new Report(point, faults, held, erased, withheld);
    }

    private void bundle(long index, GrowingTree tree, List<Hash> level) {
        var tile = Tile.of(Tile.ENTRIES, index, point.size());
        var entries = EntryBundle.parse(tile, log.read(tile.path()));
        var hashes = new byte[entries.size() * Hash.BYTES];
        for (var i = 0; i < entries.size(); i++) {
            var hash = Hash.ofLeaf(entries.get(i));
            System.arraycopy(hash.bytes(), 0, hashes, i * Hash.BYTES, Hash.BYTES);
            tree.add(hash);
        }
        compare(new Tile(0, index, tile.width()), hashes);
        if (tile.isFull()) {
            level.add(TileParts.above(hashes));
        }
        var openings = Openings.parse(log.read("openings/" + index + "/" + tile.width()));
        if (openings.size() != entries.size()) {
            faults.add(new Unproven(Reason.BUNDLE_TRUNCATED, "openings/" + index));
            return;
        }
        for (var i = 0; i < entries.size(); i++) {
            var at = index * Tile.WIDTH + i;
            try {
                entry(at, Manifest.parse(entries.get(i)), openings.get(i));
            } catch (Unproven fault) {
                faults.add(new Unproven(fault.reason(), "entry " + at + ", " + fault.detail(), fault));
            }
        }
    }

    private void compare(Tile tile, byte[] expected) {
        try {
            var bytes = log.read(tile.path());
            TileParts.mustBeWhole(tile, bytes);
            if (!Arrays.equals(bytes, expected)) {
                throw new Unproven(Reason.TILE_DIFFERS, tile.path());
            }
        } catch (Unproven fault) {
            faults.add(fault);
        }
    }

    private void higherTiles(List<Hash> lowest) {
        var below = lowest;
        for (var level = 1; !below.isEmpty(); level++) {
            var above = new ArrayList<Hash>();
            for (var from = 0; from < below.size(); from += Tile.WIDTH) {
                var tile = Tile.of(level, from / Tile.WIDTH, point.size());
                var bytes = new byte[tile.width() * Hash.BYTES];
                for (var i = 0; i < tile.width(); i++) {
                    System.arraycopy(below.get(from + i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
                }
                compare(tile, bytes);
                if (tile.isFull()) {
                    above.add(TileParts.above(bytes));
                }
            }
            below = above;
        }
    }

    private void entry(long index, Manifest manifest, Opening opening) {
        var subject = manifest.subject();
        subjects.add(manifest.kind() + " " + subject);
        if (manifest.kind().equals(ERASED)) {
            erasures.put(subject, index);
        }
        switch (opening) {
            case Opening.Withheld _ -> withheld++;
            case Opening.Erased _ -> gone.add(new Gone(subject, index));
            case Opening.Open open -> {
                var now = open.now()
                        .orElseThrow(() -> new Unproven(Reason.FIELD_MISSING, manifest.kind() + " " + subject));
                for (var name : manifest.commitments().keySet()) {
                    var content = now.get(name);
                    if (content == null) {
                        throw new Unproven(Reason.FIELD_MISSING, subject + ": " + name);
                    }
                    manifest.mustHold(name, Openings.salt(open.salts(), name, subject), content);
                }
                held++;
            }
        }
    }

    /** What is published at this moment, one a line with its kind. */
    private void notEntered() {
        new String(log.read("published"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !subjects.contains(line))
                .forEach(line -> faults.add(new Unproven(Reason.NOT_ENTERED, line)));
    }
}
