package cn.lianxin.terminal;

import cn.lianxin.identity.SigningOut;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

@Controller
class TerminalController {

    private static final int MOST_DRAFTS = 20;

    private final SettingUpTerminals settingUp;
    private final SigningOut signingOut;
    private final Directory directory;
    private final CookieLocaleResolver locales;
    private final ApplicationEventPublisher events;

    TerminalController(
            SettingUpTerminals settingUp,
            SigningOut signingOut,
            Directory directory,
            CookieLocaleResolver locales,
            ApplicationEventPublisher events) {
        this.settingUp = settingUp;
        this.signingOut = signingOut;
        this.directory = directory;
        this.locales = locales;
        this.events = events;
    }

    @GetMapping("/terminals")
    ModelAndView list(Actor actor) {
        return page("", 0, Faults.none(), actor);
    }

    /** The machine that sends this is the terminal from now on; whoever set it up is signed out of it. */
    @PostMapping("/terminals")
    ModelAndView setUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long unit,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            settingUp.setUp(name, new UnitId(unit), actor).leaveIn(request, response);
        } catch (Refusal.Violation violation) {
            var page = page(name, unit, Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        signingOut.signOut(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return LocalAddress.seeOther("/");
    }

    @PostMapping("/terminals/{terminal}/retirement")
    ModelAndView retire(@PathVariable long terminal, Actor actor) {
        settingUp.retire(terminal, actor);
        return LocalAddress.seeOther("/terminals");
    }

    /** Whoever stood here has gone: his session, his language, what he had begun to write, what the browser kept. */
    @PostMapping("/terminals/leaving")
    @Transactional
    ModelAndView leave(
            @RequestParam(defaultValue = "") List<String> draft,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (SharedDevice.is(request)) {
            events.publishEvent(
                    new TerminalLeft(draft.stream().limit(MOST_DRAFTS).toList()));
            signingOut.signOut(request, response);
            locales.setLocale(request, response, null);
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        }
        return LocalAddress.seeOther("/");
    }

    private ModelAndView page(String name, long unit, Faults faults, Actor actor) {
        var terminals = settingUp.list(actor);
        var keeps = actor.unitsAs(Role.ADMINISTRATOR);
        var places = directory.mines().stream()
                .filter(mine -> keeps.stream().anyMatch(above -> directory.covers(above, mine.id())))
                .toList();
        return new ModelAndView("terminal/terminals")
                .addObject("terminals", terminals)
                .addObject("places", places)
                .addObject("name", name)
                .addObject("unit", unit)
                .addObject("faults", faults);
    }
}
