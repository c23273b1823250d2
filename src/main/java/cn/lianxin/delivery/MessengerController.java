package cn.lianxin.delivery;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class MessengerController {

    private final SettingUpMessengers settingUp;

    MessengerController(SettingUpMessengers settingUp) {
        this.settingUp = settingUp;
    }

    @GetMapping("/deliveries/messengers/new")
    ModelAndView begin(Actor actor) {
        return page(settingUp.empty(actor));
    }

    @GetMapping("/deliveries/messengers/{messenger:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long messenger, Actor actor) {
        return page(settingUp.get(messenger, actor));
    }

    @PostMapping("/deliveries/messengers")
    ModelAndView add(@RequestParam Map<String, String> typed, Actor actor) {
        return save(settingUp.empty(actor), MessengerForm.typed(typed), actor);
    }

    @PostMapping("/deliveries/messengers/{messenger:[0-9]{1,18}}")
    ModelAndView change(@PathVariable long messenger, @RequestParam Map<String, String> typed, Actor actor) {
        return save(settingUp.get(messenger, actor), MessengerForm.typed(typed), actor);
    }

    @PostMapping("/deliveries/messengers/{messenger:[0-9]{1,18}}/trial")
    ModelAndView tryOut(
            @PathVariable long messenger, @RequestParam(defaultValue = "") String to, Locale language, Actor actor) {
        var known = settingUp.get(messenger, actor);
        try {
            var outcome = settingUp.tryOut(messenger, to, language, actor);
            return page(known, MessengerForm.of(known), to, Faults.none(), Optional.of(outcome));
        } catch (Refusal.Violation violation) {
            return refused(known, MessengerForm.of(known), to, violation);
        }
    }

    private ModelAndView save(Messenger known, MessengerForm form, Actor actor) {
        try {
            return LocalAddress.seeOther("/deliveries/messengers/" + settingUp.save(known.id(), form, actor));
        } catch (Refusal.Violation violation) {
            return refused(known, form, "", violation);
        }
    }

    private static ModelAndView refused(Messenger known, MessengerForm form, String to, Refusal.Violation violation) {
        var page = page(known, form, to, Faults.of(violation), Optional.empty());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView page(Messenger messenger) {
        return page(messenger, MessengerForm.of(messenger), "", Faults.none(), Optional.empty());
    }

    private static ModelAndView page(
            Messenger known, MessengerForm form, String to, Faults faults, Optional<Outcome> outcome) {
        return new ModelAndView("delivery/messenger")
                .addObject("messenger", known)
                .addObject("form", form)
                .addObject("to", to)
                .addObject("faults", faults)
                .addObject("outcome", outcome);
    }
}
