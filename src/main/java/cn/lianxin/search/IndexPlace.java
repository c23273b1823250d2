package cn.lianxin.search;

import cn.lianxin.platform.index.OpenElsewhere;
import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index of this node lies: the first place that no other node has open, where several share a data directory. What
 * cannot be opened there is thrown away: all of it can be made again.
 */
final class IndexPlace {

    private static final Logger LOG = LoggerFactory.getLogger(IndexPlace.class);

    private static final int MOST_NODES = 64;

    private final Path first;

    IndexPlace(Path first) {
        this.first = first;
    }

    TextIndex open() throws IOException {
        for (var node = 1; node < MOST_NODES; node++) {
            try {
                return open(node == 1 ? first : first.resolveSibling(first.getFileName() + "-" + node));
            } catch (OpenElsewhere another) {
                LOG.debug("Another node has this one open.", another);
            }
        }
        throw new IOException("Every place for an index beside " + first + " is open elsewhere.");
    }

    private static TextIndex open(Path directory) throws IOException {
        keepForTheOwnerAlone(directory);
        try {
            return TextIndex.at(directory);
        } catch (OpenElsewhere another) {
            throw another;
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The index in {} cannot be opened and is made again.", directory, broken);
            empty(directory);
            return TextIndex.at(directory);
        }
    }

    /** Whoever else has an account on the machine must not read in pieces what was said in confidence. */
    private static void keepForTheOwnerAlone(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void empty(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
