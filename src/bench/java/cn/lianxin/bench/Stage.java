package cn.lianxin.bench;

import cn.lianxin.Lianxin;
import cn.lianxin.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One database, the invented enterprise in it, and the product as a process of its own. */
final class Stage implements AutoCloseable {

    private final EmbeddedPostgres database;
    private final Path directory;
    private final int port;
    private final Process product;
    private final List<Exchange> recorded;
    private final Cast cast;

    private Stage(
            EmbeddedPostgres database, Path directory, int port, Process product, List<Exchange> recorded, Cast cast) {
        this.database = database;
        this.directory = directory;
        this.port = port;
        this.product = product;
        this.recorded = recorded;
        this.cast = cast;
    }

    static Stage set() throws Exception {
        var parent = Files.createDirectories(Path.of("target", "bench"));
        var directory = Files.createTempDirectory(parent, "run").toAbsolutePath();
        var database = new EmbeddedPostgres(directory.resolve("data"));
        Cast cast;
        List<Exchange> recorded;
        try (var context = inside(database, directory)) {
            cast = Cast.of(context);
            recorded = Recording.ofOneFiling(context, cast);
        }
        var port = freePort();
        var product = start(database, directory, port);
        var stage = new Stage(database, directory, port, product, recorded, cast);
        stage.awaitFirstPage();
        return stage;
    }

    /**
     * The product in this process, once: to set up the people and to see which statements a filing makes. Its clockwork
     * stands still, for what is done every few seconds is not said by each filing.
     */
    private static ConfigurableApplicationContext inside(EmbeddedPostgres database, Path directory) {
        return new SpringApplicationBuilder(Lianxin.class)
                .run(
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--lianxin.data=" + directory.resolve("data"),
                        "--lianxin.demo=false",
                        "--lianxin.clockwork=false",
                        "--lianxin.fairness.scale=1000000",
                        "--lianxin.second-factor.mandatory=none",
                        "--server.port=0");
    }

    private static Process start(EmbeddedPostgres database, Path directory, int port) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("bench.java", "-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED")
                .split(" ")));
        command.addAll(List.of(
                "-jar",
                "target/app/lianxin.jar",
                "--server.port=" + port,
                "--lianxin.demo=false",
                "--lianxin.fairness.scale=1000000",
                "--lianxin.second-factor.mandatory=none",
                "--lianxin.data=" + directory.resolve("data")));
        var builder = new ProcessBuilder(command);
        builder.environment().put("SPRING_DATASOURCE_URL", database.getJdbcUrl());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.getUsername());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.getPassword());
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("product.log").toFile());
        return builder.start();
    }

    private void awaitFirstPage() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var attempt = 0; attempt < 240; attempt++) {
                try {
                    var answer = client.send(
                            HttpRequest.newBuilder(address("/")).build(), HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(Duration.ofMillis(250));
                }
            }
        }
        throw new IllegalStateException("the product did not start, see " + directory.resolve("product.log"));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    List<Exchange> recorded() {
        return recorded;
    }

    Cast cast() {
        return cast;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        product.destroy();
        product.waitFor();
        database.close();
    }
}
