package cn.lianxin.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which reports belong to which alarm: a later one JOINS an alarm if it is like those for which that was raised. If it makes with
 * some of them a handful that is more surprising than those, the alarm is about this one from now on, and lets go who does not fit.
 */
final class Gathering {

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

    private final Map<Understood, Raised> belongs = new IdentityHashMap<>();
    final List<Raised> alarms = new ArrayList<>();

    /** @return the alarm which the report raised or joined */
    Optional<Raised> place(Understood arrived, List<Link> near, int window, double threshold) {
        var links = new LinkedHashMap<Raised, List<Double>>();
        for (var link : near) {
            var alarm = belongs.get(link.other());
            if (alarm != null && alarm.core.contains(link.other())) {
                links.computeIfAbsent(alarm, _ -> new ArrayList<>()).add((double) link.rarity());
            }
        }
        var likeness = new LinkedHashMap<Raised, Double>();
        links.forEach((alarm, own) -> likeness.put(alarm, likeness(own, alarm.core.size())));
        var nearest =
                likeness.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (nearest.isPresent() && recentre(nearest.get(), arrived, near, window)) {
            return nearest;
        }
        var handful = Handful.around(arrived, near, window, this::takesOneOfEach);
        boolean raises = handful.isPresent() && handful.get().bits() >= threshold;
        if (nearest.isPresent()) {
            var alarm = nearest.get();
            double mean = likeness.getOrDefault(alarm, 0.0);
            if (mean >= JOINS * alarm.mean && (!raises || mean >= handful.get().mean())) {
                alarm.members.add(arrived);
                belongs.put(arrived, alarm);
                return nearest;
            }
        }
        if (!raises) {
            return Optional.empty();
        }
        var alarm = new Raised(alarms.size() + 1, handful.get());
        alarms.add(alarm);
        alarm.core.forEach(member -> belongs.put(member, alarm));
        return Optional.of(alarm);
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

    /** Whoever came into a wrong one is not lost for the right one; two of the same alarm are that one. */
    private boolean takesOneOfEach(List<Understood> members) {
        var taken = members.stream().map(belongs::get).filter(Objects::nonNull).toList();
        return taken.stream().distinct().count() == taken.size();
    }

    private boolean recentre(Raised alarm, Understood arrived, List<Link> near, int window) {
        var better = Handful.around(
                        arrived,
                        near,
                        window,
                        members -> members.stream().allMatch(member -> belongs.getOrDefault(member, alarm) == alarm)
                                && members.stream()
                                                .filter(member -> belongs.get(member) == alarm)
                                                .count()
                                        >= 2)
                .filter(handful -> handful.bits() > alarm.bits);
        better.ifPresent(handful -> {
            var core = handful.members();
            var fitting = alarm.members.stream()
                    .filter(member -> !core.contains(member) && between(member, core) >= JOINS * handful.mean())
                    .toList();
            alarm.members.forEach(belongs::remove);
            alarm.core = core;
            alarm.members = new ArrayList<>(core);
            alarm.members.addAll(fitting);
            alarm.members.forEach(member -> belongs.put(member, alarm));
            alarm.bits = handful.bits();
            alarm.mean = handful.mean();
        });
        return better.isPresent();
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
