package cn.lianxin.officesystem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keys of office systems, and what came from there last. */
@Controller
@RequestMapping("/office-systems")
class KeysController {

    private static final int SHOWN = 50;

    private final KeepingKeys keeping;
    private final Callbacks callbacks;

    KeysController(KeepingKeys keeping, Callbacks callbacks) {
        this.keeping = keeping;
        this.callbacks = callbacks;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return page("", Optional.empty(), Faults.none(), HttpStatus.OK, actor);
    }

    @PostMapping("/keys")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long unit,
            Actor actor,
            HttpServletResponse response) {
        try {
            var fresh = keeping.make(name, unit, actor);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return page("", Optional.of(fresh), Faults.none(), HttpStatus.OK, actor);
        } catch (Refusal.Violation violation) {
            return page(name, Optional.empty(), Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, actor);
        } catch (Refusal.Conflict conflict) {
            return page(name, Optional.empty(), Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, actor);
        }
    }

    @PostMapping("/keys/{key:[0-9]{1,18}}/letting-in")
    ModelAndView letIn(@PathVariable long key, Actor actor) {
        keeping.letIn(key, actor);
        return LocalAddress.seeOther("/office-systems");
    }

    @PostMapping("/keys/{key:[0-9]{1,18}}/revocation")
    ModelAndView revoke(@PathVariable long key, Actor actor) {
        keeping.revoke(key, actor);
        return LocalAddress.seeOther("/office-systems");
    }

    private ModelAndView page(
            String name, Optional<KeepingKeys.Fresh> fresh, Faults faults, HttpStatus status, Actor actor) {
        var page = new ModelAndView("officesystem/keys")
                .addObject("keys", keeping.list(actor))
                .addObject("callbacks", callbacks.newest(keeping.units(actor), SHOWN))
                .addObject("places", keeping.places(actor))
                .addObject("letsIn", actor.is(Role.CHIEF_EDITOR))
                .addObject("name", name)
                .addObject("fresh", fresh)
                .addObject("faults", faults);
        page.setStatus(status);
        return page;
    }
}
