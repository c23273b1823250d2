package cn.lianxin.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one version in one language. In its file a heading begins with {@code #}, and what has changed against the
 * version before with {@code !}.
 */
record StatementText(List<String> lead, List<String> changed, List<Part> parts) {
    StatementText {
        lead = List.copyOf(lead);
        changed = List.copyOf(changed);
        parts = List.copyOf(parts);
    }

    record Part(String heading, List<String> lines) {
        Part {
            lines = List.copyOf(lines);
        }
    }

    static StatementText parse(String file) {
        var lead = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var parts = new ArrayList<Part>();
        for (var line : file.lines().filter(one -> !one.isBlank()).toList()) {
            if (line.startsWith("# ")) {
                parts.add(new Part(line.substring(2), List.of()));
            } else if (line.startsWith("! ")) {
                changed.add(line.substring(2));
            } else if (parts.isEmpty()) {
                lead.add(line);
            } else {
                var last = parts.removeLast();
                var lines = new ArrayList<>(last.lines());
                lines.add(line);
                parts.add(new Part(last.heading(), lines));
            }
        }
        return new StatementText(lead, changed, parts);
    }
}
