package cn.lianxin.organization;

import static cn.lianxin.organization.Enterprise.SETUP;
import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.HowOften;
import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ProductTest
@RecordApplicationEvents
class StructuringTest {

    @Autowired
    Enterprise enterprise;

    @Autowired
    Structuring structuring;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_line_leads_from_the_crew_up_to_the_group() {
        var group = enterprise.group();
        var company = enterprise.below(group, UnitKind.COMPANY, "北岭煤业");
        var mine = enterprise.below(company, UnitKind.MINE, "北岭矿");
        var district = enterprise.below(mine, UnitKind.DISTRICT, "综采一队");
        var crew = enterprise.below(district, UnitKind.CREW, "早班");

        assertThat(directory.upwards(crew)).containsExactly(crew, district, mine, company, group);
        assertThat(directory.covers(company, crew)).isTrue();
        assertThat(directory.covers(crew, crew)).isTrue();
        assertThat(directory.covers(crew, company)).isFalse();
        assertThat(directory.pathName(crew)).isEqualTo("北岭矿 › 综采一队 › 早班");
        assertThat(directory.children(mine)).extracting(UnitCard::id).containsExactly(district);
        assertThat(directory.mines()).extracting(UnitCard::id).contains(mine).doesNotContain(company);
        assertThat(directory.unitNames(Set.of(mine, crew)))
                .containsEntry(mine, "北岭矿")
                .hasSize(2);
    }

    @Test
    void the_lines_equal_a_naive_walk_after_hundreds_of_random_moves() {
        var random = new Random(7);
        var group = enterprise.group();
        var all = new ArrayList<>(java.util.List.of(group));
        for (int i = 0; i < 60; i++) {
            all.add(enterprise.below(all.get(random.nextInt(all.size())), UnitKind.DISTRICT, "队" + i));
        }
        int moved = 0;
        int refused = 0;

        for (int i = 0; i < HowOften.of(200, 500); i++) {
            var unit = all.get(1 + random.nextInt(all.size() - 1));
            try {
                structuring.move(unit, all.get(random.nextInt(all.size())), SETUP);
                moved++;
            } catch (Refusal.Violation cycle) {
                assertThat(cycle.code()).isEqualTo("unit-inside-itself");
                refused++;
            }
        }

        assertThat(moved).isGreaterThan(100);
        assertThat(refused).isGreaterThan(10);
        assertThat(storedLines(group)).isEqualTo(walkedLines(group));
    }

    @Test
    void two_reorganizations_at_once_never_close_a_circle() throws Exception {
        var group = enterprise.group();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                var left = enterprise.below(group, UnitKind.DISTRICT, "左" + round);
                var right = enterprise.below(group, UnitKind.DISTRICT, "右" + round);

                var first = threads.submit(() -> tryMove(left, right));
                var second = threads.submit(() -> tryMove(right, left));

                assertThat(first.get() ^ second.get()).isTrue();
            }
        }
        assertThat(storedLines(group)).isEqualTo(walkedLines(group));
    }

    private boolean tryMove(UnitId unit, UnitId parent) {
        try {
            structuring.move(unit, parent, SETUP);
            return true;
        } catch (Refusal.Violation cycle) {
            return false;
        }
    }

    @Test
    void a_dissolved_unit_hands_its_people_and_units_to_the_successor() {
        var group = enterprise.group();
        var old = enterprise.below(group, UnitKind.DISTRICT, "掘进二队");
        var next = enterprise.below(group, UnitKind.DISTRICT, "掘进一队");
        var crew = enterprise.below(old, UnitKind.CREW, "中班");
        var miner = enterprise.person("赵大勇", old, "掘进工");

        structuring.dissolve(old, next, TODAY, SETUP);

        assertThat(directory.stands(old)).isFalse();
        assertThat(directory.children(group)).extracting(UnitCard::id).containsExactly(next);
        assertThat(directory.children(next)).extracting(UnitCard::id).containsExactly(crew);
        assertThat(directory.upwards(old))
                .as("old cases still lie below the group")
                .containsExactly(old, group);
        assertThat(directory.person(miner).unit()).contains(next);
        assertThat(directory.person(miner).title()).isEqualTo("掘进工");
        assertThat(events.stream(OrganizationEvent.class))
                .contains(
                        new OrganizationEvent.PersonMoved(miner, Optional.of(old), next),
                        new OrganizationEvent.UnitMoved(crew, old, next),
                        new OrganizationEvent.UnitDissolved(old, next));
    }

    @Test
    void a_dissolved_or_unknown_unit_can_be_neither_parent_nor_successor() {
        var group = enterprise.group();
        var gone = enterprise.below(group, UnitKind.DISTRICT, "三队");
        var stays = enterprise.below(group, UnitKind.DISTRICT, "四队");
        var below = enterprise.below(stays, UnitKind.CREW, "四队早班");
        structuring.dissolve(gone, stays, TODAY, SETUP);

        assertThat(violationOf(() -> structuring.move(stays, gone, SETUP))).isEqualTo("unit-parent-ended");
        assertThat(violationOf(() -> enterprise.below(gone, UnitKind.CREW, "夜班")))
                .isEqualTo("unit-parent-ended");
        assertThat(violationOf(() -> structuring.dissolve(stays, gone, TODAY, SETUP)))
                .isEqualTo("unit-successor-unknown");
        assertThat(violationOf(() -> structuring.dissolve(stays, new UnitId(-5), TODAY, SETUP)))
                .isEqualTo("unit-successor-unknown");
        assertThat(violationOf(() -> structuring.dissolve(stays, below, TODAY, SETUP)))
                .isEqualTo("unit-successor-inside");
        assertThat(violationOf(() -> structuring.dissolve(gone, stays, TODAY, SETUP)))
                .isEqualTo("unit-ended");
        assertThat(violationOf(() -> structuring.dissolve(group, stays, TODAY, SETUP)))
                .isEqualTo("unit-is-root");
    }

    @Test
    void an_administrator_changes_only_what_is_below_his_unit() {
        var group = enterprise.group();
        var mine = enterprise.below(group, UnitKind.MINE, "南岭矿");
        var other = enterprise.below(group, UnitKind.MINE, "西岭矿");
        var district = enterprise.below(mine, UnitKind.DISTRICT, "机电队");
        var administrator = Enterprise.administrator(mine);

        structuring.rename(district, UnitKind.DISTRICT, "机电一队", "", administrator);

        assertThat(directory.unit(district).name()).isEqualTo("机电一队");
        assertThatThrownBy(() -> structuring.move(district, other, administrator))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> structuring.rename(other, UnitKind.MINE, "改名", "", administrator))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> structuring.rename(mine, UnitKind.MINE, "改名", "", new Actor.Visitor()))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    private static String violationOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        return catchThrowableOfType(Refusal.Violation.class, step).code();
    }

    private Set<String> storedLines(UnitId group) {
        return new TreeSet<>(
                jdbc.sql("""
                        select unit || ' ' || above || ' ' || distance from organization.line
                        where unit in (select unit from organization.line where above = :group)
                        """).param("group", group.value()).query(String.class).list());
    }

    private Set<String> walkedLines(UnitId group) {
        return new TreeSet<>(
                jdbc.sql("""
                        with recursive walk (unit, above, distance, next) as (
                            select id, id, 0, parent from organization.unit
                            union all
                            select walk.unit, u.id, walk.distance + 1, u.parent
                            from walk join organization.unit u on u.id = walk.next
                        )
                        select unit || ' ' || above || ' ' || distance from walk
                        where unit in (select unit from walk where above = :group)
                        """).param("group", group.value()).query(String.class).list());
    }
}
