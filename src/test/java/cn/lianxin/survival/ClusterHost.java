package cn.lianxin.survival;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of the hosts of a cluster: Patroni with the PostgreSQL that it watches, on ports of its own. */
final class ClusterHost {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String name;
    private final Path directory;
    private final int port = Ports.free();
    private final int watched = Ports.free();
    private @Nullable Process patroni;

    ClusterHost(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Where Patroni says what this host is. */
    int watched() {
        return watched;
    }

    void start(int etcd) throws IOException {
        var settings = directory.resolve(name + ".yml");
        Files.writeString(settings, """
                scope: lianxin
                name: %1$s
                restapi: {listen: "127.0.0.1:%3$d", connect_address: "127.0.0.1:%3$d"}
                etcd3: {host: "127.0.0.1:%4$d"}
                bootstrap:
                  dcs:
                    ttl: 20
                    loop_wait: 1
                    retry_timeout: 5
                    primary_start_timeout: 0
                    synchronous_mode: true
                    synchronous_mode_strict: true
                    postgresql:
                      use_pg_rewind: true
                      parameters: {max_connections: 100, jit: "off", timezone: Asia/Shanghai}
                  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums]
                  pg_hba:
                    - host all all 127.0.0.1/32 scram-sha-256
                    - host replication all 127.0.0.1/32 scram-sha-256
                postgresql:
                  listen: "127.0.0.1:%2$d"
                  connect_address: "127.0.0.1:%2$d"
                  data_dir: "%5$s/%1$s"
                  bin_dir: "%6$s"
                  pgpass: "%5$s/%1$s.pgpass"
                  use_unix_socket: false
                  authentication:
                    superuser: {username: %7$s, password: %8$s}
                    replication: {username: copies, password: copies}
                    rewind: {username: rewinds, password: rewinds}
                  parameters: {unix_socket_directories: ""}
                watchdog: {mode: "off"}
                """.formatted(
                        name, port, watched, etcd, directory, programs(), Cluster.USER, Cluster.PASSWORD));
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.addAll(List.of("patroni", settings.toString()));
        patroni = Cluster.launch(command, directory.resolve(name + ".log"));
    }

    /** Of the newest PostgreSQL of the system's packages. */
    private static Path programs() throws IOException {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    /** Whether Patroni says that it is so, such as {@code primary} or {@code synchronous}. */
    boolean is(String role) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + watched + "/" + role))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As when the power of the host fails: all that runs on it, by the signal that nobody can catch. */
    void kill() {
        var all = new ArrayList<ProcessHandle>();
        if (patroni != null) {
            all.add(patroni.toHandle());
            patroni.descendants().forEach(all::add);
        }
        postmaster().ifPresent(found -> {
            all.add(found);
            found.descendants().forEach(all::add);
        });
        all.forEach(ProcessHandle::destroyForcibly);
        for (var one : all) {
            try {
                one.onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        patroni = null;
    }

    private Optional<ProcessHandle> postmaster() {
        var file = directory.resolve(name).resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).getFirst().strip()))
                            .filter(found -> found.info().command().orElse("").endsWith("postgres"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
