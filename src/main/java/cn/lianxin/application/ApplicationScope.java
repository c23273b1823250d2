package cn.lianxin.application;

import cn.lianxin.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a token opens. Of a person's roles it carries only those that the scope is about: with {@link #CONCERNS} alone a
 * desk officer is a worker like any other.
 */
public enum ApplicationScope {
    /** Raising, and following what one raised oneself. */
    CONCERNS("concerns", Set.of(), Set.of(Use.PERSON, Use.MACHINE)),
    /** The worker's own judgement; a scope of its own, so that nothing gives one by the way. */
    VERDICTS("verdicts", Set.of(), Set.of(Use.PERSON)),
    /** Handling what others raised, by the person's own roles. */
    WORK("work", Set.of(Role.HANDLER, Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR), Set.of(Use.PERSON)),
    LEDGER("ledger", Set.of(Role.HANDLER, Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR), Set.of(Use.PERSON)),
    BOARD("board", Set.of(Role.HANDLER, Role.DESK_OFFICER, Role.UNIT_LEADER, Role.SUPERVISOR), Set.of(Use.PERSON)),
    /** Inbox, deputies, own roles. */
    SELF("self", Set.of(), Set.of(Use.PERSON)),
    ORGANIZATION_READ("organization:read", Set.of(Role.ADMINISTRATOR), Set.of(Use.PERSON, Use.MACHINE)),
    ORGANIZATION("organization", Set.of(Role.ADMINISTRATOR), Set.of(Use.PERSON, Use.MACHINE)),
    /** Accounts and roles of others; never a machine's, since whoever gives a password could sign in with it. */
    ACCOUNTS(
            "accounts", Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.DESK_OFFICER), Set.of(Use.PERSON)),
    /** Following a concern with its receipt, which comes along with each request. */
    RECEIPTS("receipts", Set.of(), Set.of(Use.MACHINE)),
    /** A personnel system that pushes. */
    SCIM("scim", Set.of(Role.ADMINISTRATOR), Set.of(Use.MACHINE)),
    /** Raising and publishing by the Open311 interface. */
    OPEN311("open311", Set.of(), Set.of(Use.MACHINE));

    /** Whether the token acts for a person or for the application itself. */
    enum Use {
        PERSON,
        MACHINE
    }

    private final String code;
    private final Set<Role> roles;
    private final Set<Use> uses;

    ApplicationScope(String code, Set<Role> roles, Set<Use> uses) {
        this.code = code;
        this.roles = roles;
        this.uses = uses;
    }

    /** As it stands in a token's answer and in documents: {@code organization:read}. */
    public String code() {
        return code;
    }

    /** The roles that it carries, of those that the person or the application has. */
    Set<Role> roles() {
        return roles;
    }

    boolean suits(Use use) {
        return uses.contains(use);
    }

    static List<ApplicationScope> of(Use use) {
        return Arrays.stream(values()).filter(scope -> scope.suits(use)).toList();
    }

    static List<ApplicationScope> forPersons() {
        return of(Use.PERSON);
    }

    static Optional<ApplicationScope> byCode(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
