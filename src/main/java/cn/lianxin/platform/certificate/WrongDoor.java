package cn.lianxin.platform.certificate;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/**
 * The answer to whoever types {@code http://} at the port of HTTPS: the same sentence for all, because it is said before the
 * request is read. A script takes the browser where it belongs; without one the addresses stand there to be touched.
 */
final class WrongDoor {

    private WrongDoor() {}

    static byte[] answer(Addresses addresses, boolean ownAuthority) {
        var first = addresses.first();
        var secure = addresses.secure(first) + "/";
        var trust = addresses.trustPage();
        var there = ownAuthority && addresses.plainPort().isPresent()
                ? "'http://'+location.hostname+':" + addresses.plainPort().getAsInt()
                        + "/trust?to='+encodeURIComponent(location.pathname+location.search)"
                : "'https://'+location.host+location.pathname+location.search";
        var page = """
                <!doctype html>
                <html lang="zh-CN">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>连心</title>
                <script>location.replace(%s)</script>
                <p>连心要从这里进：<a href="%s">%s</a></p>
                <p>手机第一次来，先看这里：<a href="%s">%s</a></p>
                <p lang="en">Lianxin speaks HTTPS here: the first address above. A device's first visit: the second.</p>
                """.formatted(there, html(secure), html(secure), html(trust), html(trust));
        var head = """
                HTTP/1.1 400 Bad Request\r
                Content-Type: text/html;charset=utf-8\r
                Content-Length: %d\r
                Cache-Control: no-store\r
                Connection: close\r
                \r
                """.formatted(page.getBytes(StandardCharsets.UTF_8).length);
        return (head + page).getBytes(StandardCharsets.UTF_8);
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
