package cn.lianxin.platform.database;

import java.nio.file.Path;

/** Another process works with this data directory, and two would destroy it. */
public final class DirectoryInUse extends RuntimeException {

    DirectoryInUse(Path data) {
        super("另一个连心正在使用这个数据目录，请先停止它。 Another Lianxin is using this data directory; stop it first: " + data);
    }
}
