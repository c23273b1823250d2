package cn.lianxin.platform.merkle;

import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.HashMap;
import java.util.Map;

/** The parts of a tree, out of its tiles. Whoever does not trust the tiles compares the root with a signed one. */
public final class TileParts implements Tree.Parts {

    /** The bytes of a tile. */
    public interface Source {
        byte[] read(Tile tile);
    }

    private final long size;
    private final Source source;
    private final Map<Tile, byte[]> read = new HashMap<>();

    public TileParts(long size, Source source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public Hash at(int level, long index) {
        var inside = level % Tile.BITS;
        var first = index << inside;
        var tile = Tile.of(level / Tile.BITS, first / Tile.WIDTH, size);
        var place = (int) (first % Tile.WIDTH);
        return of(bytes(tile), place, 1 << inside);
    }

    private byte[] bytes(Tile tile) {
        var known = read.get(tile);
        if (known == null) {
            known = source.read(tile);
            mustBeWhole(tile, known);
            read.put(tile, known);
        }
        return known;
    }

    /** Refuses {@code TILE_TRUNCATED}. */
    public static void mustBeWhole(Tile tile, byte[] bytes) {
        if (bytes.length != tile.width() * Hash.BYTES) {
            throw new Unproven(
                    Reason.TILE_TRUNCATED, tile.path() + ": " + bytes.length + " of " + tile.width() * Hash.BYTES);
        }
    }

    /** Of a full tile, as it stands in the level above. */
    public static Hash above(byte[] full) {
        return of(full, 0, Tile.WIDTH);
    }

    private static Hash of(byte[] tile, int place, int count) {
        return count == 1
                ? Hash.at(tile, place)
                : Hash.ofNode(of(tile, place, count / 2), of(tile, place + count / 2, count / 2));
    }
}
