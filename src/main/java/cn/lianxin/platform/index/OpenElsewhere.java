package cn.lianxin.platform.index;

import java.io.IOException;
import java.nio.file.Path;

/** Another process writes this index: it is whole, and not to be touched. */
public final class OpenElsewhere extends IOException {

    private static final long serialVersionUID = 1L;

    OpenElsewhere(Path path, IOException held) {
        super(path + " is open elsewhere", held);
    }
}
