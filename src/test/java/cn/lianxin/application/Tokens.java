package cn.lianxin.application;

import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tokens for tests: each on an application of its own, in the unit named. */
@Component
public class Tokens {

    public static final String PASSWORD = "a password of tests";

    private final RegisteringApplications registering;
    private final IssuingTokens issuing;
    private final Accounts accounts;
    private final Village village;

    Tokens(RegisteringApplications registering, IssuingTokens issuing, Accounts accounts, Village village) {
        this.registering = registering;
        this.issuing = issuing;
        this.accounts = accounts;
        this.village = village;
    }

    /** One that acts for the application itself. */
    public String machine(UnitId unit, ApplicationScope... scopes) {
        var administrator = administrator(unit);
        return issuing.issue(register(unit, administrator, scopes), Set.of(scopes), 30, administrator)
                .value();
    }

    /** One that acts for a person of the unit or below, with the roles he has; he gets an account if he has none. */
    public String person(PersonId person, UnitId unit, ApplicationScope... scopes) {
        accounts.openMany(Map.of(person, PASSWORD));
        var application = register(unit, administrator(unit), scopes);
        var member = new Actor.Member(person, "人", List.of());
        return issuing.issueFor(application, Set.of(scopes), 30, PASSWORD, member)
                .value();
    }

    Actor.Member administrator(UnitId unit) {
        return new Actor.Member(village.worker(unit), "管", List.of(new Grant(Role.ADMINISTRATOR, unit)));
    }

    long register(UnitId unit, Actor.Member administrator, ApplicationScope... scopes) {
        var codes = Arrays.stream(scopes).map(ApplicationScope::code).collect(Collectors.toList());
        return registering.register(
                new ApplicationForm(
                        "小程序", "在手机上反映诉求", unit.value(), village.staffNumber(administrator.person()), codes),
                administrator);
    }
}
