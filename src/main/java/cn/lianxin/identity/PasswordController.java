package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class PasswordController {

    private final ChangingPassword changing;

    PasswordController(ChangingPassword changing) {
        this.changing = changing;
    }

    /** The address of the page that goes on to another when the password is changed. */
    static String addressThen(String back) {
        return UriComponentsBuilder.fromPath("/password")
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(back)
                .toUriString();
    }

    @GetMapping("/password")
    ModelAndView page(
            @RequestParam(defaultValue = "/me?done=PASSWORD_CHANGED") String back,
            Actor.Member by,
            HttpServletRequest request) {
        changing.requireOneHere(by);
        return page(back, Faults.none(), request);
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "/me?done=PASSWORD_CHANGED") String back,
            Actor.Member by,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            changing.change(new PasswordForm(current, password, again), by, request, response);
            return LocalAddress.seeOther(back);
        } catch (Refusal.Violation violation) {
            var page = page(back, Faults.of(violation), request);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static ModelAndView page(String back, Faults faults, HttpServletRequest request) {
        return new ModelAndView("identity/password")
                .addObject("mustChange", SessionFilter.due(request) == Due.OWN_PASSWORD)
                .addObject("back", LocalAddress.orHome(back))
                .addObject("faults", faults);
    }
}
