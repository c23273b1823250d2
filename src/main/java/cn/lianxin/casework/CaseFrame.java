package cn.lianxin.casework;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Faults;
import java.util.Optional;
import org.springframework.web.servlet.ModelAndView;

/** The list that a case was opened from, for a form that was refused; where no room has it, the case stands alone. */
public interface CaseFrame {

    /** Empty where this address is none of the room's lists. */
    Optional<ModelAndView> around(ConcernNumber number, String back, Faults faults, Typed typed, Actor actor);
}
