package cn.lianxin.platform.doctor;

import cn.lianxin.platform.backup.KeptBackups;
import cn.lianxin.platform.database.DatabaseMoved;
import cn.lianxin.platform.database.InstalledDatabase;
import cn.lianxin.platform.transparency.StoredLog;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One look at everything of an installation. What stops one look does not stop the others. */
final class Visit {

    private static final int PORT = 8420;

    /** What a variable of the environment says. */
    interface Settings {
        @Nullable
        String apply(String name);
    }

    private final List<String> words;
    private final Settings settings;
    private final Clock clock;
    private final Path data;
    private final List<Finding> found = new ArrayList<>();

    Visit(List<String> words, Settings settings, Clock clock) {
        this.words = words;
        this.settings = settings;
        this.clock = clock;
        this.data = Path.of(option("data").orElse("data")).toAbsolutePath().normalize();
    }

    private Optional<String> option(String name) {
        var beginning = "--" + name + "=";
        return words.stream()
                .filter(word -> word.startsWith(beginning))
                .map(word -> word.substring(beginning.length()))
                .findFirst();
    }

    private interface Look {
        void at() throws IOException, SQLException;
    }

    List<Finding> look() {
        found.add(Machine.jdk(Runtime.version().feature()));
        found.add(Machine.locale(
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name())));
        found.add(Machine.letters());
        found.addAll(Machine.disks(
                disks(), directory -> Files.getFileStore(directory).getUsableSpace()));
        attempt(() -> found.addAll(Folders.look(data, keys(), Folders.Rights.OWN)));
        attempt(() -> found.addAll(Certificates.look(certificates(), clock.instant())));
        attempt(() -> found.addAll(Backups.look(
                KeptBackups.of(data, option("backups").map(Path::of).map(Path::toAbsolutePath)), clock.instant())));
        attempt(this::port);
        attempt(this::database);
        return List.copyOf(found);
    }

    private LinkedHashMap<String, Path> disks() {
        var disks = new LinkedHashMap<String, Path>();
        disks.put(data.toString(), data);
        option("backups").ifPresent(backups -> disks.put(backups, Path.of(backups)));
        return disks;
    }

    private List<Path> keys() {
        var keys = new ArrayList<>(Folders.keys(data));
        var vault = settings.apply("LIANXIN_VAULT_KEYFILE");
        if (vault != null) {
            keys.add(Path.of(vault));
        }
        keys.add(log("log.key"));
        return keys.stream().distinct().toList();
    }

    private Path log(String name) {
        var directory = settings.apply("LIANXIN_TRANSPARENCY_DIRECTORY");
        return (directory == null ? data : Path.of(directory)).resolve(name);
    }

    private List<Path> certificates() {
        var files = new ArrayList<Path>();
        files.add(data.resolve("certificates/server.pem"));
        files.add(data.resolve("certificates/authority.pem"));
        option("certificate").map(Path::of).ifPresent(files::add);
        return files;
    }

    private boolean isEmbedded() {
        var url = settings.apply("SPRING_DATASOURCE_URL");
        return url == null || url.equals("embedded");
    }

    private void port() throws IOException {
        var port = option("port").map(Integer::parseInt).orElse(PORT);
        // With a database of one's own nothing tells whether Lianxin runs but its port.
        found.add(Ports.look(port, isEmbedded() ? InstalledDatabase.isRunning(data) : Ports.isTaken(port)));
    }

    private void database() throws IOException, SQLException {
        if (isEmbedded() && !InstalledDatabase.standsIn(data)) {
            found.add(Finding.wrong(
                    data + " 里没有自带的数据库：核对 --data；用自己的数据库时加 --database-url。",
                    "No embedded database lies in " + data + ": check --data; with your own add --database-url."));
            return;
        }
        try (var database = isEmbedded()
                        ? InstalledDatabase.embedded(data)
                        : InstalledDatabase.own(
                                String.valueOf(settings.apply("SPRING_DATASOURCE_URL")),
                                settings.apply("SPRING_DATASOURCE_USERNAME"),
                                settings.apply("SPRING_DATASOURCE_PASSWORD"));
                var connection = database.connect()) {
            look(database, connection);
        } catch (SQLException away) {
            found.add(Databases.outOfReach(away));
        }
    }

    private void look(InstalledDatabase database, Connection connection) throws IOException {
        var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        found.add(Databases.version(Integer.parseInt(
                client.sql("show server_version_num").query(String.class).single())));
        found.addAll(Databases.settings(client));
        found.add(Databases.clocks(client, clock));
        found.addAll(Backups.byItself(
                KeptBackups.troubles(client),
                isEmbedded() ? KeptBackups.archive(data) : Optional.empty(),
                client,
                clock.instant()));
        var tables = Databases.tables(database, client);
        found.addAll(tables);
        if (tables.stream().noneMatch(Finding::wrong)) {
            found.addAll(PublicLogs.look(
                    new StoredLog(client, clock).state(clock.instant()), log("log-heads.log"), clock.instant()));
        }
    }

    private void attempt(Look look) {
        try {
            look.at();
        } catch (DatabaseMoved moved) {
            found.add(Finding.wrong(
                    "数据已经搬到自己的数据库：加 --database-url。",
                    "The data was moved to a database of your own: add --database-url."));
        } catch (IOException | SQLException | RuntimeException fault) {
            found.add(Finding.wrong(
                    "有一处看不了：" + fault.getMessage(), "One thing could not be looked at: " + fault.getMessage()));
        }
    }
}
