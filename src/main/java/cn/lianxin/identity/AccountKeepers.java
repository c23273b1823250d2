package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may touch whose account. */
@Component
class AccountKeepers {

    private static final String LEFT = "account-person-left";

    private final Directory directory;
    private final RoleGrants grants;
    private final Absences absences;
    private final Scope scope;

    AccountKeepers(Directory directory, RoleGrants grants, Absences absences, Scope scope) {
        this.directory = directory;
        this.grants = grants;
        this.absences = absences;
        this.scope = scope;
    }

    void require(PersonId person, Actor by) {
        requireSight(person, by);
        obstacle(person, by).ifPresent(code -> {
            throw code.equals(LEFT) ? new Refusal.Violation("", code) : new Refusal.NotAllowed(code);
        });
    }

    void requireSight(PersonId person, Actor by) {
        if (!scope.keepsAccountOf(by, person)) {
            throw new Refusal.NotFound();
        }
    }

    /** The code of what stands in his way at the account of somebody whom he sees, if anything does. */
    Optional<String> obstacle(PersonId person, Actor by) {
        if (by instanceof Actor.Member member && member.person().equals(person)) {
            return Optional.of("account-your-own");
        }
        if (withinReachOf(person).anyMatch(grant -> !scope.handsPassword(by, grant))) {
            return Optional.of("account-above-you");
        }
        return directory.person(person).leftOn().isPresent() ? Optional.of(LEFT) : Optional.empty();
    }

    /** What whoever has his password can do, today or later: also with the roles of those whose deputy he is. */
    private Stream<RoleGrant> withinReachOf(PersonId person) {
        var others = absences.withDeputy(person).stream().map(Absence::person);
        return Stream.concat(Stream.of(person), others).flatMap(one -> grants.openOf(one).stream());
    }
}
