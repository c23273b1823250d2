package cn.lianxin.application;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Faults;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the pages about applications and tokens. */
@Component
class ApplicationPages {

    private final RegisteringApplications registering;
    private final IssuingTokens issuing;
    private final Directory directory;

    ApplicationPages(RegisteringApplications registering, IssuingTokens issuing, Directory directory) {
        this.registering = registering;
        this.issuing = issuing;
        this.directory = directory;
    }

    ModelAndView list(ApplicationForm form, Faults faults, Actor by) {
        return page("application/applications", faults)
                .addObject("applications", registering.list(by))
                .addObject("places", places(by))
                .addObject("form", form);
    }

    ModelAndView show(long id, Actor by) {
        return show(id, ApplicationForm.of(registering.get(id, by)), TokenForm.empty(), Faults.none(), by);
    }

    ModelAndView show(long id, ApplicationForm form, TokenForm token, Faults faults, Actor by) {
        var application = registering.get(id, by);
        return page("application/application", faults)
                .addObject("application", application)
                .addObject("tokens", issuing.of(application))
                .addObject("people", issuing.countPeople(application))
                .addObject(
                        "scopes",
                        IssuingTokens.scopes(application, ApplicationScope.Use.MACHINE).stream()
                                .toList())
                .addObject("form", form)
                .addObject("token", token);
    }

    ModelAndView own(TokenForm form, Faults faults, Actor.Member member) {
        return page("application/my-tokens", faults)
                .addObject("tokens", issuing.of(member))
                .addObject("applications", issuing.offeredTo(member))
                .addObject("form", form);
    }

    /** The one time that a token stands in clear. */
    static ModelAndView issued(Token token, String back, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("application/token-issued")
                .addObject("token", token.value())
                .addObject("back", back);
    }

    private List<UnitCard> places(Actor by) {
        return by.unitsAs(Role.ADMINISTRATOR).stream()
                .distinct()
                .filter(directory::stands)
                .flatMap(unit -> Stream.concat(Stream.of(directory.unit(unit)), directory.children(unit).stream()))
                .distinct()
                .toList();
    }

    private static ModelAndView page(String name, Faults faults) {
        var page = new ModelAndView(name).addObject("faults", faults);
        page.setStatus(faults.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
