package cn.lianxin.attack;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What somebody can reach from his first page by links, and every form that stands there: one of each kind, where two
 * addresses that differ only in a number or in what they ask for are of one kind.
 */
final class Surface {

    /** They end the session with which one looks; whose machine becomes a terminal is signed out as well. */
    private static final Set<String> FAREWELLS =
            Set.of("/sign-out", "/me/sessions/end", "/me/sessions/*/end", "POST /terminals");

    private final Visit visit;
    private final Set<String> kinds = new HashSet<>();
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final List<Target> targets = new ArrayList<>();

    private Surface(Visit visit) {
        this.visit = visit;
    }

    static List<Target> of(Visit visit, List<String> beginnings) throws IOException, InterruptedException {
        var surface = new Surface(visit);
        beginnings.forEach(surface::meet);
        while (!surface.ahead.isEmpty()) {
            surface.look(surface.ahead.remove());
        }
        return surface.targets;
    }

    private void look(String address) throws IOException, InterruptedException {
        var answer = visit.get(address);
        answer.headers().firstValue("Location").ifPresent(this::meet);
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return;
        }
        var page = Jsoup.parse(answer.body(), visit.home().resolve(address).toString());
        page.select("a[href]").forEach(link -> meet(link.absUrl("href")));
        page.select("form").forEach(form -> meet(form, address));
    }

    private void meet(String address) {
        var at = visit.home().resolve(address.replace(" ", "%20"));
        if (at.getHost() == null || !at.getAuthority().equals(visit.home().getAuthority())) {
            return;
        }
        var target = new Target("GET", at.getRawPath(), fieldsOf(at), false);
        if (isNew(target)) {
            targets.add(target);
            ahead.add(at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery()));
        }
    }

    private void meet(Element form, String page) {
        var to = form.hasAttr("action")
                ? URI.create(form.absUrl("action")).getRawPath()
                : URI.create(page).getPath();
        var method = form.attr("method").equalsIgnoreCase("post") ? "POST" : "GET";
        var target = new Target(method, to, fieldsOf(form), form.attr("enctype").startsWith("multipart"));
        if (isNew(target)) {
            targets.add(target);
        }
    }

    private boolean isNew(Target target) {
        return !isFarewell(target.method(), target.path()) && kinds.add(target.kind());
    }

    static boolean isFarewell(String method, String path) {
        return FAREWELLS.contains(kindOf(path)) || FAREWELLS.contains(method + " " + kindOf(path));
    }

    /** Numbers and the codes of units name one of many; words of an address are small letters. */
    static String kindOf(String path) {
        return path.replaceAll("/[^/]*[\\dA-Z][^/]*", "/*");
    }

    private static Map<String, String> fieldsOf(URI address) {
        var fields = new LinkedHashMap<String, String>();
        if (address.getRawQuery() != null) {
            for (var pair : address.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                fields.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
            }
        }
        return fields;
    }

    private static Map<String, String> fieldsOf(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.select("input[name], select[name], textarea[name], button[name]")) {
            var value = valueOf(field);
            if (!fields.containsKey(field.attr("name")) || field.hasAttr("checked")) {
                fields.put(field.attr("name"), value);
            }
        }
        return fields;
    }

    private static String valueOf(Element field) {
        if (field.normalName().equals("select")) {
            var chosen = field.selectFirst("option[selected]");
            var option = chosen == null ? field.select("option").last() : chosen;
            return option == null ? "1" : option.attr("value");
        }
        var value = field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
        return value.isEmpty() ? "1" : value;
    }
}
