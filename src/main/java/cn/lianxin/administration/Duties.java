package cn.lianxin.administration;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which of the three duties. */
@Component
class Duties {

    private final RoleHolders holders;
    private final Directory directory;

    Duties(RoleHolders holders, Directory directory) {
        this.holders = holders;
        this.directory = directory;
    }

    @Transactional(readOnly = true)
    List<Duty> all() {
        return Stream.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
                .map(role -> new Duty(role, holdersOf(role)))
                .toList();
    }

    private List<Duty.Holder> holdersOf(Role role) {
        return holders.everywhere(role).stream()
                .map(held -> new Duty.Holder(directory.person(held.person()).name(), directory.pathName(held.unit())))
                .toList();
    }
}
