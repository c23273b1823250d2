package cn.lianxin.newsroom;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Some words of a line. {@code 【粗：要紧的话】} stand out, {@code 【链：https://… 看规定】} lead elsewhere, everything else is words as
 * they are written; so is a mark whose address leads nowhere.
 */
public sealed interface Span {

    /** What is read. */
    String said();

    /** Where that begins in the line. */
    int from();

    record Words(String said, int from) implements Span {}

    record Strong(String said, int from) implements Span {}

    record Link(String said, int from, String address) implements Span {}

    int LONGEST_ADDRESS = 300;
    Pattern MARK = Pattern.compile("【粗：([^【】\n]+)】|【链：([^\\s【】]{1," + LONGEST_ADDRESS + "}) ([^【】\n]+)】");
    Pattern BEGUN = Pattern.compile("【链：[^】\n]*】?");
    Pattern OURS = Pattern.compile("/news(?:/[A-Za-z0-9][A-Za-z0-9.-]*)*");

    /** Of one line, or of several with the breaks between them. */
    static List<Span> of(String line) {
        var spans = new ArrayList<Span>();
        var at = 0;
        for (var mark = MARK.matcher(line); mark.find(); ) {
            var span = span(line, mark);
            if (span.isPresent()) {
                if (mark.start() > at) {
                    spans.add(new Words(line.substring(at, mark.start()), at));
                }
                spans.add(span.get());
                at = mark.end();
            }
        }
        if (at < line.length()) {
            spans.add(new Words(line.substring(at), at));
        }
        return List.copyOf(spans);
    }

    private static Optional<Span> span(String line, Matcher mark) {
        if (mark.start(1) >= 0) {
            return Optional.of(new Strong(line.substring(mark.start(1), mark.end(1)), mark.start(1)));
        }
        var address = line.substring(mark.start(2), mark.end(2));
        var words = line.substring(mark.start(3), mark.end(3));
        return !words.isBlank() && leadsSomewhere(address)
                ? Optional.of(new Link(words, mark.start(3), address))
                : Optional.empty();
    }

    /** Into the net by its whole address, or to a page of the portal; nothing else is ever written as a link. */
    private static boolean leadsSomewhere(String address) {
        if (OURS.matcher(address).matches()) {
            return true;
        }
        try {
            var uri = new URI(address);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** The words without their marks. */
    static String said(String text) {
        return of(text).stream().map(Span::said).collect(Collectors.joining());
    }

    /** As long as the text, each word at its place, and nothing visible where marks and addresses are: for whoever looks at words. */
    static String veiled(String text) {
        var veiled = new StringBuilder("\u200B".repeat(text.length()));
        of(text).forEach(span ->
                veiled.replace(span.from(), span.from() + span.said().length(), span.said()));
        return veiled.toString();
    }

    /** The first mark that means to lead somewhere and does not. */
    static Optional<String> astray(String text) {
        return of(text).stream()
                .filter(Words.class::isInstance)
                .map(words -> BEGUN.matcher(words.said()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
