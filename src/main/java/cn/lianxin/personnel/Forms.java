package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of this room share: for anybody but an administrator they do not exist. */
final class Forms {

    private Forms() {}

    static void requireAdministrator(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }

    /** Files belong to people, not to programs. */
    static PersonId personOf(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member.person();
        }
        throw new Refusal.NotFound();
    }

    static ModelAndView onwards(String address) {
        return new ModelAndView("redirect:" + address, HttpStatus.SEE_OTHER);
    }
}
