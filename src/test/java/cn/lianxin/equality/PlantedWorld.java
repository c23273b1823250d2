package cn.lianxin.equality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A year of an enterprise in which everybody is treated alike but one group: twelve units with other matters each, matters
 * that are granted more or less often, take longer or shorter and are worth more or less money, three kinds of contract, men and
 * women of all ages, six ways in.
 */
final class PlantedWorld {

    static final int CASES = 2_400;

    private static final int UNITS = 12;
    private static final int MATTERS = 10;
    private static final List<String> EMPLOYMENTS = List.of("OWN", "OWN", "OWN", "DISPATCHED", "CONTRACTOR");
    private static final List<String> SEXES = List.of("MALE", "MALE", "MALE", "FEMALE");
    private static final List<String> CHANNELS = List.of("PHONE", "PHONE", "TERMINAL", "CLERK", "PAPER", "MAIL");
    private static final List<String> WAYS = List.of("NAMED", "NAMED", "CONFIDENTIAL", "ANONYMOUS");

    private final Random random;

    private final double spread;

    /** @param spread of the days of like cases: the deviation of their logarithm */
    PlantedWorld(long seed, double spread) {
        this.random = new Random(seed);
        this.spread = spread;
    }

    /** The unit that is treated worse has two hundred cases: so much rarer granted, so many times longer. */
    List<Decided> withUnitTreatedWorse(double rarer, double longer) {
        return withUnitTreatedWorse(rarer, longer, 1);
    }

    /** @param poorer what is left of the money that others are granted */
    List<Decided> withUnitTreatedWorse(double rarer, double longer, double poorer) {
        var cases = new ArrayList<Decided>();
        for (int place = 0; place < CASES; place++) {
            int unit = place % UNITS;
            // Each unit gets some matters three times as often as others do.
            int matter = random.nextInt(3) > 0 ? (unit + random.nextInt(3)) % MATTERS : random.nextInt(MATTERS);
            boolean worse = unit == 0;
            var granted = random.nextDouble() < 0.45 + 0.05 * matter - (worse ? rarer : 0);
            var days = Math.exp(1.5 + 0.15 * matter + spread * random.nextGaussian()) * (worse ? longer : 1);
            var yuan = 100 * Math.exp(0.4 * matter + spread * random.nextGaussian()) * (worse ? poorer : 1);
            cases.add(new Decided(
                    "matter " + matter,
                    groups("unit " + unit),
                    Optional.of((long) place),
                    granted,
                    days,
                    Optional.of(yuan)));
        }
        return cases;
    }

    private Map<Trait, String> groups(String unit) {
        var groups = new EnumMap<Trait, String>(Trait.class);
        groups.put(Trait.UNIT, unit);
        groups.put(Trait.CHANNEL, any(CHANNELS));
        var way = any(WAYS);
        groups.put(Trait.WAY, way);
        // Of whoever gives no name nothing is known.
        if (way.equals("NAMED")) {
            groups.put(Trait.EMPLOYMENT, any(EMPLOYMENTS));
            groups.put(Trait.SEX, any(SEXES));
            groups.put(Trait.AGE, AgeBand.of(20 + random.nextInt(40)).name());
        }
        return groups;
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
