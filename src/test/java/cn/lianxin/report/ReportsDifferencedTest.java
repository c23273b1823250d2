package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody holds every report for all: of the mine, its districts and crews, of all weeks and months and the year. */
class ReportsDifferencedTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);
    private static final int UNITS = 9;

    /** Unit 1 has the districts 2 to 4, each of which has crews. */
    private record Raised(long id, List<Integer> units, String area, long responsible, LocalDate on, long person) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void no_two_reports_and_no_third_of_two_tell_of_fewer_than_five_people(int seed) {
        var raised = mine(new Random(seed));
        var people = people(raised);
        var partition = new Partition(Map.of(), people, new AtomicLong()::incrementAndGet);

        var told = told(raised, (cell, _) -> partition.tell(cell));

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(breaches(told, people)).isEmpty();
        assertThat(breachesOfUnions(told, people)).isEmpty();
    }

    /** As reports for the office are: each withholds only what its own tables would tell. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void the_check_notices_when_each_report_withholds_for_itself_alone(int seed) {
        var raised = mine(new Random(seed));

        var told = told(raised, (_, figure) -> !figure.withheld());

        assertThat(breaches(told, people(raised))).isNotEmpty();
    }

    /** The cells that are told, report after report in the order in which they come out. */
    private static Set<BitSet> told(List<Raised> raised, BiPredicate<List<Long>, Figure> tells) {
        var told = new LinkedHashSet<BitSet>();
        for (var period : periods()) {
            for (var unit = 1; unit <= UNITS; unit++) {
                var root = unit;
                var all = raised.stream()
                        .filter(one -> one.units().contains(root))
                        .filter(one ->
                                !one.on().isBefore(period.from()) && one.on().isBefore(period.end()))
                        .toList();
                tell(List.of(all), told, tells);
                tell(groups(all, Raised::area), told, tells);
                tell(groups(all, Raised::responsible), told, tells);
            }
        }
        return told;
    }

    private static <K> List<List<Raised>> groups(List<Raised> all, Function<Raised, K> by) {
        return List.copyOf(all.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .values());
    }

    private static void tell(List<List<Raised>> cells, Set<BitSet> told, BiPredicate<List<Long>, Figure> tells) {
        var shown = cells.size() == 1
                ? List.of(Withholding.alone(cells.getFirst().size()))
                : Withholding.shown(cells.stream().mapToLong(List::size).toArray());
        for (var at = 0; at < cells.size(); at++) {
            var concerns = cells.get(at).stream().map(Raised::id).toList();
            if (!shown.get(at).withheld() && !concerns.isEmpty() && tells.test(concerns, shown.get(at))) {
                var set = new BitSet();
                concerns.forEach(concern -> set.set(concern.intValue()));
                told.add(set);
            }
        }
    }

    private static List<Period> periods() {
        return Stream.of(ReportKind.values())
                .flatMap(kind -> Stream.iterate(
                        Period.around(kind, FIRST),
                        period -> !period.from().isAfter(LAST),
                        period -> Period.around(kind, period.end())))
                .sorted(Comparator.comparing(Period::end))
                .toList();
    }

    private static List<BitSet> breaches(Set<BitSet> told, Map<Long, Optional<Long>> people) {
        var found = new ArrayList<BitSet>();
        for (var one : told) {
            for (var other :
                    Stream.concat(Stream.of(new BitSet()), told.stream()).toList()) {
                add(found, one, other, people);
            }
        }
        return found;
    }

    /** A third less two that share nothing. */
    private static List<BitSet> breachesOfUnions(Set<BitSet> told, Map<Long, Optional<Long>> people) {
        var sets = told.stream().limit(160).toList();
        var found = new ArrayList<BitSet>();
        for (var one : sets) {
            for (var two : sets) {
                if (!one.intersects(two)) {
                    var union = (BitSet) one.clone();
                    union.or(two);
                    sets.forEach(whole -> add(found, whole, union, people));
                }
            }
        }
        return found;
    }

    private static void add(List<BitSet> found, BitSet whole, BitSet part, Map<Long, Optional<Long>> people) {
        var difference = (BitSet) whole.clone();
        difference.andNot(part);
        var contained = difference.cardinality() + part.cardinality() == whole.cardinality();
        if (contained && !difference.isEmpty() && isFew(difference, people)) {
            found.add(difference);
        }
    }

    private static boolean isFew(BitSet set, Map<Long, Optional<Long>> people) {
        return Partition.peopleOf(set.stream().mapToObj(Long::valueOf).toList(), people) < Partition.FEWEST;
    }

    private static Map<Long, Optional<Long>> people(List<Raised> raised) {
        var people = new HashMap<Long, Optional<Long>>();
        raised.forEach(
                one -> people.put(one.id(), one.person() % 9 == 0 ? Optional.empty() : Optional.of(one.person())));
        return people;
    }

    private static List<Raised> mine(Random random) {
        return IntStream.range(0, 700)
                .mapToObj(id -> {
                    var district = 2 + (random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2));
                    var crew = 5 + (district - 2) * 2 + random.nextInt(2);
                    return new Raised(
                            id,
                            crew <= UNITS && random.nextBoolean() ? List.of(1, district, crew) : List.of(1, district),
                            List.of("A", "E", "E", "G").get(random.nextInt(4)),
                            2 + random.nextInt(3),
                            FIRST.plusDays(random.nextInt(120)),
                            random.nextInt(150));
                })
                .toList();
    }
}
