package cn.lianxin.organization;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a person on and appoints him in one step, as the form of a unit asks for. */
@Component
public class HiringInto {

    private final Staffing staffing;

    HiringInto(Staffing staffing) {
        this.staffing = staffing;
    }

    @Transactional
    public PersonId hire(NewPerson wanted, UnitId unit, String title, boolean leads, LocalDate from, Actor by) {
        var person = staffing.hire(wanted, by);
        staffing.appoint(person, unit, title, leads, from, true, by);
        return person;
    }
}
