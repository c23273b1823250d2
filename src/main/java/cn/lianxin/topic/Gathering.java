package cn.lianxin.topic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which reports belong to which alarm: a later one JOINS an alarm if it is like those for which that was raised. */
final class Gathering {

    private static final double JOINS = 0.7;

    static final class Raised {
        final int number;
        final List<Understood> core;
        final List<Understood> members;
        final double bits;
        final double mean;

        Raised(int number, Handful handful) {
            this.number = number;
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
        var handful = Handful.around(arrived, near, window, belongs::containsKey);
        Raised nearest = null;
        double most = 0;
        var sums = new IdentityHashMap<Raised, Double>();
        for (var link : near) {
            var alarm = belongs.get(link.other());
            if (alarm != null && alarm.core.contains(link.other())) {
                double mean = sums.merge(alarm, (double) link.rarity(), Double::sum) / alarm.core.size();
                if (mean > most) {
                    most = mean;
                    nearest = alarm;
                }
            }
        }
        boolean raises = handful.isPresent() && handful.get().bits() >= threshold;
        if (nearest != null
                && most >= JOINS * nearest.mean
                && (!raises || most >= handful.get().mean())) {
            nearest.members.add(arrived);
            belongs.put(arrived, nearest);
            return Optional.of(nearest);
        }
        if (!raises) {
            return Optional.empty();
        }
        var alarm = new Raised(alarms.size() + 1, handful.get());
        alarms.add(alarm);
        alarm.core.forEach(member -> belongs.put(member, alarm));
        return Optional.of(alarm);
    }
}
