package cn.lianxin.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where the embedded server puts its write-ahead log, a segment at a time, so that any moment can be gone back to. It belongs to
 * the data directory: a program beside the product that starts the server goes on with it, or there would be a gap.
 */
public final class WalArchive {

    private static final String REMEMBERED = "wal-archive";
    private static final String NONE = "none";

    /**
     * Packed beside, forced to the disk and then named: half a segment is never taken for one. What is there already has to be the
     * same and is not written over. A directory that has gone, with its disk, is not made again. Programs that every Linux has;
     * nothing of a path is ever read as a command.
     */
    private static final String KEEP = """
            set -eu
            umask 077
            to="$LIANXIN_WAL/$2.gz"
            part="$LIANXIN_WAL/.$2.part"
            if [ -e "$to" ]; then
              [ "$(gzip -dc < "$to" | cksum)" = "$(cksum < "$1")" ]
              exit
            fi
            gzip -1 -n < "$1" > "$part"
            sync "$part"
            mv -f "$part" "$to"
            sync "$LIANXIN_WAL"
            """;

    private static final String OPTIONS = " -c archive_mode=on -c archive_timeout=60"
            + " -c archive_command='sh -c \"$LIANXIN_WAL_KEEP\" keep %p %f'";

    private final Path directory;
    private final Instant since;

    private WalArchive(Path directory, Instant since) {
        this.directory = directory;
        this.since = since;
    }

    /** Into which directory the server of this data directory archives; empty where it does not. */
    public static Optional<WalArchive> of(Path data) throws IOException {
        var file = data.resolve(REMEMBERED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(new WalArchive(
                Path.of(Files.readString(file).strip()),
                Files.getLastModifiedTime(file).toInstant()));
    }

    /**
     * As the setting says it. Without one all stays as it was: whoever imports something by hand does not know what the service is told,
     * and must not tear a hole. {@code none} ends it.
     */
    static void settle(Path data, String setting) throws IOException {
        var file = data.resolve(REMEMBERED);
        if (setting.isBlank()) {
            return;
        }
        if (setting.equals(NONE)) {
            Files.deleteIfExists(file);
            return;
        }
        var wanted = Path.of(setting).toAbsolutePath().normalize();
        if (wanted.startsWith(data.toAbsolutePath().normalize())) {
            throw new IllegalStateException("lianxin.backup.archive 不能放在数据目录里，丢了就一起丢了，请换一块盘。 "
                    + "lianxin.backup.archive lies inside the data directory and would be lost with it; choose another disk: "
                    + wanted);
        }
        var before = of(data);
        if (before.isEmpty() || !before.get().directory.equals(wanted)) {
            var part = data.resolve(REMEMBERED + ".part");
            Files.writeString(part, wanted + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Since when without a break, so far as the settings know. */
    public Instant since() {
        return since;
    }

    public Path directory() {
        return directory;
    }

    /** The place of this one database in it: another one has another number, also after it was restored from rows. */
    public Path placeOf(Path data) throws IOException {
        return directory.resolve(identityOf(data));
    }

    /** Where the segments lie in the place of a database. */
    public static Path segmentsIn(Path place) {
        return place.resolve("wal");
    }

    /** The number that a server gets when it is made, and keeps; it stands first in its file of control. */
    public static String identityOf(Path data) throws IOException {
        try (var file = Files.newInputStream(EmbeddedPostgres.clusterIn(data).resolve("global/pg_control"))) {
            var first = ByteBuffer.wrap(file.readNBytes(Long.BYTES)).order(ByteOrder.nativeOrder());
            return Long.toUnsignedString(first.getLong());
        }
    }

    void make(Path data) throws IOException {
        var segments = segmentsIn(placeOf(data));
        if (!Files.isDirectory(segments)) {
            Files.createDirectories(
                    segments, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    String options() {
        return OPTIONS;
    }

    Map<String, String> environment(Path data) throws IOException {
        return Map.of("LIANXIN_WAL", segmentsIn(placeOf(data)).toString(), "LIANXIN_WAL_KEEP", KEEP);
    }
}
