package cn.lianxin.survival;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Three database hosts that Patroni and etcd keep, and HAProxy before them and before the products: programs of the system's
 * packages, as docs/operations.md sets them up. What is acknowledged lies on two of the hosts.
 */
final class Cluster implements Database, Door, AutoCloseable {

    static final String USER = "postgres";
    static final String PASSWORD = "of-a-test";

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Path directory;
    private final int etcd = Ports.free();
    private final int databases = Ports.free();
    private final int pages = Ports.free();
    private final List<ClusterHost> hosts;
    private final List<Process> others = new ArrayList<>();

    private Cluster(Path directory) {
        this.directory = directory;
        this.hosts = List.of("one", "two", "three").stream()
                .map(name -> new ClusterHost(name, directory))
                .toList();
    }

    /** Comes back when there is a primary and another host that has all it has. */
    static Cluster found(Path directory) throws IOException, SQLException {
        var cluster = new Cluster(Files.createDirectories(directory));
        try {
            cluster.startEtcd();
            for (var host : cluster.hosts) {
                host.start(cluster.etcd);
            }
            cluster.awaitTwo();
            cluster.createDatabase();
            return cluster;
        } catch (IOException | SQLException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startEtcd() throws IOException {
        var here = "http://127.0.0.1:" + etcd;
        var peers = "http://127.0.0.1:" + Ports.free();
        others.add(launch(
                List.of(
                        "etcd",
                        "--data-dir=" + directory.resolve("etcd"),
                        "--listen-client-urls=" + here,
                        "--advertise-client-urls=" + here,
                        "--listen-peer-urls=" + peers,
                        "--initial-advertise-peer-urls=" + peers,
                        "--initial-cluster=default=" + peers),
                directory.resolve("etcd.log")));
    }

    /** Tells the databases from each other by asking Patroni, and goes to the products in turn. */
    void distributeTo(List<KillableNode> nodes) throws IOException {
        var settings = directory.resolve("haproxy.cfg");
        Files.writeString(settings, """
                global
                    maxconn 1000
                defaults
                    timeout connect 3s
                    timeout client 30m
                    timeout server 30m
                listen databases
                    mode tcp
                    bind 127.0.0.1:%d
                    option httpchk GET /primary
                    http-check expect status 200
                    default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
                %s
                listen pages
                    mode http
                    bind 127.0.0.1:%d
                    balance roundrobin
                    option redispatch
                    option httpchk GET /actuator/health
                    default-server inter 1s fall 2 rise 1
                %s
                """.formatted(
                        databases,
                        hosts.stream()
                                .map(host -> "    server %s 127.0.0.1:%d check port %d"
                                        .formatted(host.name(), host.port(), host.watched()))
                                .collect(Collectors.joining("\n")),
                        pages,
                        nodes.stream()
                                .map(node -> "    server node%1$d 127.0.0.1:%1$d check".formatted(node.port()))
                                .collect(Collectors.joining("\n"))));
        others.add(launch(
                List.of("/usr/sbin/haproxy", "-db", "-f", settings.toString()), directory.resolve("haproxy.log")));
    }

    private void createDatabase() throws SQLException {
        var primary = primary().orElseThrow();
        var url = "jdbc:postgresql://127.0.0.1:" + primary.port() + "/postgres";
        try (var connection = DriverManager.getConnection(url, USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create role lianxin login password '" + PASSWORD + "'");
            statement.execute("create database lianxin owner lianxin");
        }
    }

    Optional<ClusterHost> primary() {
        return hosts.stream().filter(host -> host.is("primary")).findFirst();
    }

    /** Until somebody else may go. */
    void awaitTwo() {
        var two = Waiting.until(
                LONGEST_START,
                () -> primary().isPresent() && hosts.stream().anyMatch(host -> host.is("synchronous")),
                found -> found);
        if (!two) {
            throw new IllegalStateException("the cluster does not stand, see " + directory);
        }
    }

    /** Until another host has taken over from one that is gone. */
    void awaitOtherThan(ClusterHost gone) {
        Waiting.until(LONGEST_START, this::primary, found -> found.isPresent() && found.get() != gone);
    }

    /** Until the one that was gone follows as well. */
    void awaitAll() {
        var all = Waiting.until(
                LONGEST_START,
                () -> primary().isPresent()
                        && hosts.stream().filter(host -> host.is("replica")).count() == hosts.size() - 1,
                found -> found);
        if (!all) {
            throw new IllegalStateException("a host does not come back, see " + directory);
        }
        awaitTwo();
    }

    /** Until whoever comes by the load balancer finds a product. */
    void awaitPages() {
        var visitor = new Phone(this);
        if (!Waiting.until(LONGEST_START, () -> visitor.reaches("/sign-in"), found -> found)) {
            throw new IllegalStateException("nobody answers for the products, see " + directory);
        }
    }

    void start(ClusterHost host) throws IOException {
        host.start(etcd);
    }

    static Process launch(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + databases + "/lianxin";
    }

    @Override
    public String user() {
        return "lianxin";
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + pages + path);
    }

    @Override
    public void close() {
        hosts.forEach(ClusterHost::kill);
        others.forEach(Process::destroyForcibly);
    }
}
