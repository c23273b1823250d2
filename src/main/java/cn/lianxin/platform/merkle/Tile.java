package cn.lianxin.platform.merkle;

import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.regex.Pattern;

/**
 * One file of a log: up to 256 hashes of one level, or up to 256 entries.
 *
 * @param level of the hashes, or {@link #ENTRIES}
 */
public record Tile(int level, long index, int width) {

    public static final int WIDTH = 256;
    public static final int BITS = 8;
    public static final int ENTRIES = -1;

    private static final int HIGHEST = 63;
    private static final int GROUP = 1000;
    private static final Pattern PATH =
            Pattern.compile("tile/(0|[1-9][0-9]?|entries)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Refuses {@code TILE_PATH_MALFORMED}, also where another path would name the same tile. */
    public static Tile parse(String path) {
        var match = PATH.matcher(path);
        if (match.matches()) {
            var level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
            var index = Long.parseLong(match.group(2).replace("/", "").replace("x", ""));
            var width = match.group(3) == null ? WIDTH : Integer.parseInt(match.group(3));
            var tile = new Tile(level, index, width);
            if (level <= HIGHEST && width <= WIDTH && tile.path().equals(path)) {
                return tile;
            }
        }
        throw new Unproven(Reason.TILE_PATH_MALFORMED, path);
    }

    /** The one of a tree of this size, as far as it is filled there; its width is 0 where there is none. */
    public static Tile of(int level, long index, long size) {
        var hashes = level == ENTRIES ? size : level * BITS >= Long.SIZE ? 0 : size >>> (level * BITS);
        return new Tile(level, index, (int) Math.clamp(hashes - index * WIDTH, 0L, WIDTH));
    }

    public String path() {
        var name = new StringBuilder("%03d".formatted(index % GROUP));
        for (var rest = index / GROUP; rest > 0; rest /= GROUP) {
            name.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + name + (isFull() ? "" : ".p/" + width);
    }

    public boolean isFull() {
        return width == WIDTH;
    }
}
