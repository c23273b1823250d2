package cn.lianxin.search;

import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.createDirectories(directory);
        try {
            return TextIndex.at(directory);
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The index in {} cannot be opened and is made again.", directory, broken);
            empty();
            return TextIndex.at(directory);
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
