package cn.lianxin.platform.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Backups side by side in one directory, each under the moment at which it began; what is being written has another ending. */
final class Places {

    static final String UNFINISHED = ".unfinished";

    private static final String LOCK = "writing";
    private static final Pattern NAME = Pattern.compile("lianxin-\\d{8}T\\d{9}Z");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("'lianxin-'yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;

    Places(Path directory) {
        this.directory = directory;
    }

    /** Writes a backup; nobody takes it for one before it is whole and on the disk. */
    interface Writer<T> {
        T write(Path unfinished) throws IOException, SQLException;
    }

    record Written<T>(Path at, T what) {}

    <T> Written<T> write(Instant now, Writer<T> writer) throws IOException, SQLException {
        NewPart.directory(directory);
        var at = directory.resolve(MOMENT.format(now));
        var unfinished = directory.resolve(at.getFileName() + UNFINISHED);
        if (Files.exists(at) || Files.exists(unfinished)) {
            throw new Refused("已经有 " + at + "，不会盖掉它。", at + " is there already and is not written over.");
        }
        NewPart.directory(unfinished);
        T what;
        try (var held = FileChannel.open(
                        unfinished.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var _ = held.lock()) {
            what = writer.write(unfinished);
        } catch (IOException | SQLException | RuntimeException failed) {
            delete(unfinished);
            throw failed;
        }
        Files.delete(unfinished.resolve(LOCK));
        try (var below = Files.walk(unfinished)) {
            for (var one : below.filter(Files::isDirectory).toList()) {
                toDisk(one);
            }
        }
        Files.move(unfinished, at, StandardCopyOption.ATOMIC_MOVE);
        toDisk(directory);
        return new Written<>(at, what);
    }

    /** The oldest first. */
    List<Path> finished() throws IOException {
        return named(NAME);
    }

    /** Those that nobody writes any more. */
    List<Path> abandoned() throws IOException {
        return named(Pattern.compile(NAME.pattern() + "\\.(unfinished|removing)")).stream()
                .filter(one -> !isBeingWritten(one))
                .toList();
    }

    /** Of backups of the same database the newest stay; whatever cannot be read stays as well. */
    List<Path> keep(int many, String from) throws IOException {
        return keep(many, one -> isOf(one, from));
    }

    List<Path> keep(int many, Predicate<Path> ours) throws IOException {
        var own = finished().stream().filter(ours).toList();
        var over = own.subList(0, Math.max(0, own.size() - many));
        for (var one : over) {
            // Half a backup must not look like a whole one.
            var removing = directory.resolve(one.getFileName() + ".removing");
            Files.move(one, removing, StandardCopyOption.ATOMIC_MOVE);
            delete(removing);
        }
        return over;
    }

    private static boolean isOf(Path backup, String from) {
        try {
            return Contents.read(backup).from().equals(from);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private List<Path> named(Pattern pattern) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var below = Files.list(directory)) {
            return below.filter(one -> Files.isDirectory(one)
                            && pattern.matcher(one.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isBeingWritten(Path unfinished) {
        var file = unfinished.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ourselves) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    static void toDisk(Path directory) throws IOException {
        try (var entry = FileChannel.open(directory)) {
            entry.force(true);
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var below = Files.walk(directory)) {
            for (var one : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
