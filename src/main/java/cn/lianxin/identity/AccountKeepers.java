package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import org.springframework.stereotype.Component;

/** Who may touch whose account. */
@Component
class AccountKeepers {

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
        if (by instanceof Actor.Member member && member.person().equals(person)) {
            throw new Refusal.NotAllowed("account-your-own");
        }
        if (grants.openOf(person).stream().anyMatch(grant -> !scope.administers(by, grant.unit()))) {
            throw new Refusal.NotAllowed("account-above-you");
        }
        if (directory.person(person).leftOn().isPresent()) {
            throw new Refusal.Violation("person", "account-person-left");
        }
    }
}
