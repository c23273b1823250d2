package cn.lianxin.newsroom;

import cn.lianxin.newsroom.Merging.Clash;
import cn.lianxin.platform.text.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where two changed the same place, the writer presses which of both stays. In lines of text both are found by their marks; of what
 * has one line the form brings both along.
 *
 * @param key of the place, empty where no such button was pressed
 * @param mine which of both stays
 */
record Settling(HttpServletRequest request, String key, boolean mine) {

    /** @param key of the place, empty where it has to be put right by hand */
    record Choice(String key, String mine, String theirs) {

        /** Whether the form has to bring both along. */
        boolean oneLine() {
            return LINES.contains(key);
        }
    }

    private static final List<String> LINES = List.of(
            "channel",
            "title",
            "byline",
            "source",
            "original-author",
            "original-title",
            "link",
            "issue",
            "reprint-editor");

    private static final Pattern BOTH = Pattern.compile(
            "^" + Merging.MINE + "$(.*?)^" + Merging.THEIRS + "$(.*?)^" + Merging.END + "$\n?",
            Pattern.MULTILINE | Pattern.DOTALL);

    static Settling of(HttpServletRequest request) {
        var pressed = Optional.ofNullable(request.getParameter("settle")).orElse("");
        return pressed.matches("[a-z0-9-]{1,40}:(mine|theirs)")
                ? new Settling(request, pressed.substring(0, pressed.indexOf(':')), pressed.endsWith(":mine"))
                : new Settling(request, "", true);
    }

    boolean pressed() {
        return !key.isEmpty();
    }

    /** What is in this field of the form once it is settled. */
    String line(String field) {
        return PlainText.line(request.getParameter(key.equals(field) ? (mine ? "mine-" : "theirs-") + field : field));
    }

    String lines(String field) {
        var typed = PlainText.block(request.getParameter(field));
        return key.matches(field + "-[0-9]{1,3}")
                ? PlainText.block(settled(typed, Integer.parseInt(key.substring(field.length() + 1)), mine))
                : typed;
    }

    /** @param place among all such places of the text, from 0; where there is none it stays as it is */
    static String settled(String text, int place, boolean mine) {
        var both = BOTH.matcher(text);
        for (var before = 0; both.find(); before++) {
            if (before == place) {
                var stays = between(text, both.start(mine ? 1 : 2), both.end(mine ? 1 : 2));
                return text.substring(0, both.start())
                        + (stays.isEmpty() ? "" : stays + "\n")
                        + text.substring(both.end());
            }
        }
        return text;
    }

    /** Without the breaks that belong to the marks. */
    private static String between(String text, int from, int to) {
        return to - from < 2 ? "" : text.substring(from + 1, to - 1);
    }

    /** What can be pressed: of these, and of what is not settled in the lines of the draft. */
    static List<Choice> choices(Draft draft, List<Clash> clashes) {
        var choices = new ArrayList<Choice>();
        for (var clash : clashes) {
            if (LINES.contains(clash.field()) || clash.field().equals("files")) {
                choices.add(
                        new Choice(LINES.contains(clash.field()) ? clash.field() : "", clash.mine(), clash.theirs()));
            }
        }
        add(choices, "text", draft.text());
        add(choices, "reason", draft.reason());
        return choices;
    }

    private static void add(List<Choice> choices, String field, String text) {
        var both = BOTH.matcher(text);
        for (var place = 0; both.find(); place++) {
            choices.add(new Choice(
                    field + "-" + place,
                    between(text, both.start(1), both.end(1)),
                    between(text, both.start(2), both.end(2))));
        }
    }

    /** What is open after this one. */
    List<Choice> left(Draft draft) {
        var clashes = new ArrayList<Clash>();
        for (var field : LINES) {
            var own = Optional.ofNullable(request.getParameter("mine-" + field));
            var other = Optional.ofNullable(request.getParameter("theirs-" + field));
            if (own.isPresent() && other.isPresent() && !key.equals(field)) {
                clashes.add(new Clash(field, PlainText.line(own.get()), PlainText.line(other.get())));
            }
        }
        return choices(draft, clashes);
    }
}
