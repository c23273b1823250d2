package cn.lianxin.organization;

import cn.lianxin.kernel.DomainEvent;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/** What has changed in the organization; published inside the transaction of the change, after its rows are written. */
public sealed interface OrganizationEvent extends DomainEvent {

    /**
     * All his appointments have ended; whatever he was answerable for needs somebody else now.
     *
     * @param on his last day, today or earlier
     */
    record PersonLeft(PersonId person, LocalDate on) implements OrganizationEvent {}

    /**
     * His main appointment is in another unit now.
     *
     * @param from empty for who was just taken on or has come back
     */
    record PersonMoved(PersonId person, Optional<UnitId> from, UnitId to) implements OrganizationEvent {}

    /**
     * One of his posts was given, taken or exchanged, within a unit too; published beside the events that say where he is now.
     *
     * @param from empty for one that was added
     * @param to empty for one that was taken from him
     * @param on from which day
     */
    record PostChanged(PersonId person, Optional<PostName> from, Optional<PostName> to, LocalDate on)
            implements OrganizationEvent {}

    /** Somebody else pays him now. */
    record EmploymentChanged(PersonId person, Employment from, Employment to) implements OrganizationEvent {}

    /** The unit has ended; its people and the units below it were moved to the successor, each with an event before this one. */
    record UnitDissolved(UnitId unit, UnitId successor) implements OrganizationEvent {}

    /** The unit, with everything below it, hangs below another parent now. */
    record UnitMoved(UnitId unit, UnitId from, UnitId to) implements OrganizationEvent {}
}
