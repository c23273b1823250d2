package cn.lianxin.platform.outgoing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on loopback that writes down what it got and answers as it is told; it can go away and come back. */
public final class HttpStation implements AutoCloseable {

    /** What it does with one call, which it has read to the end. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    public record Call(String method, String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Behaviour> next = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Behaviour usual = says(200, "");
    private HttpServer server;
    private @Nullable ClosedDoor closed;
    private final int port;

    public HttpStation() {
        this.server = start(0);
        this.port = server.getAddress().getPort();
    }

    public static Behaviour says(int status, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    public static Behaviour says(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            says(status, "").answer(exchange);
        };
    }

    /** Takes it, and the connection is gone before an answer. */
    public static Behaviour drops() {
        return HttpExchange::close;
    }

    /** Takes it, and says nothing for longer than anybody waits. */
    public static Behaviour sleeps() {
        return exchange -> {
            try {
                Thread.sleep(4_000);
                exchange.close();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** In this order; afterwards as usual. */
    public void will(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    /** Whenever nothing else is to be done; 200 unless said. */
    public void usually(Behaviour behaviour) {
        usual = behaviour;
    }

    /** Nobody answers there, and nobody else can begin to. */
    public void goAway() {
        server.stop(0);
        closed = new ClosedDoor(port);
    }

    public void comeBack() {
        Objects.requireNonNull(closed, "it never went away").close();
        server = start(port);
    }

    public String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public int port() {
        return port;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private HttpServer start(int at) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            return started;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        var behaviour = next.poll();
        (behaviour == null ? usual : behaviour).answer(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
