package cn.lianxin.promise;

import cn.lianxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of a list of rules; a list may have them in any order, and more. */
enum RuleColumn {
    PACK("规则包", "pack"),
    STAGE("环节", "stage"),
    MATTER("事项", "matter"),
    GRADE("级别", "grade"),
    AMOUNT("数量", "amount"),
    MEASURE("单位", "measure"),
    SOURCE("依据", "source"),
    FROM("生效日期", "from");

    private final List<String> names;

    RuleColumn(String... names) {
        this.names = List.of(names);
    }

    /** Where each column stands; a list that lacks one is refused. */
    static List<Integer> placesIn(List<String> header) {
        var clean = header.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        var places = new ArrayList<Integer>();
        for (var column : values()) {
            places.add(column.names.stream()
                    .map(clean::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Violation("file", "rules-column-missing", column.names.getFirst())));
        }
        return places;
    }

    String in(List<String> cells) {
        return cells.get(ordinal());
    }
}
