package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MandatoryRolesTest {

    @Test
    void as_usual_it_binds_those_who_see_or_give_what_is_protected() {
        var usual = new MandatoryRoles("usual", Optional.empty());

        assertThat(Arrays.stream(Role.values()).filter(role -> usual.bind(holder(role))))
                .containsExactly(
                        Role.DESK_OFFICER,
                        Role.SUPERVISOR,
                        Role.ADMINISTRATOR,
                        Role.SECURITY_ADMINISTRATOR,
                        Role.AUDIT_ADMINISTRATOR);
        assertThat(usual.bind(new Actor.Member(new PersonId(1), "工", List.of())))
                .isFalse();
    }

    @Test
    void what_is_invented_asks_nobody_unless_the_setting_names_the_roles() {
        var asUsual = new MandatoryRoles("usual", Optional.of(() -> true));
        var real = new MandatoryRoles("usual", Optional.of(() -> false));
        var named = new MandatoryRoles("SUPERVISOR", Optional.of(() -> true));

        assertThat(asUsual.bind(holder(Role.SUPERVISOR))).isFalse();
        assertThat(real.bind(holder(Role.SUPERVISOR))).isTrue();
        assertThat(named.bind(holder(Role.SUPERVISOR))).isTrue();
        assertThat(named.bind(holder(Role.ADMINISTRATOR))).isFalse();
    }

    @Test
    void none_binds_nobody_and_several_are_named_with_commas() {
        var none = new MandatoryRoles("none", Optional.empty());
        var two = new MandatoryRoles("UNIT_LEADER, HANDLER", Optional.empty());

        assertThat(Arrays.stream(Role.values()).filter(role -> none.bind(holder(role))))
                .isEmpty();
        assertThat(Arrays.stream(Role.values()).filter(role -> two.bind(holder(role))))
                .containsExactly(Role.HANDLER, Role.UNIT_LEADER);
    }

    @Test
    void a_role_that_there_is_not_stops_the_start() {
        assertThatThrownBy(() -> new MandatoryRoles("SUPERVISORS", Optional.empty()))
                .hasMessageContaining("lianxin.second-factor.mandatory");
    }

    private static Actor.Member holder(Role role) {
        return new Actor.Member(new PersonId(1), "人", List.of(new Grant(role, new UnitId(1))));
    }
}
