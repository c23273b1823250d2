package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may touch whose account. */
@Component
class AccountKeepers {

    private static final String LEFT = "account-person-left";

    private final Directory directory;
    private final RoleGrants grants;
    private final Scope scope;

    AccountKeepers(Directory directory, RoleGrants grants, Scope scope) {
        this.directory = directory;
        this.grants = grants;
        this.scope = scope;
    }

    void require(PersonId person, Actor by) {
        if (!scope.keepsAccountOf(by, person)) {
            throw new Refusal.NotFound();
        }
        obstacle(person, by).ifPresent(code -> {
            throw code.equals(LEFT) ? new Refusal.Violation("", code) : new Refusal.NotAllowed(code);
        });
    }

    /** The code of what stands in his way at the account of somebody whom he sees, if anything does. */
    Optional<String> obstacle(PersonId person, Actor by) {
        if (by instanceof Actor.Member member && member.person().equals(person)) {
            return Optional.of("account-your-own");
        }
        if (grants.openOf(person).stream().anyMatch(grant -> !scope.administers(by, grant.unit()))) {
            return Optional.of("account-above-you");
        }
        return directory.person(person).leftOn().isPresent() ? Optional.of(LEFT) : Optional.empty();
    }
}
