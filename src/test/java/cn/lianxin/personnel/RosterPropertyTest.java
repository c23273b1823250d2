package cn.lianxin.personnel;

import static cn.lianxin.organization.Enterprise.LONG_AGO;
import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Ownership;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever the organization was and whatever the roster says: once it is applied, the organization is the roster, and every
 * open concern is owned by somebody who works here.
 */
@ProductTest
class RosterPropertyTest {

    private static final List<String> TITLES = List.of("采煤工", "掘进工", "瓦检员", "队长");

    @Autowired
    Enterprise enterprise;

    @Autowired
    RosterOffice office;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Ownership ownership;

    static List<Long> few() {
        return new Random(20261125).longs(12).boxed().toList();
    }

    static List<Long> many() {
        return new Random(5).longs(1_000).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("few")
    void the_organization_becomes_the_roster(long seed) throws IOException {
        new Try(new Random(seed)).run();
    }

    @Tag("hours")
    @ParameterizedTest
    @MethodSource("many")
    void the_organization_becomes_the_roster_a_thousand_times(long seed) throws IOException {
        new Try(new Random(seed)).run();
    }

    private final class Try {
        private final Random random;
        private final UnitId group = enterprise.group();
        private final UnitId mine = enterprise.below(group, UnitKind.MINE, "北岭矿");
        private final List<UnitId> units = new ArrayList<>(List.of(mine));
        private final List<PersonId> people = new ArrayList<>();
        private final Set<Long> concerns = new HashSet<>();
        private final Actor administrator = Enterprise.administrator(mine);

        private Try(Random random) {
            this.random = random;
        }

        private void run() throws IOException {
            found();
            raise();
            for (int month = 0; month < 2; month++) {
                var lines = roster();
                var text = office.export(mine, administrator).getFirst() + "\n" + String.join("\n", lines) + "\n";
                var id = office.send(mine, TODAY, text, administrator);
                assertThat(office.look(id, administrator).faults()).isEmpty();

                office.apply(id, administrator);

                assertThat(new TreeSet<>(withoutSince(office.export(mine, administrator))))
                        .isEqualTo(new TreeSet<>(withoutSince(lines)));
                assertOwned();
                var again = office.look(office.send(mine, TODAY, text, administrator), administrator);
                assertThat(again.changesNothing()).isTrue();
            }
        }

        private void found() {
            for (int i = 0; i < 3; i++) {
                var district = enterprise.below(mine, UnitKind.DISTRICT, "队" + i);
                units.add(district);
                units.add(enterprise.below(district, UnitKind.CREW, "早班"));
            }
            for (int i = 0; i < 30; i++) {
                people.add(enterprise.person("人" + i, one(units), one(TITLES)));
            }
            for (var role : Role.values()) {
                village.give(enterprise.person("集团" + role, group, "职工"), role, group, LONG_AGO);
                for (int i = 0; i < 3; i++) {
                    village.give(one(people), role, one(units), LONG_AGO.plusDays(random.nextInt(9)));
                }
            }
        }

        private void raise() {
            for (int i = 0; i < 6; i++) {
                var speaker = one(people);
                var number = raising.raise(
                                Mine.concern("E4", Reporter.Mode.NAMED),
                                Mine.token(),
                                new Actor.Member(speaker, "工", List.of()))
                        .number();
                if (random.nextBoolean()) {
                    try {
                        handling.acceptAndAssign(
                                number,
                                "E4",
                                one(units),
                                Set.of(),
                                "",
                                new Actor.Member(new PersonId(1), "受理", List.of(new Grant(Role.DESK_OFFICER, group))));
                    } catch (cn.lianxin.kernel.Refusal notHere) {
                        continue;
                    }
                }
            }
            concerns.addAll(ownership.ownedBy(people).keySet());
        }

        /** As a month in a mine goes, and worse: people come, go, move, change names, take second posts, lead. */
        private List<String> roster() throws IOException {
            var leading = new HashSet<String>();
            var lines = new ArrayList<String>();
            for (var person : people) {
                if (random.nextInt(10) < 3) {
                    continue;
                }
                var card = directory.person(person);
                var stays = random.nextInt(10) < 6 && card.unit().isPresent();
                var unit = stays ? card.unit().orElseThrow() : one(units);
                var title = stays ? card.title() : one(TITLES);
                var name = random.nextInt(10) == 0 ? card.name() + "改" : card.name();
                lines.add(line(card.staffNumber(), name, unit, title, leading, false));
                if (random.nextInt(5) == 0) {
                    var other = one(units);
                    if (!other.equals(unit)) {
                        lines.add(line(card.staffNumber(), name, other, "网员", leading, true));
                    }
                }
            }
            for (int i = random.nextInt(4); i >= 0; i--) {
                lines.add(line(Enterprise.code(), "新" + i, one(units), one(TITLES), leading, false));
            }
            return lines;
        }

        /** A post leads for everybody in it or for nobody. */
        private String line(
                String number, String name, UnitId unit, String title, Set<String> leading, boolean besides) {
            var post = unit + title;
            var leads = leads(post, leading);
            return "%s,%s,%s,%s,%s,%s,%s,,"
                    .formatted(
                            number,
                            name,
                            directory.unit(unit).code(),
                            title,
                            "本单位职工",
                            leads ? "是" : "",
                            besides ? "是" : "");
        }

        private boolean leads(String post, Set<String> leading) {
            if (leading.contains(post)) {
                return true;
            }
            if (leading.add("no " + post) && random.nextInt(4) == 0) {
                leading.add(post);
                return true;
            }
            return false;
        }

        private void assertOwned() {
            Map<Long, PersonId> owners = ownership.ownersOf(concerns);
            assertThat(owners).hasSameSizeAs(concerns);
            owners.forEach((concern, owner) -> {
                var card = directory.person(owner);
                assertThat(card.leftOn()).as("owner of %s", concern).isEmpty();
                assertThat(card.unit()).as("owner of %s", concern).isPresent();
            });
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        /** What differs between a file and its download is only since when. */
        private List<String> withoutSince(List<String> lines) {
            return lines.stream()
                    .filter(line -> !line.startsWith("工号"))
                    .map(line -> line.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", ""))
                    .toList();
        }
    }
}
