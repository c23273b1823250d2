package cn.lianxin.evaluation;

import cn.lianxin.platform.emergency.Emergencies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How many emergencies are noticed, and how many of those noticed are some. */
final class Urgency implements Evaluation {

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--file"));
        var rows = Rows.of(options.file("--file"), List.of("text", "label"));
        long real = rows.stream().filter(Urgency::isUrgent).count();
        var noticed = rows.stream()
                .filter(row -> !Emergencies.signsIn(Cell.of(row, "text")).isEmpty())
                .toList();
        long both = noticed.stream().filter(Urgency::isUrgent).count();
        return new JsonMapper()
                .createObjectNode()
                .put("rows", rows.size())
                .put("recall", share(both, real))
                .put("precision", share(both, noticed.size()));
    }

    static boolean isUrgent(Map<String, String> row) {
        return Binary.of(Cell.of(row, "label"));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Route.rounded((double) part / whole);
    }
}
