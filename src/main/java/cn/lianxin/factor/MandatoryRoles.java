package cn.lianxin.factor;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose roles ask for a second factor; what somebody holds in place of another counts as his own. */
@Component
class MandatoryRoles {

    /**
     * Who sees the reports of wrongdoing, who sees the names of those who speak in confidence, who gives roles and passwords
     * to both, and who watches over that.
     */
    static final Set<Role> USUAL = Set.of(
            Role.SUPERVISOR,
            Role.DESK_OFFICER,
            Role.ADMINISTRATOR,
            Role.SECURITY_ADMINISTRATOR,
            Role.AUDIT_ADMINISTRATOR);

    private static final String AS_USUAL = "usual";
    private static final String NOBODY = "none";

    private final boolean usual;
    private final Set<Role> roles;
    private final Optional<InventedEnterprise> invented;

    MandatoryRoles(
            @Value("${lianxin.second-factor.mandatory:" + AS_USUAL + "}") String setting,
            Optional<InventedEnterprise> invented) {
        this.usual = setting.strip().equals(AS_USUAL);
        this.roles = usual ? USUAL : parse(setting.strip());
        this.invented = invented;
    }

    boolean bind(Actor.Member member) {
        return roles.stream().anyMatch(member::is)
                && !(usual && invented.filter(InventedEnterprise::stands).isPresent());
    }

    private static Set<Role> parse(String setting) {
        if (setting.equals(NOBODY)) {
            return Set.of();
        }
        try {
            return Arrays.stream(setting.split(","))
                    .map(name -> Role.valueOf(name.strip()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "lianxin.second-factor.mandatory: usual, none, or some of " + Arrays.toString(Role.values()),
                    unknown);
        }
    }
}
