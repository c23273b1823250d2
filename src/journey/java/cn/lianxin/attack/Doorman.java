package cn.lianxin.attack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between an attacker and the product, and brings everything that comes to him inside under one session, as from a page of
 * ours. He keeps the session from being ended, and knows what was asked and where the product stumbled.
 */
final class Doorman implements AutoCloseable {

    private static final Set<String> NOT_CARRIED = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "http2-settings",
            "cookie",
            "origin",
            "referer");

    private final Visit visit;
    private final HttpServer server;
    private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
    private final Queue<String> incidents = new ConcurrentLinkedQueue<>();

    Doorman(Visit visit) throws IOException {
        this.visit = visit;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::bringIn);
        server.start();
    }

    URI home() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often each kind of request got through to the product. */
    Map<String, LongAdder> asked() {
        return asked;
    }

    /** Requests that the product answered with a fault of its own, or not at all. */
    Queue<String> incidents() {
        return incidents;
    }

    private void bringIn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            if (Surface.isFarewell(
                    exchange.getRequestMethod(), exchange.getRequestURI().getRawPath())) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var body = exchange.getRequestBody().readAllBytes();
            asked.computeIfAbsent(
                            exchange.getRequestMethod() + " "
                                    + Surface.kindOf(exchange.getRequestURI().getRawPath()),
                            _ -> new LongAdder())
                    .increment();
            var answer = visit.client().send(asOfOurs(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500) {
                incidents.add(answer.statusCode() + " " + line);
            }
            answer.headers().map().forEach((name, values) -> {
                if (!name.startsWith(":") && !NOT_CARRIED.contains(name) && !name.equals("transfer-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest asOfOurs(HttpExchange exchange, byte[] body) {
        var address = exchange.getRequestURI();
        var request = HttpRequest.newBuilder(visit.home()
                        .resolve(address.getRawPath()
                                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())))
                .timeout(Duration.ofMinutes(1))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Origin", visit.home().toString());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_CARRIED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        if (!visit.cookie().isEmpty()) {
            request.header("Cookie", visit.cookie());
        }
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
