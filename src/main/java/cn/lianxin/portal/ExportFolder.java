package cn.lianxin.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The folder into which an export writes; nothing is written over. */
final class ExportFolder {

    private final Path root;
    private int files;

    private ExportFolder(Path root) {
        this.root = root;
    }

    /** An empty one, or one that is made. */
    static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    static ExportFolder at(Path folder) throws IOException {
        return new ExportFolder(Files.createDirectories(folder).toRealPath());
    }

    int files() {
        return files;
    }

    void write(String place, String text) {
        write(place, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String place, byte[] bytes) {
        try {
            var file = root.resolve(place);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes);
            files++;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
