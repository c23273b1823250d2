package cn.lianxin.evaluation;

import cn.lianxin.topic.Alarm;
import cn.lianxin.topic.Alarms;
import cn.lianxin.topic.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many planted handfuls of one mine's stream raise an alarm within a day of their third report, and how many alarms a week
 * are none: those without two reports of one planted handful that are most of its evidence. What comes before {@code --from} is the
 * ledger that the mine has: heard, and not counted.
 */
final class AlarmsOfStream implements Evaluation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int THIRD = 3;
    private static final double HOURS_A_WEEK = 168;

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--stream", "--truth", "--scale", "--from"));
        var from = from(options);
        var file = options.file("--stream");
        var rows = Rows.of(file, List.of("id", "crew", "district", "matter", "time", "title", "detail"));
        var planted = planted(Rows.of(options.file("--truth"), List.of("cluster", "ids")));
        double scale = options.number("--scale", 1);
        if (!(scale > 0)) {
            throw new BadInput("--scale 要大于 0。", "--scale has to be above 0.");
        }
        var alarms = new Alarms(scale);
        var third = new HashMap<String, Instant>();
        var counted = new HashMap<String, Integer>();
        var hours = new LinkedHashMap<String, Double>();
        var before = new HashSet<Integer>();
        var right = new HashSet<Integer>();
        var raised = new HashSet<Integer>();
        var times = new ArrayList<Instant>();
        for (var row : rows) {
            var report = report(row, file);
            boolean counts = !report.at().isBefore(from);
            if (counts) {
                times.add(report.at());
            }
            var own = planted.get(report.id());
            if (own != null && counted.merge(own, 1, Integer::sum) == THIRD) {
                third.put(own, report.at());
            }
            alarms.place(report).ifPresent(alarm -> {
                if (!counts) {
                    before.add(alarm.number());
                }
                if (before.contains(alarm.number())) {
                    return;
                }
                raised.add(alarm.number());
                for (var cluster : found(alarm, planted)) {
                    right.add(alarm.number());
                    hours.putIfAbsent(
                            cluster,
                            third.containsKey(cluster)
                                    ? Duration.between(third.get(cluster), report.at())
                                                    .toMinutes()
                                            / 60.0
                                    : 0);
                }
            });
        }
        long found = third.keySet().stream()
                .filter(cluster -> hours.getOrDefault(cluster, Double.MAX_VALUE) <= 24)
                .count();
        double weeks = times.isEmpty()
                ? 1
                : Math.max(
                        1, Duration.between(times.getFirst(), times.getLast()).toHours() / HOURS_A_WEEK);
        var waits = hours.values().stream().sorted().toList();
        return JSON.createObjectNode()
                .put("planted", third.size())
                .put("found", found)
                .put("recall", third.isEmpty() ? 0 : rounded((double) found / third.size()))
                .put("false_per_week", rounded((raised.size() - right.size()) / weeks))
                .put("median_hours", waits.isEmpty() ? 0 : rounded(waits.get(waits.size() / 2)));
    }

    private static List<String> found(Alarm alarm, Map<String, String> planted) {
        var counted = new HashMap<String, Integer>();
        alarm.reports().forEach(id -> {
            var cluster = planted.get(id);
            if (cluster != null) {
                counted.merge(cluster, 1, Integer::sum);
            }
        });
        return counted.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2
                        && entry.getValue() * 2 > alarm.reports().size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant from(Options options) {
        var from = options.text("--from", "");
        try {
            return from.isEmpty() ? Instant.MIN : time(from);
        } catch (DateTimeParseException _) {
            throw new BadInput("--from 的时间看不懂：" + from, "The time of --from cannot be read: " + from);
        }
    }

    private static Instant time(String time) {
        return time.endsWith("Z")
                ? Instant.parse(time)
                : LocalDateTime.parse(time.replace('T', ' '), TIME).toInstant(ZoneOffset.ofHours(8));
    }

    private static Map<String, String> planted(List<Map<String, String>> rows) {
        var planted = new HashMap<String, String>();
        for (var row : rows) {
            for (var id : Cell.of(row, "ids").split(",")) {
                planted.put(id.strip(), Cell.of(row, "cluster"));
            }
        }
        return planted;
    }

    private static Report report(Map<String, String> row, Path file) {
        var time = Cell.of(row, "time");
        try {
            return new Report(
                    Cell.of(row, "id"),
                    Cell.of(row, "crew"),
                    Cell.of(row, "district"),
                    Cell.of(row, "matter"),
                    time(time),
                    Cell.of(row, "title"),
                    Cell.of(row, "detail"));
        } catch (DateTimeParseException _) {
            throw new BadInput(
                    file + " 里编号 " + Cell.of(row, "id") + " 的时间看不懂：" + time,
                    file + ": the time of " + Cell.of(row, "id") + " cannot be read: " + time);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
