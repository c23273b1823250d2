package cn.lianxin.platform.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Puts all messages together anew, always the two likest groups first, until no two are like enough on average. */
final class Settling {

    private static final int NEIGHBOURS = 24;

    private record Bond(double likeness, Group one, Group other, int versions) {

        static Bond of(Group one, Group other) {
            return new Bond(one.likeness(other), one, other, one.version + other.version);
        }

        boolean holds() {
            return !one.gone && !other.gone && versions == one.version + other.version;
        }
    }

    private final PriorityQueue<Bond> bonds =
            new PriorityQueue<>(Comparator.comparingDouble(Bond::likeness).reversed());
    private final double enough;

    private Settling(double enough) {
        this.enough = enough;
    }

    static List<Group> settle(List<Arrived> messages, FeatureLists lists, double enough) {
        var settling = new Settling(enough);
        var groups = new ArrayList<Group>(messages.stream().map(Group::of).toList());
        for (int at = 0; at < messages.size(); at++) {
            settling.introduce(at, groups, lists.likeness(messages.get(at).vector));
        }
        settling.merge();
        groups.removeIf(group -> group.gone);
        return groups;
    }

    private void introduce(int at, List<Group> groups, float[] likeness) {
        var best = new Best(NEIGHBOURS);
        for (int other = 0; other < likeness.length; other++) {
            if (other != at && likeness[other] >= enough) {
                best.offer(other, likeness[other]);
            }
        }
        for (int other : best.places()) {
            var one = groups.get(at);
            if (!one.neighbours.contains(groups.get(other))) {
                one.meet(groups.get(other));
                bonds.add(new Bond(likeness[other], one, groups.get(other), 2));
            }
        }
    }

    private void merge() {
        while (!bonds.isEmpty()) {
            var bond = bonds.poll();
            if (bond.holds()) {
                bond.one().absorb(bond.other());
                for (var neighbour : bond.one().neighbours) {
                    var next = Bond.of(bond.one(), neighbour);
                    if (next.likeness() >= enough) {
                        bonds.add(next);
                    }
                }
            }
        }
    }
}
