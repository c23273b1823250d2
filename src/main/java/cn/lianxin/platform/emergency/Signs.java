package cn.lianxin.platform.emergency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list as it is written: what things are called, and what is dangerous about them. Its head says how it is read. */
final class Signs {

    private static final String NEAR = "[^,、]{0,12}?";
    private static final String AFTER = "[^,、]{0,8}?";
    private static final Pattern NAME = Pattern.compile("<([a-z]+)>");
    private static final Pattern NAMING = Pattern.compile("([a-z]+) = (.+)");

    /** Read once. */
    static final List<Sign> ALL = new Signs().read(Lines.of("emergencies.txt"));

    private final Map<String, String> names = new HashMap<>();

    private Signs() {}

    private List<Sign> read(List<String> lines) {
        var signs = new ArrayList<Sign>();
        for (var line : lines) {
            var naming = NAMING.matcher(line);
            if (naming.matches()) {
                names.merge(naming.group(1), whole(naming.group(2)), (before, more) -> before + "|" + more);
            } else {
                var weight = weight(line);
                patterns(weight == Weight.THING ? line : line.substring(1))
                        .forEach(words -> signs.add(new Sign(Pattern.compile(words), weight)));
            }
        }
        return List.copyOf(signs);
    }

    private static Weight weight(String line) {
        return switch (line.charAt(0)) {
            case '+' -> Weight.BODY;
            case '!' -> Weight.INTENT;
            default -> Weight.THING;
        };
    }

    private List<String> patterns(String line) {
        var either = line.split(" ~ ");
        if (either.length == 2) {
            return List.of(in(either[0], NEAR, either[1]), in(either[1], NEAR, either[0]));
        }
        var ordered = line.split(" > ");
        return ordered.length == 2 ? List.of(in(ordered[0], AFTER, ordered[1])) : List.of(whole(line));
    }

    private String in(String one, String between, String other) {
        return "(?:" + whole(one) + ")" + between + "(" + whole(other) + ")";
    }

    private String whole(String words) {
        return NAME.matcher(words).replaceAll(name -> Matcher.quoteReplacement("(?:" + known(name.group(1)) + ")"));
    }

    private String known(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }
}
