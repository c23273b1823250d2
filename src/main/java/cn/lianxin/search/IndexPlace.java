package cn.lianxin.search;

import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the index of this node lies. What cannot be opened there is thrown away: all of it can be made again. */
final class IndexPlace {

    private static final Logger LOG = LoggerFactory.getLogger(IndexPlace.class);

    private final Path directory;

    IndexPlace(Path directory) {
        this.directory = directory;
    }

    TextIndex open() throws IOException {
        keepForTheOwnerAlone();
        try {
            return TextIndex.at(directory);
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The index in {} cannot be opened and is made again.", directory, broken);
            empty();
            return TextIndex.at(directory);
        }
    }

    /** Whoever else has an account on the machine must not read in pieces what was said in confidence. */
    private void keepForTheOwnerAlone() throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void empty() throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
