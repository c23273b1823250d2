package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody may ask for every filter there is, and add and subtract what he is told. */
class AtomsTest {

    private static final Span QUARTER = Span.quarter(2026, 3);
    private static final List<String> MATTERS = List.of("A1", "E3", "E4", "G2");
    private static final List<Grade> GRADES = List.of(Grade.U1, Grade.U3, Grade.U4);
    private static final List<String> CHANNELS = List.of("PAGE", "DESK", "LEDGER");
    private static final int UNITS = 9;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_difference_of_two_filters_and_no_third_of_two_isolates_fewer_than_five_people(int seed) {
        var cases = enterprise(new Random(seed));
        var kept = kept(cases);

        var published = published(cases, group -> kept.publishes(group::holds));

        assertThat(published).hasSizeGreaterThan(5);
        assertThat(breaches(published, cases)).isEmpty();
        assertThat(breachesOfUnions(published, cases)).isEmpty();
    }

    /** Without what protects against subtraction the same check finds somebody. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_check_notices_when_only_small_groups_are_hidden(int seed) {
        var cases = enterprise(new Random(seed));

        var published = published(cases, onlyWithoutSmallOnes(cases));

        assertThat(breaches(published, cases)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nor_fewer_than_five_who_were_answered_nor_some_who_all_did_what_only_they_decide(int seed) {
        var random = new Random(seed);
        var cases = answered(enterprise(random), random);
        var kept = kept(cases);

        var published = published(cases, group -> kept.publishes(group::holds));

        assertThat(published).hasSizeGreaterThan(2);
        assertThat(breachesAmongAnswered(published, cases)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_check_notices_when_only_small_groups_of_answered_are_hidden(int seed) {
        var random = new Random(seed);
        var cases = answered(enterprise(random), random);

        var published = published(cases, onlyWithoutSmallOnes(cases));

        assertThat(breachesAmongAnswered(published, cases)).isNotEmpty();
    }

    /** Were nobody told from few, whoever asks for all filters would find where somebody is. */
    @Test
    void a_group_of_nobody_is_shown_as_little_as_one_of_a_few() {
        var cases = enterprise(new Random(5));
        var kept = kept(cases);

        var ofNobody = filters().stream()
                .filter(group -> cases.stream().noneMatch(one -> group.holds(one.key())))
                .toList();

        assertThat(ofNobody).hasSizeGreaterThan(100).noneMatch(group -> kept.publishes(group::holds));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void larger_numbers_show_units_grades_and_matters(int seed) {
        var random = new Random(seed);
        var cases = Stream.generate(() -> oneOf(random, 400)).limit(1_200).toList();
        var kept = kept(cases);

        assertThat(kept.publishes(Group.of(new UnitId(2), QUARTER)::holds)).isTrue();
        assertThat(kept.publishes(Group.of(new UnitId(1), QUARTER).graded(Grade.U3)::holds))
                .isTrue();
    }

    /** As it is kept, and all that the page knows. */
    private static KeptQuarter kept(List<CountedCase> cases) {
        return new KeptQuarter(
                QUARTER,
                Atoms.cut(cases, Wishes.of(cases, QUARTER)).stream()
                        .map(part -> KeptQuarter.Part.of(part, QUARTER))
                        .toList(),
                List.of());
    }

    private static Predicate<Group> onlyWithoutSmallOnes(List<CountedCase> cases) {
        return group -> Atoms.people(
                        cases.stream().filter(one -> group.holds(one.key())).toList())
                >= Atoms.FEWEST;
    }

    private static LinkedHashSet<BitSet> published(List<CountedCase> cases, Predicate<Group> publishes) {
        var sets = new LinkedHashSet<BitSet>();
        for (var group : filters()) {
            if (publishes.test(group)) {
                var set = new BitSet();
                IntStream.range(0, cases.size())
                        .filter(at -> group.holds(cases.get(at).key()))
                        .forEach(set::set);
                sets.add(set);
            }
        }
        return sets;
    }

    private static List<Group> filters() {
        var groups = new ArrayList<Group>();
        for (var unit = 1; unit <= UNITS; unit++) {
            for (var span :
                    Stream.concat(Stream.of(QUARTER), QUARTER.months().stream()).toList()) {
                for (var matter : withNone(List.of("A", "E", "G", "A1", "E3", "E4", "G2"))) {
                    for (var grade : withNone(GRADES)) {
                        for (var channel : withNone(CHANNELS)) {
                            groups.add(new Group(new UnitId(unit), span, matter, grade, channel));
                        }
                    }
                }
            }
        }
        return groups;
    }

    private static <T> List<Optional<T>> withNone(List<T> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
    }

    private static List<BitSet> breaches(LinkedHashSet<BitSet> published, List<CountedCase> cases) {
        var found = new ArrayList<BitSet>();
        for (var one : published) {
            for (var other : published) {
                var difference = (BitSet) one.clone();
                difference.andNot(other);
                var contained = difference.cardinality() + other.cardinality() == one.cardinality();
                if (contained && isolates(difference, cases)) {
                    found.add(difference);
                }
            }
            if (isolates(one, cases)) {
                found.add(one);
            }
        }
        return found;
    }

    /** Each group and each difference of two: who of them was answered, and whether all of those raised it again. */
    private static List<BitSet> breachesAmongAnswered(LinkedHashSet<BitSet> published, List<CountedCase> cases) {
        var found = new ArrayList<BitSet>();
        for (var one : published) {
            for (var other :
                    Stream.concat(Stream.of(new BitSet()), published.stream()).toList()) {
                var difference = (BitSet) one.clone();
                difference.andNot(other);
                var answered = difference.stream()
                        .mapToObj(cases::get)
                        .filter(it -> it.answered().isPresent() && it.leftOut().isEmpty())
                        .toList();
                var contained = difference.cardinality() + other.cardinality() == one.cardinality();
                if (contained
                        && !answered.isEmpty()
                        && (Atoms.people(answered) < Atoms.FEWEST
                                || answered.stream().allMatch(CountedCase::raisedAgain))) {
                    found.add(difference);
                }
            }
        }
        return found;
    }

    /** A third group less two that share nothing. */
    private static List<BitSet> breachesOfUnions(LinkedHashSet<BitSet> published, List<CountedCase> cases) {
        var sets = published.stream().limit(120).toList();
        var found = new ArrayList<BitSet>();
        for (var one : sets) {
            for (var two : sets) {
                if (one.intersects(two)) {
                    continue;
                }
                var union = (BitSet) one.clone();
                union.or(two);
                for (var whole : sets) {
                    var difference = (BitSet) whole.clone();
                    difference.andNot(union);
                    if (difference.cardinality() + union.cardinality() == whole.cardinality()
                            && isolates(difference, cases)) {
                        found.add(difference);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isolates(BitSet set, List<CountedCase> cases) {
        return !set.isEmpty() && Atoms.people(set.stream().mapToObj(cases::get).toList()) < Atoms.FEWEST;
    }

    private static List<CountedCase> enterprise(Random random) {
        return Stream.generate(() -> oneOf(random, 60)).limit(150).toList();
    }

    /** Most were answered, and a third of those raised it again. */
    private static List<CountedCase> answered(List<CountedCase> cases, Random random) {
        return cases.stream()
                .map(one -> random.nextInt(5) == 0 ? one : answered(one, random.nextInt(3) == 0))
                .toList();
    }

    private static CountedCase answered(CountedCase one, boolean raisedAgain) {
        return new CountedCase(
                one.concerns(),
                one.units(),
                one.person(),
                one.kind(),
                one.channel(),
                one.matter(),
                one.grade(),
                one.filedOn(),
                one.filedAt(),
                one.acknowledgeBy(),
                one.replyBy(),
                one.acknowledged(),
                Optional.of(one.filedAt().plus(Duration.ofDays(1))),
                one.withdrawn(),
                one.ending(),
                one.recorded(),
                raisedAgain,
                one.own(),
                one.ownEntry(),
                one.stopped(),
                one.where(),
                one.recurs());
    }

    /** Unit 1 has the districts 2 to 4, each of which has crews; grades mostly follow from matters, as they do in life. */
    private static CountedCase oneOf(Random random, int people) {
        var district = 2 + (random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2));
        var crew = 5 + (district - 2) * 2 + random.nextInt(2);
        var units = crew <= UNITS && random.nextBoolean()
                ? List.of((long) crew, (long) district, 1L)
                : List.of((long) district, 1L);
        var matter = random.nextInt(MATTERS.size());
        var grade = random.nextInt(12) == 0 ? Grade.U1 : matter == 0 ? Grade.U4 : Grade.U3;
        var day = QUARTER.first().plusDays(random.nextInt(90));
        var person = random.nextInt(8) == 0 ? Optional.<Long>empty() : Optional.of((long) random.nextInt(people));
        return of(
                units,
                person,
                CHANNELS.get(random.nextInt(20) == 0 ? 2 : random.nextInt(2)),
                MATTERS.get(matter),
                grade,
                day);
    }

    static CountedCase of(
            List<Long> units, Optional<Long> person, String channel, String matter, Grade grade, LocalDate day) {
        var filed = day.atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
        return new CountedCase(
                List.of(1L),
                units,
                person,
                "HELP",
                channel,
                matter,
                grade,
                day,
                filed,
                filed.plus(Duration.ofHours(4)),
                filed.plus(Duration.ofDays(5)),
                Optional.<Instant>empty(),
                Optional.<Instant>empty(),
                Optional.<Instant>empty(),
                Optional.empty(),
                false,
                false,
                false,
                false,
                Duration.ZERO,
                "1/",
                false);
    }
}
