package cn.lianxin.platform.witness;

import cn.lianxin.platform.merkle.TileParts;

/** The files of a log, from wherever they come. */
public interface LogFiles {

    /**
     * Refuses {@code OUT_OF_REACH}.
     *
     * @param path below the log's address, such as {@code checkpoint}
     */
    byte[] read(String path);

    default TileParts.Source tiles() {
        return tile -> read(tile.path());
    }
}
