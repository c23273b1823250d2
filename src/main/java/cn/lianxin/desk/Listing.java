package cn.lianxin.desk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A list by its address, which can be sent to a colleague and means the same to him.
 *
 * @param narrowing the parameters of its filter
 * @param words that are searched for, empty for a queue
 * @param after cursor of the row after which the page begins, empty at the beginning
 * @param number of the open case, empty for none
 * @param then the case that comes next when the open one has left the list
 */
record Listing(String path, Map<String, String> narrowing, String words, String after, String number, String then) {

    static Listing of(String path, MultiValueMap<String, String> parameters) {
        var given = parameters.toSingleValueMap();
        var narrowing = new LinkedHashMap<String, String>();
        Narrowing.NAMES.stream()
                .filter(name -> !given.getOrDefault(name, "").isEmpty())
                .forEach(name -> narrowing.put(name, given.getOrDefault(name, "")));
        return new Listing(
                path,
                narrowing,
                given.getOrDefault("q", "").strip(),
                given.getOrDefault("after", ""),
                given.getOrDefault("number", ""),
                given.getOrDefault("then", ""));
    }

    static Listing of(String address) {
        var parsed = UriComponentsBuilder.fromUriString(address).build();
        var parameters = new LinkedMultiValueMap<String, String>();
        parsed.getQueryParams().forEach((name, values) -> parameters.add(name, decoded(values.getFirst())));
        return of(Objects.requireNonNullElse(parsed.getPath(), ""), parameters);
    }

    private static String decoded(@Nullable String value) {
        try {
            return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    boolean searches() {
        return !words.isEmpty();
    }

    boolean first() {
        return after.isEmpty();
    }

    Listing atPath(String other) {
        return new Listing(other, narrowing, "", "", "", "");
    }

    Listing open(String one) {
        return new Listing(path, narrowing, words, after, one, "");
    }

    /** Where the forms of the open case lead back to: to itself while it stays here, else to the next one. */
    Listing thenTo(String next) {
        return new Listing(path, narrowing, words, after, number, next);
    }

    Listing from(String cursor) {
        return new Listing(path, narrowing, words, cursor, "", "");
    }

    boolean has(String name, String value) {
        return value.equals(narrowing.get(name));
    }

    /** With this part of the filter, or without it where it was there. */
    Listing toggled(String name, String value) {
        var changed = new LinkedHashMap<>(narrowing);
        if (!changed.remove(name, value)) {
            changed.put(name, value);
        }
        return new Listing(path, changed, words, "", "", "");
    }

    /** Without what may be chosen above the list; what the list is about stays. */
    Listing cleared() {
        var kept = new LinkedHashMap<>(narrowing);
        Narrowing.CHOICES.forEach(kept::remove);
        return new Listing(path, kept, words, "", "", "");
    }

    boolean chooses() {
        return Narrowing.CHOICES.stream().anyMatch(narrowing::containsKey);
    }

    String address() {
        var all = new LinkedHashMap<>(narrowing);
        all.put("q", words);
        all.put("after", after);
        all.put("number", number);
        all.put("then", then);
        var query = all.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
