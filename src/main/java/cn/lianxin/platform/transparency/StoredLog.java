package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.Proofs;
import cn.lianxin.platform.merkle.Tile;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignedNote;
import cn.lianxin.platform.note.VerifierKey;
import cn.lianxin.platform.witness.Openings;
import cn.lianxin.platform.witness.Openings.Opening;
import cn.lianxin.platform.witness.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as it lies in a database, without the rooms that publish: for whoever copies a database, or looks after it. */
public final class StoredLog {

    /**
     * @param newest what was signed last
     * @param checkpoints how many were held against the tree
     * @param byKnownKeys whether each signature was looked at
     */
    public record Proof(
            long entries, Optional<Checkpoint> newest, int checkpoints, boolean byKnownKeys, List<Unproven> faults) {}

    /**
     * @param numbered entries that have a place
     * @param waitsSince the oldest that should have one and has none
     * @param signed how far the newest checkpoint reaches
     * @param signedAt when it was made
     */
    public record State(long numbered, Optional<Instant> waitsSince, long signed, Optional<Instant> signedAt) {}

    private final JdbcClient database;
    private final Tiles tiles;
    private final Entries entries;

    public StoredLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.tiles = new Tiles(database);
        this.entries = new Entries(database, clock);
    }

    public State state(Instant now) {
        var waits = Optional.ofNullable(database.sql("""
                select min(greatest(recorded_at, not_before)) as since from transparency.entry
                where place is null and (not_before is null or not_before <= :now)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Optional.ofNullable(row.getObject("since", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(null));
        var newest = new Checkpoints(database).newest();
        return new State(
                size(), waits, newest.map(Checkpoints.Signed::size).orElse(0L), newest.map(Checkpoints.Signed::at));
    }

    public Optional<Checkpoint> newest() {
        return new Checkpoints(database)
                .newest()
                .map(signed -> Checkpoint.parse(signed.note().text()));
    }

    /**
     * Every entry, every tile made of them, and every checkpoint against the tree.
     *
     * @param keys of the log; without any, signatures are not looked at
     */
    public Proof prove(Collection<VerifierKey> keys) {
        var faults = new ArrayList<Unproven>();
        var size = size();
        mustBeGapless(size, faults);
        var notes = database.sql("select size, note from transparency.checkpoint order by size")
                .query((row, _) -> SignedNote.parse(row.getString("note")))
                .list();
        var newest = Optional.<Checkpoint>empty();
        try {
            var tree = tiles.tree(size);
            var whole = new Checkpoint("tree", size, tree.root());
            faults.addAll(Verification.of(this::read, whole).faults());
            for (var note : notes) {
                var point = Checkpoint.parse(note.text());
                newest = Optional.of(point);
                if (!keys.isEmpty()) {
                    note.mustBeSignedBy(keys);
                }
                if (point.size() > 0) {
                    Proofs.mustGrow(
                            point.size(),
                            size,
                            point.root(),
                            whole.root(),
                            point.size() > size ? List.of() : tree.consistency(point.size()));
                }
            }
        } catch (Unproven fault) {
            faults.add(fault);
        }
        return new Proof(size, newest, notes.size(), !keys.isEmpty(), faults);
    }

    private void mustBeGapless(long size, List<Unproven> faults) {
        var places = database.sql(
                        "select count(place) as many, coalesce(max(place) + 1, 0) as until from transparency.entry")
                .query((row, _) -> new long[] {row.getLong("many"), row.getLong("until")})
                .single();
        if (places[0] != size || places[1] != size) {
            faults.add(new Unproven(
                    Reason.BUNDLE_TRUNCATED, places[0] + " entries up to place " + places[1] + ", not " + size));
        }
    }

    private long size() {
        return database.sql("select size from transparency.head")
                .query(Long.class)
                .single();
    }

    /** Whoever has only the database sees no room's content, so nothing is opened. */
    private byte[] read(String path) {
        if (path.startsWith("openings/")) {
            var width = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            return Openings.write(Collections.nCopies(width, new Opening.Withheld()));
        }
        if (path.equals("published")) {
            return new byte[0];
        }
        var tile = Tile.parse(path);
        var first = tile.index() * Tile.WIDTH;
        return tile.level() == Tile.ENTRIES
                ? EntryBundle.of(entries.between(first, first + tile.width()).stream()
                        .map(Entries.Stored::manifest)
                        .toList())
                : tiles.source().read(tile);
    }
}
