package cn.lianxin.platform.likeness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts each message, as it arrives, to those that are about the same. How like is enough follows from the messages
 * themselves: it lies between the likeness of two taken at random and sameness, near their geometric mean. From time to
 * time all are put together anew, as rarity changes with what has been read. One thread at a time.
 */
public final class Topics {

    private static final int SMALLEST = 3;
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final double BETWEEN = 0.78;
    private static final double LEAST = 0.01;
    private static final double MOST = 0.5;
    private static final double GROWTH = 1.3;
    private static final int FIRST_SETTLING = 20;

    private final double scale;
    private final Lexicon lexicon = new Lexicon();
    private final List<Arrived> messages = new ArrayList<>();
    private final Set<Group> groups = new LinkedHashSet<>();
    private FeatureLists lists = new FeatureLists();
    private double enough = MOST;
    private int nextSettling = FIRST_SETTLING;

    /** @param scale 1, or how much more than usual is asked of likeness, to see that little depends on it */
    public Topics(double scale) {
        this.scale = scale;
    }

    public void place(Message message) {
        var arrived = lexicon.read(message);
        arrived.vector = lexicon.weigh(arrived);
        var likeness = lists.likeness(arrived.vector);
        messages.add(arrived);
        lists.add(arrived.vector);
        if (messages.size() >= nextSettling) {
            settle();
            nextSettling = (int) (messages.size() * GROWTH);
        } else {
            join(arrived, likeness);
        }
        raise(arrived);
    }

    /** Puts all together anew; for a quiet hour. */
    public void settle() {
        messages.forEach(message -> message.vector = lexicon.weigh(message));
        lists = FeatureLists.of(messages);
        enough = Math.clamp(scale * BETWEEN * Math.sqrt(lists.meanLikeness()), LEAST, MOST);
        groups.clear();
        groups.addAll(Settling.settle(messages, lists, enough));
    }

    /** Those of three messages or more, the first raised first. */
    public List<Topic> topics() {
        return groups.stream()
                .filter(group -> group.members.size() >= SMALLEST)
                .map(Topics::topic)
                .sorted(Comparator.comparing(Topic::firstRaisedAt))
                .toList();
    }

    /** How rare a phrase is on average among all messages; binding words are rare ones. */
    public double rarity(String phrase) {
        return lexicon.rarity(phrase);
    }

    private void join(Arrived arrived, float[] likeness) {
        Map<Group, Double> sums = new HashMap<>();
        for (int at = 0; at < likeness.length; at++) {
            if (likeness[at] > 0) {
                sums.merge(Objects.requireNonNull(messages.get(at).group), (double) likeness[at], Double::sum);
            }
        }
        var own = Group.of(arrived);
        groups.add(own);
        var near = sums.entrySet().stream()
                .filter(entry -> entry.getValue() / entry.getKey().members.size() >= enough)
                .sorted(Comparator.comparingDouble((Map.Entry<Group, Double> entry) ->
                                entry.getValue() / entry.getKey().members.size())
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
        for (var group : near) {
            if (own.likeness(group) >= enough) {
                group.absorb(own);
                groups.remove(own);
                own = group;
            }
        }
    }

    private static void raise(Arrived arrived) {
        var members = Objects.requireNonNull(arrived.group).members;
        var late = members.stream()
                .filter(member -> Duration.between(member.at, arrived.at).abs().compareTo(FORTNIGHT) <= 0)
                .toList();
        if (late.size() >= SMALLEST) {
            members.stream().filter(member -> member.raised == null).forEach(member -> member.raised = arrived.at);
        }
    }

    private static Topic topic(Group group) {
        var inOrder = group.members.stream()
                .sorted(Comparator.comparing((Arrived member) -> member.at))
                .toList();
        Instant raised = inOrder.stream()
                .map(member -> member.raised)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(inOrder.get(SMALLEST - 1).at);
        return new Topic(inOrder.stream().map(member -> member.id).toList(), raised);
    }
}
