package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final PersonId ABSENT = person(1);
    private static final PersonId DEPUTY = person(2);
    private static final PersonId COLLEAGUE = person(3);
    private static final PersonId LEADER = person(4);
    private static final PersonId DESK = person(5);
    private static final PersonId ABOVE = person(6);

    private static final List<Line.Candidate> LINE = List.of(
            candidate(ABSENT, Role.HANDLER, 0),
            candidate(DESK, Role.DESK_OFFICER, 1),
            candidate(ABOVE, Role.UNIT_LEADER, 1),
            candidate(LEADER, Role.UNIT_LEADER, 0),
            candidate(COLLEAGUE, Role.HANDLER, 0));

    @Test
    void the_deputy_acts_and_where_he_cannot_the_nearest_in_line() {
        assertThat(acting(Set.of())).contains(DEPUTY);
        assertThat(acting(Set.of(DEPUTY))).contains(COLLEAGUE);
        assertThat(acting(Set.of(DEPUTY, COLLEAGUE))).contains(LEADER);
        assertThat(acting(Set.of(DEPUTY, COLLEAGUE, LEADER))).contains(ABOVE);
        assertThat(acting(Set.of(DEPUTY, COLLEAGUE, LEADER, ABOVE))).contains(DESK);
        assertThat(acting(Set.of(DEPUTY, COLLEAGUE, LEADER, ABOVE, DESK))).isEmpty();
    }

    @Test
    void nobody_acts_for_himself() {
        var line = List.of(candidate(ABSENT, Role.HANDLER, 0), candidate(ABSENT, Role.UNIT_LEADER, 0));

        assertThat(Line.acting(ABSENT, Optional.of(ABSENT), Role.HANDLER, line, Set.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HANDLER", "DESK_OFFICER", "UNIT_LEADER"})
    void what_a_supervisor_may_see_falls_to_no_leader_and_no_desk(Role other) {
        var line = List.of(candidate(LEADER, other, 0));

        assertThat(Line.acting(ABSENT, Optional.empty(), Role.SUPERVISOR, line, Set.of()))
                .isEmpty();
    }

    /** In a random tree of units with random deputies and absences somebody who is there acts, as long as there is one. */
    @Test
    void whoever_is_away_somebody_who_is_there_acts() {
        for (var seed = 0; seed < 3_000; seed++) {
            var world = new World(new Random(seed));
            for (var moment = 0; moment < 5; moment++) {
                world.somebodyComesOrGoes();
                world.check("seed " + seed);
            }
        }
    }

    private static final class World {
        private static final List<Role> ROLES = List.of(Role.HANDLER, Role.DESK_OFFICER, Role.UNIT_LEADER);

        private final Random random;
        private final List<Line.Candidate> everybody = new ArrayList<>();
        private final Map<PersonId, PersonId> deputies = new HashMap<>();
        private final Set<PersonId> away = new HashSet<>();

        World(Random random) {
            this.random = random;
            var levels = 1 + random.nextInt(4);
            for (var number = 0; number < 2 + random.nextInt(12); number++) {
                everybody.add(new Line.Candidate(
                        person(number + 10),
                        ROLES.get(random.nextInt(ROLES.size())),
                        random.nextInt(levels),
                        SINCE,
                        number));
            }
            everybody.add(new Line.Candidate(person(99), Role.UNIT_LEADER, levels, SINCE, 99));
            everybody.forEach(one -> {
                if (random.nextBoolean()) {
                    deputies.put(one.person(), any());
                }
            });
        }

        private PersonId any() {
            return everybody.get(random.nextInt(everybody.size())).person();
        }

        void somebodyComesOrGoes() {
            for (var turn = 0; turn < 4; turn++) {
                var one = any();
                if (!away.remove(one)) {
                    away.add(one);
                }
            }
            away.remove(person(99));
        }

        void check(String seed) {
            for (var one : everybody) {
                if (away.contains(one.person())) {
                    var acting = Line.acting(
                            one.person(), Optional.ofNullable(deputies.get(one.person())), one.role(), everybody, away);
                    assertThat(acting).as(seed).isPresent();
                    assertThat(acting.get()).as(seed).isNotEqualTo(one.person());
                    assertThat(away).as(seed).doesNotContain(acting.get());
                }
            }
        }
    }

    private static Optional<PersonId> acting(Set<PersonId> away) {
        return Line.acting(ABSENT, Optional.of(DEPUTY), Role.HANDLER, LINE, away);
    }

    private static Line.Candidate candidate(PersonId person, Role role, int distance) {
        return new Line.Candidate(person, role, distance, SINCE, person.value());
    }

    private static PersonId person(long id) {
        return new PersonId(id);
    }
}
