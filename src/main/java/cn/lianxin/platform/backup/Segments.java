package cn.lianxin.platform.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The archived segments of one server's log, side by side in a directory, each packed. */
final class Segments {

    static final String PACKED = ".gz";

    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}\\.gz");
    private static final Pattern OF_A_SEGMENT = Pattern.compile("[0-9A-F]{24}(\\.[0-9A-F]{8}\\.backup)?\\.gz");
    private static final int TIMELINE = 8;
    private static final int LOG = 16;
    private static final int WHOLE = 24;
    private static final int HEX = 16;
    private static final int SIZE = 16 << 20;
    private static final int IN_A_LOG = 256;

    /** Within the first page: where it belongs, and whose it is. */
    private static final int PLACE_AT = 8;

    private static final int OWNER_AT = 24;

    /**
     * Where the log cannot be followed any further.
     *
     * @param gone whether it is not there, or else damaged
     * @param reached when the one before it was archived: about as far one gets
     */
    record Hole(String name, boolean gone, Optional<Instant> reached) {

        String chinese() {
            return gone ? "少了日志段 " + name : "日志段 " + name + " 坏了";
        }

        String english() {
            return "segment " + name + (gone ? " is missing" : " is damaged");
        }
    }

    private final Path directory;
    private final String owner;

    /** @param owner the number of the server whose they are */
    Segments(Path directory, String owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** How many there are from this one on. */
    int since(String first) throws IOException {
        return byNumber().tailMap(number(first)).size();
    }

    /** The first that is missing or damaged among those from this one on. */
    Optional<Hole> hole(String first) throws IOException {
        var there = byNumber();
        var newest = there.isEmpty() ? number(first) : Math.max(there.lastKey(), number(first));
        Path before = null;
        for (var at = number(first); at <= newest; at++) {
            var file = there.get(at);
            if (file == null || !isWhole(file, at)) {
                var name = file == null
                        ? first.substring(0, TIMELINE) + name(at)
                        : file.getFileName().toString().substring(0, WHOLE);
                return Optional.of(new Hole(
                        name,
                        file == null,
                        before == null
                                ? Optional.empty()
                                : Optional.of(Files.getLastModifiedTime(before).toInstant())));
            }
            before = file;
        }
        return Optional.empty();
    }

    /** Where history parted, the newest of each number. */
    private TreeMap<Long, Path> byNumber() throws IOException {
        var found = new TreeMap<Long, Path>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.list(directory)) {
                files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                        .sorted()
                        .forEach(file -> found.put(number(file.getFileName().toString()), file));
            }
        }
        return found;
    }

    private boolean isWhole(Path file, long number) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            var bytes = in.readAllBytes();
            if (bytes.length != SIZE) {
                return false;
            }
            var page = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            return page.getLong(PLACE_AT) == number * SIZE
                    && Long.toUnsignedString(page.getLong(OWNER_AT)).equals(owner);
        } catch (ZipException | EOFException damaged) {
            return false;
        }
    }

    static boolean isBefore(String one, String other) {
        return number(one) < number(other);
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(TIMELINE, LOG), HEX) * IN_A_LOG
                + Long.parseLong(name.substring(LOG, WHOLE), HEX);
    }

    private static String name(long number) {
        return String.format(Locale.ROOT, "%08X%08X", number / IN_A_LOG, number % IN_A_LOG);
    }

    /** Those that no base needs any more. */
    int forget(String olderThan) throws IOException {
        try (var files = Files.list(directory)) {
            var old = files.filter(file ->
                            OF_A_SEGMENT.matcher(file.getFileName().toString()).matches())
                    .filter(file -> isBefore(file.getFileName().toString(), olderThan))
                    .toList();
            for (var file : old) {
                Files.delete(file);
            }
            return old.size();
        }
    }
}
