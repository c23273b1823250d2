package cn.lianxin.webhook;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class WebhookController {

    private final Registering registering;

    WebhookController(Registering registering) {
        this.registering = registering;
    }

    @GetMapping("/webhooks")
    ModelAndView list(Actor actor) {
        return list(EndpointForm.empty(), Faults.none(), actor);
    }

    @PostMapping("/webhooks")
    ModelAndView register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") Set<EventKind> kind,
            Actor actor,
            HttpServletResponse response) {
        var form = new EndpointForm(name, unit, url, kind);
        try {
            return fresh(registering.register(form, actor), actor, response);
        } catch (Refusal.Violation violation) {
            var page = list(form, Faults.of(violation), actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/webhooks/{endpoint:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long endpoint, Actor actor) {
        return page(endpoint, "", Optional.empty(), actor);
    }

    @PostMapping("/webhooks/{endpoint:[0-9]{1,18}}/secret")
    ModelAndView replaceSecret(@PathVariable long endpoint, Actor actor, HttpServletResponse response) {
        return fresh(registering.replaceSecret(endpoint, actor), actor, response);
    }

    @PostMapping("/webhooks/{endpoint:[0-9]{1,18}}/state")
    ModelAndView switchTo(@PathVariable long endpoint, @RequestParam(defaultValue = "false") boolean on, Actor actor) {
        registering.switchTo(on, endpoint, actor);
        return LocalAddress.seeOther("/webhooks/" + endpoint);
    }

    @PostMapping("/webhooks/{endpoint:[0-9]{1,18}}/trial")
    ModelAndView tryOut(@PathVariable long endpoint, Actor actor) {
        var outcome = registering.tryOut(endpoint, actor);
        return page(endpoint, "", Optional.of(outcome), actor);
    }

    @PostMapping("/webhooks/{endpoint:[0-9]{1,18}}/retirement")
    ModelAndView retire(@PathVariable long endpoint, Actor actor) {
        registering.retire(endpoint, actor);
        return LocalAddress.seeOther("/webhooks");
    }

    /** The one page that shows a secret; nothing keeps a copy of it on the way. */
    private ModelAndView fresh(Registering.Fresh fresh, Actor actor, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(fresh.endpoint(), fresh.secret(), Optional.empty(), actor);
    }

    private ModelAndView page(long endpoint, String secret, Optional<Outcome> outcome, Actor actor) {
        return new ModelAndView("webhook/endpoint")
                .addObject("endpoint", registering.get(endpoint, actor))
                .addObject("secret", secret)
                .addObject("outcome", outcome);
    }

    private ModelAndView list(EndpointForm form, Faults faults, Actor actor) {
        return new ModelAndView("webhook/list")
                .addObject("endpoints", registering.list(actor))
                .addObject("places", registering.places(actor))
                .addObject("form", form)
                .addObject("faults", faults);
    }
}
