package cn.lianxin.plantedmine;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a detector finds in a mine of which the truth is known. An alarm counts from the moment at which the detector said it, whatever time
 * it writes on it.
 */
public final class AlarmJudge {

    private static final Duration IN_TIME = Duration.ofHours(24);
    private static final int THIRD = 2;

    private final Map<String, Integer> clusterOf = new HashMap<>();
    private final Map<Integer, Instant> thirdReport = new HashMap<>();
    private final Map<String, Boolean> hit = new HashMap<>();
    private final Set<Integer> found = new HashSet<>();
    private final Set<Integer> pure = new HashSet<>();
    private final Set<Integer> lenient = new HashSet<>();
    private final Set<Integer> ever = new HashSet<>();
    private final Set<String> strayed = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private final Instant countedFrom;
    private int wrong;
    private int repeated;

    private AlarmJudge(PlantedMine mine) {
        countedFrom = mine.countedFrom();
        var times = mine.messages().stream().collect(toMap(Message::id, Message::time));
        for (int number = 0; number < mine.clusters().size(); number++) {
            for (String id : mine.clusters().get(number).messageIds()) {
                clusterOf.put(id, number);
            }
            String third = mine.clusters().get(number).messageIds().get(THIRD);
            thirdReport.put(number, times.get(third));
        }
    }

    /**
     * What was found in a mine, or in several.
     *
     * @param found clusters of which an alarm within a day of the third report holds three reports or more
     * @param pure those of them in whose alarm the cluster's own reports were also the majority
     * @param lenient clusters of which an alarm in time holds two reports or more, and they are its majority
     * @param wrong alarms that had no majority from one cluster when they were raised
     * @param strayed alarms that had one and lost it by an update
     * @param repeated alarms on a cluster for which another alarm had been raised: neither found nor wrong
     */
    public record Figures(
            int clusters,
            int found,
            int pure,
            int lenient,
            int alarms,
            int wrong,
            int strayed,
            int repeated,
            double mineWeeks) {

        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

        public double share() {
            return clusters == 0 ? 0 : (double) found / clusters;
        }

        public double lenientShare() {
            return clusters == 0 ? 0 : (double) lenient / clusters;
        }

        public double falsePerMineAndWeek() {
            return mineWeeks == 0 ? 0 : (wrong + strayed) / mineWeeks;
        }

        public Figures plus(Figures other) {
            return new Figures(
                    clusters + other.clusters,
                    found + other.found,
                    pure + other.pure,
                    lenient + other.lenient,
                    alarms + other.alarms,
                    wrong + other.wrong,
                    strayed + other.strayed,
                    repeated + other.repeated,
                    mineWeeks + other.mineWeeks);
        }
    }

    /** Runs a fresh detector through the mine. What it first says before the counted weeks is neither held against it nor credited. */
    public static Figures judge(PlantedMine mine, Detector detector) {
        var judge = new AlarmJudge(mine);
        for (var message : mine.messages()) {
            for (var alarm : detector.arrive(message)) {
                judge.hear(alarm, message.time());
            }
        }
        var first = mine.messages().stream()
                .map(Message::time)
                .filter(time -> !time.isBefore(mine.countedFrom()))
                .findFirst()
                .orElse(mine.countedFrom());
        var last = mine.messages().getLast().time();
        return new Figures(
                mine.clusters().size(),
                judge.found.size(),
                judge.pure.size(),
                judge.lenient.size(),
                judge.hit.size(),
                judge.wrong,
                judge.strayed.size(),
                judge.repeated,
                Duration.between(first, last).toHours() / (24.0 * 7));
    }

    private void hear(Alarm alarm, Instant now) {
        if (now.isBefore(countedFrom)) {
            before.add(alarm.id());
        }
        if (before.contains(alarm.id())) {
            return;
        }
        var evidence = Set.copyOf(alarm.evidenceIds());
        Map<Integer, Integer> counts = new HashMap<>();
        for (String id : evidence) {
            var cluster = clusterOf.get(id);
            if (cluster != null) {
                counts.merge(cluster, 1, Integer::sum);
            }
        }
        boolean holdsOne = counts.values().stream().anyMatch(count -> count * 2 > evidence.size());
        var before = hit.putIfAbsent(alarm.id(), holdsOne);
        if (before == null) {
            raised(counts, evidence, holdsOne);
        } else if (before && !holdsOne) {
            strayed.add(alarm.id());
        }
        counts.forEach((cluster, count) -> credit(cluster, count, evidence.size(), now));
    }

    private void raised(Map<Integer, Integer> counts, Set<String> evidence, boolean holdsOne) {
        if (!holdsOne) {
            wrong++;
            return;
        }
        counts.forEach((cluster, count) -> {
            if (count * 2 > evidence.size() && !ever.add(cluster)) {
                repeated++;
            }
        });
    }

    private void credit(int cluster, int count, int size, Instant now) {
        var third = thirdReport.get(cluster);
        if (third == null || now.isAfter(third.plus(IN_TIME))) {
            return;
        }
        boolean majority = count * 2 > size;
        if (count >= 3) {
            found.add(cluster);
            if (majority) {
                pure.add(cluster);
            }
        }
        if (count >= 2 && majority) {
            lenient.add(cluster);
        }
    }
}
