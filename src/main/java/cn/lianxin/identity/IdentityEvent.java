package cn.lianxin.identity;

import cn.lianxin.kernel.DomainEvent;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;

/** What happened to people's rights; published inside the transaction. */
public sealed interface IdentityEvent extends DomainEvent {

    /** The person holds the role in this unit from today on. */
    record GrantGiven(PersonId person, Role role, UnitId unit) implements IdentityEvent {}

    /** The person no longer holds the role in this unit: it was revoked, he left, or its last day is over. */
    record GrantEnded(PersonId person, Role role, UnitId unit) implements IdentityEvent {}

    /** The person is away from now on, and somebody stands in for him. */
    record AbsenceBegan(PersonId person) implements IdentityEvent {}

    /**
     * Whatever let somebody act as this person is over: his account was closed, or its password has changed.
     *
     * @param byHimself nobody else has had a hand in it
     */
    record SignedOutEverywhere(PersonId person, boolean byHimself) implements IdentityEvent {}
}
