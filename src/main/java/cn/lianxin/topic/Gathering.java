package cn.lianxin.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which reports belong to which alarm. A handful that shares TWO reports or more with those for which an alarm was raised is that alarm, and if
 * it is more surprising than those, the alarm is about it from now on and lets go who does not fit; any other handful is an alarm of its own. So
 * a report may lie in two alarms, and whoever came into a wrong one is not lost for the right one. What makes no handful JOINS an alarm
 * if it is like those for which that was raised.
 */
final class Gathering {

    private static final int TWO = 2;
    private static final double JOINS = 0.7;

    static final class Raised {
        final int number;
        final double raisedWith;
        List<Understood> core;
        List<Understood> members;
        double bits;
        double mean;

        Raised(int number, Handful handful) {
            this.number = number;
            this.raisedWith = handful.bits();
            this.core = handful.members();
            this.members = new ArrayList<>(core);
            this.bits = handful.bits();
            this.mean = handful.mean();
        }
    }

    private final Map<Understood, List<Raised>> belongs = new IdentityHashMap<>();
    final List<Raised> alarms = new ArrayList<>();

    /** @return the alarm which the report raised or joined */
    Optional<Raised> place(Understood arrived, List<Link> near, int window, double threshold) {
        var handful = Handful.around(arrived, near, window).filter(found -> found.bits() >= threshold);
        if (handful.isEmpty()) {
            var nearest = nearest(near);
            nearest.ifPresent(alarm -> join(arrived, alarm));
            return nearest;
        }
        var same = same(handful.get());
        if (same.isEmpty()) {
            var alarm = new Raised(alarms.size() + 1, handful.get());
            alarms.add(alarm);
            alarm.core.forEach(member -> belongs(member, alarm));
            return Optional.of(alarm);
        }
        if (handful.get().bits() > same.get().bits) {
            recentre(same.get(), handful.get());
        } else {
            join(arrived, same.get());
        }
        return same;
    }

    private Optional<Raised> same(Handful handful) {
        var shared = new LinkedHashMap<Raised, Integer>();
        for (var member : handful.members()) {
            for (var alarm : belongs.getOrDefault(member, List.of())) {
                if (alarm.core.contains(member)) {
                    shared.merge(alarm, 1, Integer::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue() >= TWO)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private Optional<Raised> nearest(List<Link> near) {
        var links = new LinkedHashMap<Raised, List<Double>>();
        for (var link : near) {
            for (var alarm : belongs.getOrDefault(link.other(), List.of())) {
                if (alarm.core.contains(link.other())) {
                    links.computeIfAbsent(alarm, _ -> new ArrayList<>()).add((double) link.rarity());
                }
            }
        }
        var likeness = new LinkedHashMap<Raised, Double>();
        links.forEach((alarm, own) -> likeness.put(alarm, likeness(own, alarm.core.size())));
        return likeness.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(entry -> entry.getValue() >= JOINS * entry.getKey().mean)
                .map(Map.Entry::getKey);
    }

    private void join(Understood arrived, Raised alarm) {
        alarm.members.add(arrived);
        belongs(arrived, alarm);
    }

    private void belongs(Understood member, Raised alarm) {
        belongs.computeIfAbsent(member, _ -> new ArrayList<>()).add(alarm);
    }

    /** To most of the core: who raised an alarm may have had one wrong one among them. */
    private static double likeness(List<Double> links, int size) {
        int most = size / 2 + 1;
        return links.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / most;
    }

    private void recentre(Raised alarm, Handful handful) {
        var core = handful.members();
        var fitting = alarm.members.stream()
                .filter(member -> !core.contains(member) && between(member, core) >= JOINS * handful.mean())
                .toList();
        alarm.members.forEach(
                member -> belongs.getOrDefault(member, new ArrayList<>()).remove(alarm));
        alarm.core = core;
        alarm.members = new ArrayList<>(core);
        alarm.members.addAll(fitting);
        alarm.members.forEach(member -> belongs(member, alarm));
        alarm.bits = handful.bits();
        alarm.mean = handful.mean();
    }

    private static double between(Understood member, List<Understood> core) {
        var links = new ArrayList<Double>();
        for (var link : member.links) {
            if (core.contains(link.other())) {
                links.add((double) link.rarity());
            }
        }
        for (var other : core) {
            for (var link : other.links) {
                if (link.other() == member) {
                    links.add((double) link.rarity());
                }
            }
        }
        return likeness(links, core.size());
    }
}
