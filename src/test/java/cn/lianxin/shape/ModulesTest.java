package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    static final ApplicationModules MODULES = ApplicationModules.of(Lianxin.class);

    @Test
    void rooms_use_only_the_rooms_they_name() {
        MODULES.verify();
    }

    @Test
    void every_room_is_known() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("kernel", "platform.web", "platform.database");
    }
}
