package cn.lianxin.scim;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;

/** One more leaver than may go today without a word of an administrator; nothing of the push was done. */
final class LeavingStopped extends ScimFault {

    private final PersonId person;
    private final UnitId unit;
    private final LocalDate day;
    private final Pusher pusher;

    /**
     * @param leaving how many it would be today, he included
     * @param people of the unit when the day began
     */
    LeavingStopped(
            PersonId person, UnitId unit, String unitName, LocalDate day, int leaving, int people, Pusher pusher) {
        super(Fault.LEAVING_STOPPED, unitName, leaving, people);
        this.person = person;
        this.unit = unit;
        this.day = day;
        this.pusher = pusher;
    }

    PersonId person() {
        return person;
    }

    UnitId unit() {
        return unit;
    }

    LocalDate day() {
        return day;
    }

    Pusher pusher() {
        return pusher;
    }
}
