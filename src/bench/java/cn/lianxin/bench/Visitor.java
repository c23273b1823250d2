package cn.lianxin.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One browser without a picture: keeps its cookie, posts forms as a page of the product would. The plain connection of the
 * JDK, because what the visitor spends is taken from the product on the same machine.
 */
final class Visitor {

    record Answer(int status, String body) {}

    private final URI root;
    private String cookie;

    Visitor(URI root) {
        this(root, "");
    }

    Visitor(URI root, String cookie) {
        this.root = root;
        this.cookie = cookie;
    }

    void signIn(String staffNumber) throws IOException {
        var connection = send("/sign-in", Map.of("number", staffNumber, "password", Cast.PASSWORD));
        for (var set : connection.getHeaderFields().getOrDefault("Set-Cookie", List.of())) {
            if (set.startsWith("lianxin=")) {
                cookie = set.substring(0, set.indexOf(';'));
            }
        }
        if (cookie.isEmpty()) {
            throw new IllegalStateException("could not sign in: " + read(connection));
        }
        read(connection);
    }

    Answer get(String path) throws IOException {
        return read(open(path));
    }

    Answer post(String path, Map<String, String> form) throws IOException {
        return read(send(path, form));
    }

    private HttpURLConnection send(String path, Map<String, String> form) throws IOException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
        var connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        return connection;
    }

    private HttpURLConnection open(String path) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(root.resolve(path).toASCIIString()).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Referer", root.toString());
        if (!cookie.isEmpty()) {
            connection.setRequestProperty("Cookie", cookie);
        }
        return connection;
    }

    /** The body is read to its end, so that the connection serves the next request too. */
    private static Answer read(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (stream == null) {
            return new Answer(status, "");
        }
        try (stream) {
            return new Answer(status, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<Visitor> signedIn(URI root, List<String> staffNumbers) throws IOException {
        var visitors = new ArrayList<Visitor>();
        for (var number : staffNumbers) {
            var visitor = new Visitor(root);
            visitor.signIn(number);
            visitors.add(visitor);
        }
        return visitors;
    }
}
