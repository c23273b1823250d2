package cn.lianxin.silence;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.silence.LikeUnit.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Half a year of an enterprise whose units differ in size, kind, shifts and contracts, and besides in their temper, by a
 * spread that the regression does not assume: the logarithm of the rate is normal. Some say next to nothing.
 */
final class QuietWorld {

    private static final List<String> KINDS = List.of("DISTRICT", "DISTRICT", "DISTRICT", "DEPARTMENT", "CONTRACTOR");

    private final Random random;
    private final int units;
    private final double spread;

    /** @param spread of the tempers of like units: the deviation of the logarithm of their rate */
    QuietWorld(long seed, int units, double spread) {
        this.random = new Random(seed);
        this.units = units;
        this.spread = spread;
    }

    record Planted(List<LikeUnit> units, Set<UnitId> silent) {}

    /**
     * @param silent so many of them say only a part of what the like say
     * @param expected of each of these
     */
    Planted withSilent(int silent, double expected, double part) {
        var world = new ArrayList<LikeUnit>();
        for (int place = 0; place < units; place++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var shifts = !kind.equals("DEPARTMENT") && random.nextInt(3) > 0;
            double own = kind.equals("CONTRACTOR") ? 0 : 0.5 + random.nextDouble() / 2;
            double rate = 0.1
                    * (kind.equals("DEPARTMENT") ? 0.6 : 1)
                    * (kind.equals("CONTRACTOR") ? 0.5 : 1)
                    * (shifts ? 1.3 : 1)
                    * (0.8 + 0.2 * own);
            double people = place < silent ? expected / rate : Math.exp(4.4 + 0.7 * random.nextGaussian());
            double mean = rate * people * Math.exp(spread * random.nextGaussian() - spread * spread / 2);
            int heard = poisson(place < silent ? part * mean : mean);
            world.add(new LikeUnit(new UnitId(place + 1), Layer.DISTRICT, kind, shifts, people, own, heard, heard));
        }
        return new Planted(
                world,
                IntStream.range(0, silent)
                        .mapToObj(place -> new UnitId(place + 1))
                        .collect(Collectors.toSet()));
    }

    private int poisson(double mean) {
        int count = 0;
        for (double rest = mean + Math.log(1 - random.nextDouble()); rest > 0; count++) {
            rest += Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
