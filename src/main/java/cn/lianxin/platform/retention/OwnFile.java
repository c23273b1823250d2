package cn.lianxin.platform.retention;

import java.io.IOException;

/** A file that somebody gets a copy of, because it is his. */
public record OwnFile(String name, byte[] bytes) {

    /** What takes one file at a time, so that not all of them lie in memory. */
    public interface Taker {
        void take(OwnFile file) throws IOException;
    }
}
