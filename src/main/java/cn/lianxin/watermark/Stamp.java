package cn.lianxin.watermark;

import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the eye sees of a mark: who reads, and when, quiet and slanting, again and again. Drawn with the letters of the device. */
final class Stamp {

    static final int WIDTH = 400;
    static final int HEIGHT = 280;

    private static final int LONGEST = 26;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Stamp() {}

    static String svg(Watermark watermark, Instant now, boolean dark) {
        var who = Stream.of(watermark.name(), watermark.unit(), watermark.title(), "…" + watermark.tail())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 400 280">
                <g transform="rotate(-16 200 140)" font-family="sans-serif" font-size="16" text-anchor="middle" \
                fill="%s" fill-opacity="0.06"><text x="200" y="132">%s</text><text x="200" y="156">%s</text></g></svg>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        dark ? "#fff" : "#000",
                        escaped(shortened(who)),
                        LocalDateTime.ofInstant(now, Screen.ZONE).format(TIME));
    }

    private static String shortened(String who) {
        int length = who.codePointCount(0, who.length());
        return length <= LONGEST
                ? who
                : who.substring(0, who.offsetByCodePoints(0, LONGEST - 6))
                        + who.substring(who.offsetByCodePoints(who.length(), -5));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
