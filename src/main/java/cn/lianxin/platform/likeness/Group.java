package cn.lianxin.platform.likeness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Messages that belong together so far, from one on. */
final class Group {

    final List<Arrived> members = new ArrayList<>();
    final Set<Group> neighbours = new LinkedHashSet<>();
    Vector sum = new Vector(new int[0], new float[0]);
    int version;
    boolean gone;

    static Group of(Arrived only) {
        var group = new Group();
        group.add(only);
        return group;
    }

    void add(Arrived message) {
        members.add(message);
        message.group = this;
        sum = sum.plus(message.vector);
        version++;
    }

    /** How like the members of the one are to those of the other on average. */
    double likeness(Group other) {
        return sum.dot(other.sum) / members.size() / other.members.size();
    }

    void absorb(Group other) {
        other.gone = true;
        other.members.forEach(message -> message.group = this);
        members.addAll(other.members);
        sum = sum.plus(other.sum);
        version++;
        other.neighbours.forEach(neighbour -> {
            neighbour.neighbours.remove(other);
            meet(neighbour);
        });
        other.neighbours.clear();
    }

    void meet(Group neighbour) {
        if (neighbour != this && !neighbour.gone) {
            neighbours.add(neighbour);
            neighbour.neighbours.add(this);
        }
    }
}
