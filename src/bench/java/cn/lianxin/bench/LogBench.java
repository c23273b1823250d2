package cn.lianxin.bench;

import cn.lianxin.Lianxin;
import cn.lianxin.platform.database.EmbeddedPostgres;
import cn.lianxin.platform.transparency.LogUnderLoad;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The public log up to a million entries: how many it takes down, numbers and signs in a second, in turns with a bare insert of rows
 * as large by the same number of transactions on the same database; and how large a proof is then.
 */
final class LogBench {

    private static final int ENTRIES = Integer.getInteger("bench.entries", 1_000_000);
    private static final int ROUND = Integer.getInteger("bench.round", 10_000);
    private static final int TOGETHER = 100;
    private static final int ROW = 800;
    private static final int SALTS = 500;
    private static final int PROOFS = 50;

    Map<String, Object> run() throws Exception {
        var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "log")
                .toAbsolutePath();
        var results = new LinkedHashMap<String, Object>();
        try (var database = new EmbeddedPostgres(directory.resolve("data"));
                var context = new SpringApplicationBuilder(Lianxin.class)
                        .run(
                                "--spring.datasource.url=" + database.getJdbcUrl(),
                                "--spring.datasource.username=" + database.getUsername(),
                                "--spring.datasource.password=" + database.getPassword(),
                                "--lianxin.data=" + directory.resolve("data"),
                                "--lianxin.demo=false",
                                "--lianxin.clockwork=false",
                                "--server.port=0");
                var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            prepare(connection);
            measure(new LogUnderLoad(context), connection, results);
        }
        return results;
    }

    private static void measure(LogUnderLoad log, Connection connection, Map<String, Object> results)
            throws SQLException {
        var rounds = Math.max(1, ENTRIES / ROUND);
        var recorded = new double[rounds];
        var numbered = new double[rounds];
        var bare = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            var from = round * ROUND;
            recorded[round] = seconds(() -> log.record(from, from + ROUND, TOGETHER));
            numbered[round] = seconds(log::numberAndSign);
            bare[round] = seconds(() -> insert(connection, from, from + ROUND));
        }
        results.put("entries", rounds * ROUND);
        results.put("taken down per second", Math.round(ROUND / median(recorded)));
        results.put("numbered and signed per second", Math.round(ROUND / median(numbered)));
        results.put("both per second", Math.round(ROUND / median(sum(recorded, numbered))));
        results.put("bare inserts per second", Math.round(ROUND / median(bare)));
        results.put("of the floor", Math.round(100 * median(bare) / median(sum(recorded, numbered))) / 100.0);
        var last = rounds * ROUND - 1;
        results.put("hashes of a proof", log.proofHashes(last / 2));
        results.put("bytes of a proof", log.proofBytes(last / 2));
        var nanos = new long[PROOFS];
        for (var i = 0; i < PROOFS; i++) {
            var place = (long) last * i / PROOFS;
            nanos[i] = Math.round(seconds(() -> log.proofBytes(place)) * 1e9);
        }
        results.put("making a proof", new Percentiles(nanos).asMap());
        System.out.println("log: " + results);
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("""
                    create table bench.row (
                        id bigint generated always as identity primary key, kind text not null, subject text not null,
                        manifest bytea not null, salts text, recorded_at timestamptz not null, unique (kind, subject))
                    """);
        }
        connection.setAutoCommit(false);
    }

    private static void insert(Connection connection, int from, int until) {
        var bytes = new byte[ROW];
        Arrays.fill(bytes, (byte) 'm');
        var salts = "s".repeat(SALTS);
        try (var insert = connection.prepareStatement(
                "insert into bench.row (kind, subject, manifest, salts, recorded_at) values ('bench', ?, ?, ?, now())")) {
            for (var at = from; at < until; at++) {
                insert.setString(1, "bench:" + at);
                insert.setBytes(2, bytes);
                insert.setString(3, salts);
                insert.executeUpdate();
                if ((at + 1) % TOGETHER == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double[] sum(double[] one, double[] other) {
        var sum = new double[one.length];
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
