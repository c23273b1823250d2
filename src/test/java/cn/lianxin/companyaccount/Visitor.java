package cn.lianxin.companyaccount;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser with cookies of its own, which goes nowhere by itself. */
final class Visitor {

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(String site) {
        this.site = site;
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return get(address, "Accept", "text/html");
    }

    HttpResponse<String> get(String address, String header, String value) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(site + address))
                        .header(header, value)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String address, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(site + address))
                        .header("Origin", site)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(String number, String password) throws IOException, InterruptedException {
        return post("/sign-in", Map.of("number", number, "password", password, "back", "/me"));
    }

    /** What the session is known by, empty without one. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("lianxin"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whether it is somebody for whom pages are open. */
    boolean isIn() throws IOException, InterruptedException {
        return get("/me").statusCode() == 200;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Map<String, String> query(HttpResponse<String> redirect) {
        var query = URI.create(redirect.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }
}
