package cn.lianxin.disclosure;

import java.util.ArrayList;
import java.util.List;

/** Two versions, line by line: what went, what came, what stayed. A row of a table is a line. */
record Comparison(List<Line> lines) {

    /** How a line stands to both. */
    enum Change {
        SAME,
        GONE,
        NEW
    }

    record Line(Change change, String text) {}

    private static final int SHOWN_AROUND = 2;

    Comparison {
        lines = List.copyOf(lines);
    }

    static Comparison of(Version before, Version after) {
        return of(written(before), written(after));
    }

    static Comparison of(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var one = before.size() - 1; one >= 0; one--) {
            for (var other = after.size() - 1; other >= 0; other--) {
                common[one][other] = before.get(one).equals(after.get(other))
                        ? common[one + 1][other + 1] + 1
                        : Math.max(common[one + 1][other], common[one][other + 1]);
            }
        }
        var lines = new ArrayList<Line>();
        var one = 0;
        var other = 0;
        while (one < before.size() || other < after.size()) {
            if (one < before.size() && other < after.size() && before.get(one).equals(after.get(other))) {
                lines.add(new Line(Change.SAME, before.get(one)));
                one++;
                other++;
            } else if (one < before.size()
                    && (other == after.size() || common[one + 1][other] >= common[one][other + 1])) {
                lines.add(new Line(Change.GONE, before.get(one++)));
            } else {
                lines.add(new Line(Change.NEW, after.get(other++)));
            }
        }
        return new Comparison(lines);
    }

    boolean isSame() {
        return lines.stream().allMatch(line -> line.change() == Change.SAME);
    }

    /** What changed, with the lines right around it. */
    List<Line> near() {
        var near = new ArrayList<Line>();
        for (var place = 0; place < lines.size(); place++) {
            var around =
                    lines.subList(Math.max(0, place - SHOWN_AROUND), Math.min(lines.size(), place + SHOWN_AROUND + 1));
            if (around.stream().anyMatch(line -> line.change() != Change.SAME)) {
                near.add(lines.get(place));
            }
        }
        return near;
    }

    private static List<String> written(Version version) {
        var lines = new ArrayList<String>();
        lines.add(version.title());
        version.body().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        if (!version.table().isEmpty()) {
            lines.add(String.join(" | ", version.table().columns()));
            version.table().rows().forEach(row -> lines.add(String.join(" | ", row)));
        }
        return lines;
    }
}
