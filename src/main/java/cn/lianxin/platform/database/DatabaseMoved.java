package cn.lianxin.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies here is what was left behind: the installation goes on in a database of one's own, and two would part from each other. */
public final class DatabaseMoved extends RuntimeException {

    private final Path mark;

    private DatabaseMoved(Path mark, String where) {
        super("数据已经搬到自己的数据库。 The data was moved to a database of your own: " + where);
        this.mark = mark;
    }

    Path mark() {
        return mark;
    }

    /** Where to, so that nobody goes on here by mistake; without a password. */
    public static void write(Path data, String where) throws IOException {
        Files.writeString(markIn(data), where + "\n");
    }

    public static void refuseIn(Path data) {
        var mark = markIn(data);
        if (Files.exists(mark)) {
            try {
                throw new DatabaseMoved(mark, Files.readString(mark).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path markIn(Path data) {
        return data.resolve("database-moved");
    }
}
