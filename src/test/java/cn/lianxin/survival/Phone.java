package cn.lianxin.survival;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of a worker: its cookie, and the forms that he sends. It repeats nothing by itself. */
final class Phone {

    private static final Pattern TOKEN = Pattern.compile("/concerns/new/([A-Za-z0-9_-]{24})/words");
    private static final Pattern NUMBER = Pattern.compile("<dd>([0-9-]{10,})</dd>");
    private static final Pattern DIGITS = Pattern.compile("<span class=\"digits\">(.*?)</span></p>", Pattern.DOTALL);

    /** What a form that was sent says: that it is filed, under which number, and the receipt that opens it. */
    record Slip(String number, String receipt) {}

    record Answer(int status, String body, Map<String, java.util.List<String>> headers) {}

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private Door door;
    private String cookie = "";

    Phone(Door door) {
        this.door = door;
    }

    /** With the same cookie to another node, as a load balancer does. */
    void goesTo(Door other) {
        door = other;
    }

    static Phone signedIn(Door door, String staffNumber) throws IOException {
        var phone = new Phone(door);
        phone.signIn(staffNumber);
        return phone;
    }

    void signIn(String staffNumber) throws IOException {
        var answer = post("/sign-in", Map.of("number", staffNumber, "password", People.PASSWORD));
        cookie = answer.headers().getOrDefault("set-cookie", java.util.List.of()).stream()
                .filter(one -> one.startsWith("lianxin="))
                .map(one -> one.substring(0, one.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IOException("not signed in: " + answer.status() + " " + answer.body()));
    }

    /** Everything but the last step; the token under which the draft lies. */
    String drafts(String words, Filing.Mode mode) throws IOException {
        var begun = TOKEN.matcher(get("/concerns/new").body());
        if (!begun.find()) {
            throw new IOException("no form to raise anything");
        }
        var token = begun.group(1);
        mustLeadOn(post("/concerns/new/" + token + "/words", Map.of("text", words)));
        mustLeadOn(post(
                "/concerns/new/" + token + "/matter",
                Map.of("matter", "E4", "kind", "HELP", "place", "二号澡堂" + mode.ordinal())));
        return token;
    }

    private static void mustLeadOn(Answer answer) throws IOException {
        if (answer.status() != 303) {
            throw new IOException("the form was not taken: " + answer.status());
        }
    }

    /** The last step. Empty where the answer says anything else than that it is filed; an exception where none came. */
    Optional<Slip> sends(String token, Filing.Mode mode) throws IOException {
        var answer = post("/concerns", Map.of("token", token, "mode", mode.name()));
        var number = NUMBER.matcher(answer.body());
        var digits = DIGITS.matcher(answer.body());
        return answer.status() == 201 && number.find() && digits.find()
                ? Optional.of(new Slip(number.group(1), digits.group(1).replaceAll("[^0-9]", "")))
                : Optional.empty();
    }

    boolean reaches(String path) {
        try {
            return get(path).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, String> form) throws IOException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(door.address(path)).timeout(Duration.ofSeconds(60));
        request.header("Referer", door.address("/").toString());
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.body(), answer.headers().map());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
