package cn.lianxin.search;

import cn.lianxin.platform.index.SoughtWords;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody wants to find, as it stands in the address of the page; what cannot be understood narrows nothing. */
record Wish(String q, String state, String unit, String matter, String from, String until, String sort, String after) {

    /** What was typed, as far as it is looked for. */
    String words() {
        var stripped = q.strip();
        return stripped.codePointCount(0, stripped.length()) <= SoughtWords.LONGEST
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, SoughtWords.LONGEST));
    }

    boolean isCut() {
        return words().length() < q.strip().length();
    }

    Optional<LocalDate> first() {
        return day(from);
    }

    Optional<LocalDate> last() {
        return day(until);
    }

    boolean newest() {
        return sort.equals("newest");
    }

    /** Whether it is narrowed by anything but words. */
    boolean narrows() {
        return Stream.of(state, unit, matter, from, until).anyMatch(part -> !part.isEmpty());
    }

    /** The page that begins after this place; the first one for an empty text. */
    String address(String place) {
        return "/search?"
                + Stream.of(
                                pair("q", words()),
                                pair("state", state),
                                pair("unit", unit),
                                pair("matter", matter),
                                pair("from", from),
                                pair("until", until),
                                pair("sort", sort),
                                pair("after", place))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("&"));
    }

    /** The same, of what was raised in this unit alone. */
    Wish in(String code) {
        return new Wish("", state, code, matter, from, until, sort, "");
    }

    Wish everywhere() {
        return new Wish(q, state, "", matter, from, until, sort, "");
    }

    private static Optional<String> pair(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Of a year that the database and the index both know. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
