package cn.lianxin.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls to real servers on loopback that behave and misbehave. */
class OutgoingCallsTest {

    private final HttpStation station = new HttpStation();
    private final AtomicInteger handedOver = new AtomicInteger();

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void what_is_said_arrives_and_the_answer_comes_back() {
        station.will(HttpStation.says(200, "{\"errcode\":0}"));

        var exchange = Lines.calls().send(post(station.address("/a?b=c")), handedOver::incrementAndGet);

        assertThat(exchange).isEqualTo(new Exchange.Answer(200, "", "{\"errcode\":0}"));
        assertThat(handedOver).hasValue(1);
        assertThat(station.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/a?b=c");
            assertThat(call.body()).isEqualTo("{\"text\":\"有新消息\"}");
            assertThat(call.header("X-Own")).isEqualTo("1");
            assertThat(call.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        });
    }

    @Test
    void what_is_refused_is_an_answer_with_its_request_to_wait() {
        station.will(HttpStation.says(429, "Retry-After", "120"), HttpStation.says(503, "busy"));

        assertThat(Outcome.of(send(), _ -> new Outcome.Accepted("")))
                .isEqualTo(new Outcome.Failed(
                        Trouble.REFUSED, "HTTP 429", java.util.Optional.of(Duration.ofSeconds(120))));
        assertThat(send()).isEqualTo(new Exchange.Answer(503, "", ""));
    }

    @Test
    void where_nobody_listens_nothing_was_handed_over() {
        station.goAway();

        assertThat(send()).isInstanceOf(Exchange.Unreached.class);
        assertThat(handedOver).hasValue(0);
    }

    @Test
    void who_takes_it_and_goes_may_have_it() {
        station.will(HttpStation.drops());

        assertThat(send()).isInstanceOf(Exchange.Lost.class);
        assertThat(handedOver).hasValue(1);
        assertThat(station.calls()).hasSize(1);
    }

    @Test
    void who_takes_it_and_sleeps_may_have_it_and_is_not_waited_for() {
        station.will(HttpStation.sleeps());
        var begun = Instant.now();

        assertThat(send()).isInstanceOf(Exchange.Lost.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void who_answers_drop_by_drop_is_cut_off() throws Exception {
        var begun = Instant.now();

        var exchange = withServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", "x", 100);

        assertThat(exchange).isInstanceOf(Exchange.Lost.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void of_an_endless_answer_the_beginning_is_read() {
        station.will(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = new byte[8_192];
            for (var i = 0; i < 20_000; i++) {
                exchange.getResponseBody().write(chunk);
            }
        });

        assertThat(send())
                .isInstanceOfSatisfying(
                        Exchange.Answer.class,
                        answer -> assertThat(answer.body()).hasSize(64 * 1024));
    }

    @Test
    void a_head_without_end_is_not_read() throws Exception {
        assertThat(withServer("HTTP/1.1 200 OK\r\n", "X: " + "x".repeat(9_000) + "\r\n", 0))
                .isInstanceOf(Exchange.Lost.class);
    }

    @Test
    void no_call_leaves_a_connection_open() {
        station.usually(HttpStation.says(200, "x".repeat(70_000)));
        var calls = Lines.calls();

        for (var i = 0; i < 250; i++) {
            assertThat(calls.send(post(station.address("/")), () -> {})).isInstanceOf(Exchange.Answer.class);
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        var inside = new HttpStation();
        station.will(HttpStation.says(302, "Location", inside.address("/metadata")));

        assertThat(send()).isEqualTo(new Exchange.Answer(302, "", ""));
        assertThat(inside.calls()).isEmpty();
        inside.close();
    }

    @Test
    void the_address_that_was_looked_at_is_connected_to_and_the_name_is_asked_once() {
        var asked = new AtomicInteger();
        var turning = names(host -> asked.incrementAndGet() == 1 ? "192.168.7.7" : "127.0.0.1");
        var calls = Lines.calls(turning, "192.168.7.7/32:*");

        var exchange = calls.send(post("http://turning.example:" + station.port() + "/"), handedOver::incrementAndGet);

        assertThat(exchange).isInstanceOf(Exchange.Unreached.class);
        assertThat(asked).hasValue(1);
        assertThat(station.calls()).isEmpty();
    }

    @Test
    void the_name_is_still_said_to_the_other_side() {
        var calls = Lines.calls(names(_ -> "127.0.0.1"), "127.0.0.1/32:*");

        calls.send(post("http://sms.example:" + station.port() + "/"), handedOver::incrementAndGet);

        assertThat(station.calls().getFirst().header("Host")).isEqualTo("sms.example:" + station.port());
    }

    @Test
    void a_forbidden_address_is_not_touched_whoever_sends_there() {
        var calls = Lines.calls(names(_ -> "127.0.0.1"));

        for (var host :
                new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "u@127.0.0.1"}) {
            var address = "http://" + host + ":" + station.port() + "/";
            assertThat(calls.send(post(address), handedOver::incrementAndGet))
                    .as(address)
                    .isInstanceOfSatisfying(
                            Exchange.Unreached.class,
                            unreached -> assertThat(unreached.trouble()).isEqualTo(Trouble.NOT_ALLOWED));
            assertThatThrownBy(() -> calls.mustBeAllowed(address, "url")).isInstanceOf(Refusal.Violation.class);
        }
        assertThat(station.calls()).isEmpty();
        assertThat(handedOver).hasValue(0);
    }

    @Test
    void a_proxy_of_the_environment_is_not_asked() {
        var proxy = new HttpStation();
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
        System.setProperty("http.nonProxyHosts", "");
        try {
            assertThat(send()).isInstanceOf(Exchange.Answer.class);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
        assertThat(proxy.calls()).isEmpty();
        assertThat(station.calls()).hasSize(1);
        proxy.close();
    }

    @Test
    void who_may_not_hand_it_over_any_more_sends_nothing() {
        assertThatThrownBy(() -> Lines.calls().send(post(station.address("/")), () -> {
                    throw new IllegalStateException("another has it");
                }))
                .hasMessage("another has it");
        assertThat(station.calls()).isEmpty();
    }

    private Exchange send() {
        return Lines.calls().send(post(station.address("/")), handedOver::incrementAndGet);
    }

    /** A server that says something, and something again and again. */
    private Exchange withServer(String first, String again, long pause) throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (var socket = server.accept()) {
                    socket.getOutputStream().write(first.getBytes());
                    for (var i = 0; i < 1_000; i++) {
                        socket.getOutputStream().write(again.getBytes());
                        Thread.sleep(pause);
                    }
                } catch (IOException | InterruptedException cutOff) {
                    // As it should be.
                }
            });
            return Lines.calls().send(post("http://127.0.0.1:" + server.getLocalPort() + "/"), () -> {});
        }
    }

    private static HttpCall post(String url) {
        return new HttpCall("POST", url, Map.of("X-Own", "1"), "application/json", "{\"text\":\"有新消息\"}");
    }

    private static DnsResolver names(java.util.function.UnaryOperator<String> numberOf) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
                return new InetAddress[] {
                    InetAddress.getByAddress(
                            host, InetAddress.getByName(numberOf.apply(host)).getAddress())
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
