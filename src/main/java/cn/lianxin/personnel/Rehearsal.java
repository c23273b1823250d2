package cn.lianxin.personnel;

import cn.lianxin.concern.Ownership;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people leave in a transaction that is undone, by the very steps that would let them go. So the look says who would
 * take over what they own, and who cannot leave yet, without a second set of rules that could say otherwise.
 */
@Component
class Rehearsal {

    /**
     * @param open how many open concerns he owns
     * @param successors who would own them, with how many
     */
    record Handover(int open, Map<String, Integer> successors) {

        static final Handover NOTHING = new Handover(0, Map.of());

        /** {@code 李秀梅 2、孙立 1}. */
        String names() {
            return successors.entrySet().stream()
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining("、"));
        }
    }

    /** Somebody who cannot leave yet, and the refusal that says why. */
    record Obstacle(String number, String name, String code, List<Object> arguments) {
        String sentence(Words words) {
            return words.of("refusal." + code, arguments.toArray());
        }
    }

    /** @param handovers by staff number, of those who own anything */
    record Outcome(Map<String, Handover> handovers, List<Obstacle> obstacles) {

        Handover handoverOf(String number) {
            return handovers.getOrDefault(number, Handover.NOTHING);
        }

        int open() {
            return handovers.values().stream().mapToInt(Handover::open).sum();
        }

        int successors() {
            return (int) handovers.values().stream()
                    .flatMap(one -> one.successors().keySet().stream())
                    .distinct()
                    .count();
        }
    }

    private final Ownership ownership;
    private final Directory directory;
    private final TransactionTemplate undone;
    private final TransactionTemplate alone;

    Rehearsal(Ownership ownership, Directory directory, PlatformTransactionManager transactions) {
        this.ownership = ownership;
        this.directory = directory;
        this.undone = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Outcome of(List<RosterPlan.Leaving> leaving) {
        if (leaving.isEmpty()) {
            return new Outcome(Map.of(), List.of());
        }
        var outcome = undone.execute(status -> {
            try {
                return rehearse(leaving);
            } finally {
                status.setRollbackOnly();
            }
        });
        return java.util.Objects.requireNonNull(outcome);
    }

    private Outcome rehearse(List<RosterPlan.Leaving> leaving) {
        var before = ownership.ownedBy(
                leaving.stream().map(RosterPlan.Leaving::person).toList());
        var obstacles = new ArrayList<Obstacle>();
        for (var one : leaving) {
            try {
                alone.executeWithoutResult(_ -> one.step().run());
            } catch (Refusal refused) {
                obstacles.add(new Obstacle(one.number(), one.name(), refused.code(), refused.arguments()));
            }
        }
        return new Outcome(handovers(leaving, before), obstacles);
    }

    private Map<String, Handover> handovers(List<RosterPlan.Leaving> leaving, Map<Long, PersonId> before) {
        var after = ownership.ownersOf(before.keySet());
        var names = directory.personNames(after.values());
        var successors = new HashMap<PersonId, Map<String, Integer>>();
        before.forEach((concern, owner) -> {
            var successor = after.getOrDefault(concern, owner);
            successors
                    .computeIfAbsent(owner, _ -> new TreeMap<>())
                    .merge(names.getOrDefault(successor, ""), 1, Integer::sum);
        });
        return leaving.stream()
                .filter(one -> successors.containsKey(one.person()))
                .collect(Collectors.toMap(RosterPlan.Leaving::number, one -> {
                    var his = successors.getOrDefault(one.person(), Map.of());
                    return new Handover(
                            his.values().stream().mapToInt(Integer::intValue).sum(), his);
                }));
    }
}
