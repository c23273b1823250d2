package cn.lianxin.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who acts; an argument of every activity, never looked up from a static. */
public sealed interface Actor {

    /**
     * A person who signed in.
     *
     * @param grants his own and those of people for whom he stands in at this moment
     * @param standingIn for whom, while they are away
     */
    record Member(PersonId person, String name, List<Grant> grants, List<StandIn> standingIn) implements Actor {
        public Member {
            grants = List.copyOf(grants);
            standingIn = List.copyOf(standingIn);
        }

        public Member(PersonId person, String name, List<Grant> grants) {
            this(person, name, grants, List.of());
        }

        /** Without what he may do for others. */
        public Member onHisOwn() {
            var lent = standingIn.stream()
                    .flatMap(standIn -> standIn.lent().stream())
                    .toList();
            return new Member(
                    person,
                    name,
                    grants.stream().filter(grant -> !lent.contains(grant)).toList());
        }

        @Override
        public Collection<UnitId> unitsAs(Role role) {
            return units(grants, role);
        }
    }

    /**
     * Somebody who is away and for whom another one acts.
     *
     * @param grants that the other one has meanwhile
     * @param lent those of them that he has not by himself
     */
    record StandIn(
            PersonId person, String name, boolean underground, Instant until, List<Grant> grants, List<Grant> lent) {
        public StandIn {
            grants = List.copyOf(grants);
            lent = List.copyOf(lent);
        }
    }

    /**
     * Whoever holds the receipt of a concern; nothing else is known of him.
     *
     * @param digest what the server keeps of the receipt, from which the receipt cannot be recovered
     * @param through the program that brings it, which reads along; empty where somebody typed it himself
     */
    record ReceiptHolder(String digest, Optional<Application> through) implements Actor {

        public ReceiptHolder(String digest) {
            this(digest, Optional.empty());
        }
    }

    /** Nobody that we know. */
    record Visitor() implements Actor {}

    /**
     * The installation itself, when a date has come or the organization has changed.
     *
     * @param task which of its tasks, for the timeline
     */
    record Clockwork(String task) implements Actor {}

    /**
     * A program of another office, by a token of its own rather than a person's.
     *
     * @param grants what an administrator let it do in his unit; never a role that handles concerns
     */
    record Application(long id, String name, List<Grant> grants) implements Actor {
        public Application {
            grants = List.copyOf(grants);
        }

        @Override
        public Collection<UnitId> unitsAs(Role role) {
            return units(grants, role);
        }
    }

    /** The units in which he was given this role; everything below them is covered too. */
    default Collection<UnitId> unitsAs(Role role) {
        return List.of();
    }

    /** Whether he holds the role anywhere. */
    default boolean is(Role role) {
        return !unitsAs(role).isEmpty();
    }

    private static Collection<UnitId> units(List<Grant> grants, Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::unit)
                .toList();
    }
}
