package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.DatabaseMoved;
import cn.lianxin.platform.database.InstalledDatabase;
import cn.lianxin.platform.database.WalArchive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the script's words do where the log of the database is archived; and the look at what others have restored. */
final class ArchiveCommands {

    private static final int BASES = 2;

    private final Options options;
    private final Installation.Settings settings;
    private final Clock clock;
    private final PrintStream out;

    ArchiveCommands(Options options, Installation.Settings settings, Clock clock, PrintStream out) {
        this.options = options;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    int base() throws IOException, SQLException {
        var data = options.needed("data");
        if (!InstalledDatabase.standsIn(data)) {
            throw new Refused(
                    data + " 里没有自带的数据库。自己的数据库用 pg_basebackup。",
                    "No embedded database lies in " + data + ". Of your own make a base with pg_basebackup.");
        }
        DatabaseMoved.refuseIn(data);
        var archive = WalArchive.of(data)
                .orElseThrow(() -> new Refused(
                        "数据库的日志没有存档，底子单独没有用：先设 lianxin.backup.archive，再启动一次。",
                        "The database's log is not archived, and a base alone is of no use: set lianxin.backup.archive and"
                                + " start once."));
        var server = new ArchivedServer(archive.placeOf(data));
        try (var database = connected(data);
                var connection = database.connect()) {
            if (!new Catalogue(connection)
                    .one("select system_identifier from pg_control_system()")
                    .equals(WalArchive.identityOf(data))) {
                throw new Refused("这个地址不是 " + data + " 的数据库。", "This address is not the database of " + data + ".");
            }
            var written = server.places()
                    .write(
                            clock.instant(),
                            unfinished -> new MakingBase(connection, new Installation(data, settings), clock)
                                    .into(unfinished, server.directory()));
            out.println("✓ 底子在 " + written.at() + "，可以回到 " + written.what().until()
                    + " 以后的任何一刻 · The base is " + written.at() + "; any moment since "
                    + written.what().until() + " can be gone back to");
        }
        server.keep(options.find("keep").map(Commands::many).orElse(BASES))
                .forEach(gone -> out.println("  删掉旧的 · Removed the old one: " + gone));
        return 0;
    }

    /** The product says where its own database listens; it must not be asked for the lock that it holds itself. */
    private InstalledDatabase connected(Path data) throws IOException {
        var said = Commands.own(settings);
        return said.isPresent() ? said.get() : InstalledDatabase.embedded(data);
    }

    int restore(Path from) throws IOException, SQLException {
        var to = options.needed("to");
        Commands.mustBeEmpty(to);
        var unfinished = Commands.unfinished(to);
        try {
            pointInTime(from).into(unfinished);
        } catch (IOException | SQLException | RuntimeException failed) {
            Places.delete(unfinished);
            throw failed;
        }
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
        Places.toDisk(to.resolveSibling(".").toAbsolutePath());
        out.println("✓ " + to);
        Commands.sayKeys(out);
        return 0;
    }

    int rehearse(Path from) throws IOException, SQLException {
        var scratch = Commands.scratch(options);
        try {
            pointInTime(from).into(scratch);
            out.println("✓ 演练成功：回得去 · The rehearsal succeeded: one can go back there");
            return 0;
        } finally {
            Places.delete(scratch);
        }
    }

    /** What somebody has restored by other means: it is read whole, and nothing is written. */
    int standing(InstalledDatabase own) throws IOException, SQLException {
        var data = options.path("data");
        var keys = data.isPresent() ? new Installation(data.get(), settings).publicLogKeys() : List.<String>of();
        try (var connection = own.connect()) {
            connection.setReadOnly(true);
            var holds = Proving.standing(keys, connection, clock).tell(out);
            out.println(
                    holds
                            ? "✓ 这个数据库是好的 · This database is sound"
                            : "✗ 这个数据库不对，见上 · This database is not sound, see above");
            return holds ? 0 : 1;
        }
    }

    private PointInTime pointInTime(Path from) throws IOException {
        return new PointInTime(ArchivedServer.in(from), options.find("at").map(ArchiveCommands::moment), clock, out);
    }

    private static Instant moment(String said) {
        try {
            return OffsetDateTime.parse(said).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException unclear) {
            throw new Refused(
                    "--at 要写清哪一刻、哪个时区，比如 2026-12-01T02:00:00+08:00。",
                    "--at is a moment with its zone, such as 2026-12-01T02:00:00+08:00.");
        }
    }

    /** Whether these words are about an archive. */
    static Optional<Path> archive(Options options) throws IOException {
        if (options.words().size() != 1) {
            return Optional.empty();
        }
        var said = Path.of(options.words().getFirst()).toAbsolutePath().normalize();
        if (ArchivedServer.standsIn(said)) {
            return Optional.of(said);
        }
        if (options.has("at")) {
            throw new Refused(
                    "只有存了数据库日志的档案才回得到某一刻，" + said + " 不是。",
                    "Only with an archive of the database's log can one go back to a moment; " + said + " is none.");
        }
        return Optional.empty();
    }
}
