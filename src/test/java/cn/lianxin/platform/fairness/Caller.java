package cn.lianxin.platform.fairness;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a window: keeps its cookies, sends forms, and works where it is asked to. */
final class Caller {

    private final HttpClient client;
    private final String site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** How often it was asked to work or wait. */
    private int asked;

    Caller(HttpClient client, String site) {
        this.client = client;
        this.site = site;
    }

    Caller with(String cookie) {
        var mark = cookie.indexOf('=');
        cookies.put(cookie.substring(0, mark), cookie.substring(mark + 1));
        return this;
    }

    int asked() {
        return asked;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return remember(client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** As a script would: does the work it is given and sends it again. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var answer = send(path, fields);
        var task = answer.headers().firstValue(WaitPages.TASK);
        if (answer.statusCode() == 429 && task.isPresent()) {
            asked++;
            var more = new LinkedHashMap<>(fields);
            more.put(Strangers.PROOF_FIELD, solve(task.get()));
            return send(path, more);
        }
        return answer;
    }

    HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return remember(client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<Void> json(String path, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** By trying, as everybody has to. */
    static String solve(String task) {
        var mark = task.indexOf(';');
        var asked = new Task(task.substring(0, mark), Integer.parseInt(task.substring(mark + 1)));
        for (long number = 0; ; number++) {
            if (asked.isSolvedBy(Long.toString(number))) {
                return asked.text() + "." + number;
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path)).header("Origin", site);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> remember(HttpResponse<String> answer) {
        answer.headers().allValues("Set-Cookie").forEach(cookie -> with(cookie.split(";", 2)[0]));
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
