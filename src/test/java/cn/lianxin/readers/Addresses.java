package cn.lianxin.readers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.ConcernQueue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the variables of an address may stand for, so that everything protected can be asked for by it. */
final class Addresses {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)[^/]*?}(?=[/.]|$)");

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> numbers;

    Addresses(Canaries canaries) {
        numbers = canaries.all().stream()
                .map(canary -> canary.number().toString())
                .toList();
        var files = canaries.all().stream()
                .flatMap(canary -> canary.file().stream())
                .map(Object::toString)
                .toList();
        values.put(
                "number",
                Stream.concat(numbers.stream(), Stream.of(canaries.staffNumber)).toList());
        values.put(
                "id",
                Stream.concat(numbers.stream(), Stream.of(canaries.ledger.toString(), "1"))
                        .toList());
        values.put("attachment", files);
        values.put("file", files);
        values.put("look", List.of(String.valueOf(canaries.look)));
        values.put("problem", List.of(canaries.problem));
        values.put("entry", List.of(String.valueOf(canaries.entry)));
        values.put("staffNumber", List.of(canaries.staffNumber));
        values.put(
                "queue",
                Arrays.stream(ConcernQueue.values()).map(ConcernQueue::slug).toList());
        values.put("alarm", List.of(String.valueOf(canaries.alarm)));
        values.put("rest", List.of("/0/000.p/1"));
        values.put("index", List.of("0"));
        values.put("width", List.of("1"));
        values.put("month", List.of("2026-11"));
        values.put("channel", List.of("headline"));
        values.put("size", List.of("640.jpg"));
        for (var nothingOfConcerns : List.of(
                "token",
                "person",
                "message",
                "endpoint",
                "messenger",
                "application",
                "list",
                "name",
                "urn",
                "code",
                "period",
                "place",
                "part",
                "question",
                "wording",
                "article",
                "slug",
                "draft",
                "picture",
                "objection",
                "sheet",
                "correction",
                "concern")) {
            values.put(nothingOfConcerns, List.of("1"));
        }
    }

    /** Each as it is; lists also with the words searched for and a case opened beside them. */
    List<String> of(String route) {
        var addresses = expand(route);
        if (route.startsWith("/api/v1/search")) {
            return List.of(route + "?words=" + words());
        }
        if (route.matches("/(api|scim|open311)/.*")) {
            return addresses;
        }
        if (!addresses.equals(List.of(route))) {
            return addresses;
        }
        return Stream.concat(
                        Stream.of(route, route + "?q=" + words()),
                        numbers.stream().map(number -> route + "?number=" + number))
                .toList();
    }

    private static String words() {
        return URLEncoder.encode(Canaries.COMMON, StandardCharsets.UTF_8);
    }

    private List<String> expand(String route) {
        var open = new ArrayList<>(List.of(route));
        var whole = new ArrayList<String>();
        while (!open.isEmpty()) {
            var next = open.removeLast();
            var variable = VARIABLE.matcher(next);
            if (!variable.find()) {
                assertThat(next).as(route).doesNotContain("{");
                whole.add(next.replace("/**", "/anything"));
                continue;
            }
            assertThat(values).as("a value for the variable in " + route).containsKey(variable.group(1));
            for (var value : Objects.requireNonNull(values.get(variable.group(1)))) {
                open.add(next.substring(0, variable.start()) + value + next.substring(variable.end()));
            }
        }
        return whole;
    }
}
