package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** One session with the product, without a browser. */
final class Visit {

    private final HttpClient client;
    private final URI home;
    private String cookie = "";

    Visit(RunningDemo demo) throws IOException, GeneralSecurityException {
        home = demo.home();
        client = demo.client();
    }

    /** As {@code Cookie:} says it; empty before anybody has signed in. */
    String cookie() {
        return cookie;
    }

    HttpClient client() {
        return client;
    }

    URI home() {
        return home;
    }

    Visit signIn(DemoAccount account) throws IOException, InterruptedException {
        var form = "number=" + encoded(account.number()) + "&password=" + encoded(account.password());
        var answer = client.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s signs in", account.role()).isEqualTo(303);
        cookie = String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(set -> set.substring(0, set.indexOf(';')))
                        .toList());
        confirmStatement();
        return this;
    }

    /** As everybody does who signs in for the first time. */
    private void confirmStatement() throws IOException, InterruptedException {
        var version = get("/me/statement").body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        client.send(
                request("/me/statement")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home.toString())
                        .POST(HttpRequest.BodyPublishers.ofString("version=" + encoded(version)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(isSignedIn()).as("nothing is due any more").isTrue();
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(request(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whoever is signed out sees nothing, and an attack on nothing finds nothing. */
    boolean isSignedIn() throws IOException, InterruptedException {
        return get("/me").statusCode() == 200;
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(home.resolve(address)).timeout(Duration.ofMinutes(1));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
