package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What backups there are of an installation, for whoever looks after it. */
public final class KeptBackups {

    /**
     * @param newest empty where there is none
     * @param unfinished what an interrupted backup or restore left behind
     */
    public record State(Optional<Newest> newest, List<Path> unfinished) {}

    /** @param there whether its list can be read there still */
    public record Newest(Path at, Instant made, boolean there) {}

    /** @param words why, and what to do about it */
    public record Trouble(Instant at, String words) {}

    /**
     * @param place where the segments and bases of this database lie, whether or not they can be reached
     * @param since from when on every moment can be gone back to; empty where there is no base yet
     */
    public record Archive(Path place, boolean there, Optional<Instant> since, Optional<Instant> newestBase) {}

    private KeptBackups() {}

    /** Of the backups by themselves, those whose newest attempt failed. */
    public static List<Trouble> troubles(JdbcClient database) {
        if (!database.sql("select to_regclass('backup.outcome') is not null")
                .query(Boolean.class)
                .single()) {
            return List.of();
        }
        var outcomes = new Outcomes(database);
        return Stream.of(BackupFailed.Kind.values())
                .flatMap(kind -> outcomes.newest(kind).stream())
                .filter(outcome -> !outcome.trouble().isEmpty())
                .map(outcome -> new Trouble(outcome.ended(), outcome.trouble()))
                .toList();
    }

    /** Of an embedded database whose log is archived. */
    public static Optional<Archive> archive(Path data) throws IOException {
        var archive = WalArchive.of(data);
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        var server = new ArchivedServer(archive.get().placeOf(data));
        var bases = server.places().finished();
        return Optional.of(new Archive(
                server.place(),
                Files.isDirectory(server.directory()),
                until(bases.stream().findFirst()),
                until(bases.reversed().stream().findFirst())));
    }

    private static Optional<Instant> until(Optional<Path> base) throws IOException {
        try {
            return base.isEmpty()
                    ? Optional.empty()
                    : Optional.of(BaseContents.read(base.get()).until());
        } catch (Refused damaged) {
            return Optional.empty();
        }
    }

    /** @param directory where they lie; empty for where the last one was put */
    public static State of(Path data, Optional<Path> directory) throws IOException {
        var last = last(data);
        var where = directory.or(() -> last.map(newest -> newest.at().getParent()));
        if (where.isEmpty()) {
            return new State(Optional.empty(), left(data, List.of()));
        }
        var places = new Places(where.get());
        var finished = places.finished();
        var newest = finished.isEmpty() ? last.filter(_ -> directory.isEmpty()) : Optional.of(read(finished.getLast()));
        return new State(newest, left(data, places.abandoned()));
    }

    private static Newest read(Path backup) throws IOException {
        try {
            return new Newest(backup, Contents.read(backup).at(), true);
        } catch (Refused damaged) {
            return new Newest(backup, Instant.EPOCH, false);
        }
    }

    /** As the last backup wrote it down beside the data. */
    private static Optional<Newest> last(Path data) throws IOException {
        var file = data.resolve(Commands.LAST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).strip().split(" ", 2);
        var at = Path.of(words[1]);
        return Optional.of(new Newest(at, Instant.parse(words[0]), Files.exists(at.resolve(Contents.FILE))));
    }

    private static List<Path> left(Path data, List<Path> abandoned) {
        var moving = data.resolve(Commands.MOVING);
        return Files.exists(moving)
                ? Stream.concat(abandoned.stream(), Stream.of(moving)).toList()
                : abandoned;
    }
}
