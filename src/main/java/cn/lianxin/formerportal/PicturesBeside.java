package cn.lianxin.formerportal;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pictures that lie where the pages lie. Nothing is fetched, and nothing is read outside the folder. */
final class PicturesBeside {

    private static final long LARGEST = 20L * 1024 * 1024;

    private final Path root;

    PicturesBeside(Path folder) throws IOException {
        root = folder.toRealPath();
    }

    /** @param from the file that names it, below the folder */
    Optional<byte[]> find(String source, String from) throws IOException {
        for (var candidate : candidates(source, from)) {
            var file = within(candidate);
            if (file.isPresent() && Files.size(file.get()) <= LARGEST) {
                return Optional.of(Files.readAllBytes(file.get()));
            }
        }
        return Optional.empty();
    }

    /** As the page has it; of a whole address its path, also without the first steps of it. */
    private static List<String> candidates(String source, String from) {
        var path = decoded(source.replaceFirst("[?#].*$", ""));
        var slash = from.lastIndexOf('/');
        var here = slash < 0 ? "" : from.substring(0, slash + 1);
        if (path.matches("(?i)(?:https?:)?//.*")) {
            var below = path.replaceFirst("(?i)^(?:https?:)?//[^/]*/", "");
            var uploads = below.indexOf("uploads/");
            return List.of(
                    below, uploads < 0 ? below : below.substring(uploads), below.substring(below.lastIndexOf('/') + 1));
        }
        return path.startsWith("/") ? List.of(path.substring(1)) : List.of(here + path, path);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private Optional<Path> within(String candidate) {
        try {
            var file = root.resolve(candidate).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            var real = file.toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException | IOException none) {
            return Optional.empty();
        }
    }
}
