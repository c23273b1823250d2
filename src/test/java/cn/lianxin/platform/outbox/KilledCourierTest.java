package cn.lianxin.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.platform.outgoing.HttpStation;
import com.sun.net.httpserver.HttpExchange;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes in processes of their own; one after the other is killed with SIGKILL while it works. */
@ProductTest
@Tag("slow")
class KilledCourierTest {

    private static final int PARCELS = 150;
    private static final int KILLS = 4;
    private static final int CALLS_BETWEEN_KILLS = 40;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    private final HttpStation station = new HttpStation();
    private final ArrayDeque<Process> nodes = new ArrayDeque<>();

    @AfterEach
    void stop() {
        nodes.forEach(Process::destroyForcibly);
        station.close();
    }

    @Test
    void nothing_is_lost_and_nobody_gets_anything_twice() throws Exception {
        station.usually(KilledCourierTest::answerAfterAMoment);
        for (var queue : CourierProcess.QUEUES) {
            for (var i = 0; i < PARCELS; i++) {
                outbox.put(queue, i, "k", queue.name() + "/" + i, clock.instant(), false);
            }
        }

        nodes.add(node(Duration.ZERO));
        nodes.add(node(Duration.ZERO));
        for (var kill = 1; kill <= KILLS; kill++) {
            var enough = kill * CALLS_BETWEEN_KILLS;
            await(() -> station.calls().size() >= enough);
            nodes.removeFirst().destroyForcibly().waitFor();
            nodes.add(node(Duration.ZERO));
        }
        await(() -> count("state = 'WAITING'") == 0);
        nodes.forEach(Process::destroyForcibly);
        nodes.add(node(Duration.ofMinutes(20)));
        await(() -> count("state in ('WAITING', 'UNDER_WAY')") == 0);

        var once = bodies("killed:once");
        assertThat(once).doesNotHaveDuplicates();
        assertThat(once).containsAll(contents("queue = 'killed:once' and state = 'SENT'"));
        assertThat(count("queue = 'killed:once' and state not in ('SENT', 'UNKNOWN')"))
                .isZero();
        // At most what each of the killed had in its lanes.
        assertThat(count("state = 'UNKNOWN'")).isLessThanOrEqualTo((KILLS + 2L) * 4);
        assertThat(count("queue = 'killed:repeatable' and state = 'SENT'")).isEqualTo(PARCELS);
        assertThat(new HashSet<>(bodies("killed:repeatable"))).hasSize(PARCELS);
    }

    private List<String> bodies(String queue) {
        return station.calls().stream()
                .filter(call -> call.path().equals("/" + queue))
                .map(HttpStation.Call::body)
                .toList();
    }

    private static void answerAfterAMoment(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(40));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        HttpStation.says(200, "").answer(exchange);
    }

    private Process node(Duration ahead) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.add("-Ddatabase=" + environment.getRequiredProperty("spring.datasource.url"));
        command.add("-Duser=" + environment.getProperty("spring.datasource.username", ""));
        command.add("-Dpassword=" + environment.getProperty("spring.datasource.password", ""));
        command.add("-Dserver=" + station.address("/"));
        command.add("-Dahead=" + ahead);
        command.add(CourierProcess.class.getName());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target", "courier-process.log"))
                .start();
    }

    private long count(String which) {
        return database.sql("select count(*) from outbox.parcel where queue like 'killed:%' and " + which)
                .query(Long.class)
                .single();
    }

    private List<String> contents(String which) {
        return database.sql("select content from outbox.parcel where " + which)
                .query((row, _) -> row.getString("content"))
                .list();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(50);
        }
    }
}
