package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class RoleHoldersTest {

    @Autowired
    RoleHolders holders;

    @Autowired
    Village village;

    @Autowired
    CurrentDay today;

    @Test
    void the_nearest_holder_is_in_the_unit_itself() {
        var mine = village.mine();
        var district = village.district(mine);
        village.holder(Role.HANDLER, mine);
        var handler = village.holder(Role.HANDLER, district);

        assertThat(holders.nearest(Role.HANDLER, district)).contains(handler);
        assertThat(holders.nearestUnitWith(Role.HANDLER, district)).contains(district);
    }

    @Test
    void where_the_unit_has_none_the_nearest_above_answers() {
        var mine = village.mine();
        var crew = village.district(village.district(mine));
        var leader = village.holder(Role.UNIT_LEADER, mine);

        assertThat(holders.nearest(Role.UNIT_LEADER, crew)).contains(leader);
        assertThat(holders.nearestUnitWith(Role.UNIT_LEADER, crew)).contains(mine);
        assertThat(holders.holders(Role.UNIT_LEADER, crew)).isEmpty();
    }

    @Test
    void the_first_given_comes_first_and_leavers_never() {
        var mine = village.mine();
        var later = village.holder(Role.HANDLER, mine);
        var first = village.worker(mine);
        village.give(first, Role.HANDLER, mine, today.date().minusYears(1));
        var leaver = village.worker(mine);
        village.give(leaver, Role.HANDLER, mine, today.date().minusYears(2));
        village.leave(leaver);

        assertThat(holders.holders(Role.HANDLER, mine)).containsExactly(first, later);
        assertThat(holders.nearest(Role.HANDLER, mine)).contains(first);
        assertThat(holders.nearestExcept(Role.HANDLER, mine, List.of(first))).contains(later);
        assertThat(holders.nearestExcept(Role.HANDLER, mine, List.of(first, later)))
                .isEmpty();
    }

    @Test
    void a_grant_of_tomorrow_counts_from_tomorrow() {
        var mine = village.mine();
        var person = village.worker(mine);

        village.give(person, Role.SUPERVISOR, mine, today.date().plusDays(1));

        assertThat(holders.nearest(Role.SUPERVISOR, mine)).isEmpty();
    }
}
