package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.GrowingTiles;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Tile;
import cn.lianxin.platform.merkle.TileParts;
import cn.lianxin.platform.merkle.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of tiles and of the size of the tree; a narrower tile is the beginning of what is stored. */
@Component
class Tiles {

    private final JdbcClient database;

    Tiles(JdbcClient database) {
        this.database = database;
    }

    /** Held until the end of the transaction: whoever holds it is the one that numbers and signs. */
    long hold() {
        return database.sql("select size from transparency.head for update")
                .query(Long.class)
                .single();
    }

    Optional<byte[]> find(Tile tile) {
        return database.sql("select hashes from transparency.tile where level = :level and index = :index")
                .param("level", tile.level())
                .param("index", tile.index())
                .query((row, _) -> row.getBytes("hashes"))
                .optional()
                .map(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, tile.width() * Hash.BYTES)));
    }

    /** What is missing is shorter than it must be, and is refused as that. */
    TileParts.Source source() {
        return tile -> find(tile).orElse(new byte[0]);
    }

    Tree tree(long size) {
        return new Tree(size, new TileParts(size, source()));
    }

    void add(long size, List<Hash> leaves) {
        new GrowingTiles(size, source())
                .add(leaves)
                .forEach((place, hashes) -> database.sql("""
                insert into transparency.tile (level, index, hashes) values (:level, :index, :hashes)
                on conflict (level, index) do update set hashes = excluded.hashes
                """)
                        .param("level", place.level())
                        .param("index", place.index())
                        .param("hashes", hashes)
                        .update());
        database.sql("update transparency.head set size = :size")
                .param("size", size + leaves.size())
                .update();
    }
}
