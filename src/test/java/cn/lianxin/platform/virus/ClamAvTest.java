package cn.lianxin.platform.virus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.platform.outgoing.ClosedDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the daemon itself, which a test run installs. */
@Tag("slow")
class ClamAvTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static Clamd clamd;

    @BeforeAll
    static void start() throws Exception {
        clamd = Clamd.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        clamd.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_finds_what_is_infected_and_passes_what_is_clean_by_port_and_by_socket(boolean port) throws IOException {
        try (var asking = new ClamAv(port ? clamd.byPort() : clamd.bySocket(), PATIENCE)) {
            assertThat(asking.answers()).isTrue();
            assertThat(asking.infectionOf(Clamd.EICAR))
                    .hasValueSatisfying(name -> assertThat(name).startsWith("Eicar.Test"));
            assertThat(asking.infectionOf(new byte[] {1})).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 20 * 1024 * 1024})
    void whatever_its_length_all_of_it_is_looked_at(int length) throws IOException {
        var file = new byte[length];
        new Random(length).nextBytes(file);

        try (var asking = new ClamAv(clamd.byPort(), PATIENCE)) {
            assertThat(asking.infectionOf(file)).isEmpty();
        }
    }

    @Test
    void more_than_the_daemon_takes_is_never_called_clean() {
        try (var asking = new ClamAv(clamd.byPort(), PATIENCE)) {
            assertThatThrownBy(() -> asking.infectionOf(new byte[30 * 1024 * 1024]))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_daemon_that_is_away_is_never_called_clean() throws IOException {
        try (var nobody = new ClosedDoor();
                var asking = new ClamAv("127.0.0.1:" + nobody.port(), PATIENCE)) {
            assertThat(asking.answers()).isFalse();
            assertThatThrownBy(() -> asking.infectionOf(Clamd.EICAR)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void one_that_never_answers_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var asking = new ClamAv("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> asking.infectionOf(Clamd.EICAR)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void one_that_hangs_up_without_a_word_has_not_called_it_clean() throws IOException {
        try (var rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var asking = new ClamAv("127.0.0.1:" + rude.getLocalPort(), PATIENCE)) {
            Thread.ofVirtual().start(() -> {
                try (var call = rude.accept()) {
                    call.getInputStream().readNBytes(10 + 4 + Clamd.EICAR.length + 4);
                } catch (IOException over) {
                    // Nobody called.
                }
            });

            assertThatThrownBy(() -> asking.infectionOf(Clamd.EICAR)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_address_that_is_none_is_refused_at_the_start() {
        for (var wrong : Arrays.asList("clamd", "localhost:", ":3310", "localhost:port")) {
            assertThatThrownBy(() -> new ClamAv(wrong, PATIENCE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }
}
