package cn.lianxin.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hears the reports of one mine as they arrive and says when a handful of them has something in common that is unusual here.
 * In order of time; one thread at a time.
 */
public final class Alarms {

    private static final double ALL_PAIRS = 0.8;
    /** Two reports are like each other from so much in common on, and if so few pairs have as much; at a larger scale less is enough. */
    private static final double LEAST_EVIDENCE = 3;

    private static final double LEAST_RARITY = 2.5;

    static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int LINKS = 60;

    private final double leastEvidence;
    private final double leastRarity;
    private final Reader reader = new Reader();
    private Pairs pairs = new Pairs();
    private double threshold;

    private final List<Understood> past = new ArrayList<>();
    private final Gathering gathering = new Gathering();
    private final Threshold limit;
    private Postings postings = new Postings();
    private int forgotten;
    private int nextSettling = 150;
    private Instant settledAt = Instant.MAX;
    private static final double GROWTH = 1.4;

    /** @param scale above 0: how ready it is to raise one; 1 is what it is used with, 0.7 to 1.4 hold nearly as much */
    public Alarms(double scale) {
        leastEvidence = LEAST_EVIDENCE / scale;
        leastRarity = LEAST_RARITY / scale;
        limit = new Threshold(scale);
    }

    public Alarms() {
        this(1);
    }

    /** @return an alarm that is new, or has grown by this report */
    public Optional<Alarm> place(Report report) {
        while (forgotten < past.size()
                && past.get(forgotten).at().isBefore(report.at().minus(YEAR))) {
            past.get(forgotten++).forget();
        }
        var arrived = reader.read(report);
        link(arrived, past.size());
        postings.add(arrived, past.size());
        past.add(arrived);
        if (past.size() - forgotten >= nextSettling) {
            settle();
            nextSettling = (int) ((past.size() - forgotten) * GROWTH);
            settledAt = report.at();
        } else if (sinceSettled(report.at()).compareTo(Duration.ofDays(42)) > 0) {
            settle();
            settledAt = report.at();
        }
        threshold = limit.at(arrived.at(), past.subList(forgotten, past.size()));
        return gather(arrived);
    }

    private Duration sinceSettled(Instant now) {
        return settledAt.equals(Instant.MAX) ? Duration.ZERO : Duration.between(settledAt, now);
    }

    /** Weighs and links all of the last year anew: what was new when it was said may be said by everybody since. */
    private void settle() {
        postings = new Postings();
        pairs = new Pairs();
        for (int at = forgotten; at < past.size(); at++) {
            var one = past.get(at);
            reader.weigh(one, true);
            one.links = new ArrayList<>();
            link(one, at);
            postings.add(one, at);
        }
    }

    List<Understood> all() {
        return past;
    }

    private void link(Understood arrived, int place) {
        int size = Math.max(0, place - forgotten);
        var scores = postings.likeness(arrived, forgotten, place);
        int old = size;
        var fortnight = arrived.at().minus(FORTNIGHT);
        while (old > 0 && past.get(forgotten + old - 1).at().isAfter(fortnight)) {
            old--;
        }
        arrived.tail = Tail.of(scores, old);
        for (int at = 0; at < old; at++) {
            pairs.count(scores[at]);
        }
        for (int at = 0; at < size; at++) {
            if (scores[at] < leastEvidence) {
                continue;
            }
            var other = past.get(forgotten + at);
            double rarity = ALL_PAIRS * pairs.rarity(scores[at])
                    + (1 - ALL_PAIRS) * (arrived.tail.rarity(scores[at]) + other.tail.rarity(scores[at])) / 2;
            if (rarity >= leastRarity) {
                arrived.links.add(new Link(other, (float) rarity));
            }
        }
        if (arrived.links.size() > LINKS) {
            // those of the last fortnight stay in any case
            arrived.links.sort(Comparator.comparingDouble(Link::rarity).reversed());
            arrived.links
                    .subList(LINKS, arrived.links.size())
                    .removeIf(link -> !link.other().at().isAfter(fortnight));
        }
    }

    private Optional<Alarm> gather(Understood arrived) {
        var after = arrived.at().minus(FORTNIGHT);
        var near = arrived.links.stream()
                .filter(link -> link.other().at().isAfter(after))
                .toList();
        var placed = gathering.place(arrived, near, window(arrived.at()), threshold);
        return placed.map(alarm -> {
            var members = alarm.members.stream()
                    .sorted(Comparator.comparing(Understood::at))
                    .toList();
            return new Alarm(
                    alarm.number,
                    arrived.at(),
                    members.stream().map(member -> member.report.id()).toList(),
                    words(members),
                    alarm.bits);
        });
    }

    private int window(Instant now) {
        int count = 0;
        var from = now.minus(FORTNIGHT);
        for (int at = past.size() - 1; at >= 0 && past.get(at).at().isAfter(from); at--) {
            count++;
        }
        return count;
    }

    private static List<String> words(List<Understood> members) {
        var counted = new HashMap<Integer, Integer>();
        members.forEach(
                member -> member.written().keySet().forEach(feature -> counted.merge(feature, 1, Integer::sum)));
        Set<String> words = new HashSet<>();
        counted.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(4)
                .forEach(entry -> members.forEach(member -> {
                    var word = member.written().get(entry.getKey());
                    if (word != null) {
                        words.add(word);
                    }
                }));
        return words.stream().sorted().toList();
    }
}
