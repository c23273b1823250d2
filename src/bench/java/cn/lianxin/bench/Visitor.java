package cn.lianxin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One browser without a picture: keeps its cookie, posts forms as a page of the product would. */
final class Visitor implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI root;
    private String cookie = "";

    Visitor(URI root) {
        this.root = root;
    }

    void signIn(String staffNumber) throws IOException, InterruptedException {
        var answer = post("/sign-in", Map.of("number", staffNumber, "password", Cast.PASSWORD));
        for (var set : answer.headers().allValues("set-cookie")) {
            if (set.startsWith("lianxin=")) {
                cookie = set.substring(0, set.indexOf(';'));
            }
        }
        if (cookie.isEmpty()) {
            throw new IllegalStateException("could not sign in: " + answer.statusCode() + " " + answer.body());
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Origin", root.getScheme() + "://" + root.getAuthority());
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    static List<Visitor> signedIn(URI root, List<String> staffNumbers) throws IOException, InterruptedException {
        var visitors = new java.util.ArrayList<Visitor>();
        for (var number : staffNumbers) {
            var visitor = new Visitor(root);
            visitor.signIn(number);
            visitors.add(visitor);
        }
        return visitors;
    }

    @Override
    public void close() {
        client.close();
    }
}
