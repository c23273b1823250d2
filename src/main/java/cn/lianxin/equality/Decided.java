package cn.lianxin.equality;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A case as it is compared.
 *
 * @param likeness what makes cases alike: only those of one likeness are compared with each other
 * @param groups to which it belongs; nothing where a trait is not known of whoever raised it
 * @param person who raised it, as long as he is told apart from others; nobody where it is anonymous
 * @param granted whether there was something to be answered: neither declined nor without ground
 * @param days from the filing to the first answer
 * @param amount in yuan, where an answer grants one
 */
record Decided(
        String likeness,
        Map<Trait, String> groups,
        Optional<Long> person,
        boolean granted,
        double days,
        Optional<Double> amount) {

    Decided {
        groups = groups.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(groups));
    }

    Decided(String likeness, Map<Trait, String> groups, Optional<Long> person, boolean granted, double days) {
        this(likeness, groups, person, granted, days, Optional.empty());
    }

    /** Its place on the scale of yuan that are granted; only for cases that have one. */
    double yuan() {
        return amount.orElseThrow();
    }

    Optional<String> group(Trait trait) {
        return Optional.ofNullable(groups.get(trait));
    }
}
