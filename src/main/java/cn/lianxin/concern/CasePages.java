package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one concern, and what every step on it answers: back to where it was pressed, or the page with the fault. */
@Component
class CasePages {

    private final ReadingConcerns reading;
    private final Routing routing;
    private final ObjectProvider<WorkerJudgement> judgement;
    private final ObjectProvider<CaseFrame> frames;

    CasePages(
            ReadingConcerns reading,
            Routing routing,
            ObjectProvider<WorkerJudgement> judgement,
            ObjectProvider<CaseFrame> frames) {
        this.reading = reading;
        this.routing = routing;
        this.judgement = judgement;
        this.frames = frames;
    }

    ModelAndView page(ConcernNumber number, String back, Actor actor) {
        return page(number, back, actor, Faults.none(), Typed.nothing());
    }

    /**
     * Makes a move from the form that was posted.
     *
     * @param form name of the move, by which the page finds its form again
     */
    ModelAndView step(String numberText, String form, HttpServletRequest request, Actor actor, Runnable move) {
        var number = number(numberText);
        var back = LocalAddress.orHome(parameter(request, "back", "/concerns/" + number));
        try {
            mustBeFresh(number, parameter(request, "version", ""), actor);
            move.run();
        } catch (Refusal.Violation violation) {
            var page = refused(number, back, actor, Faults.of(violation), typed(form, request));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var faults =
                    Faults.none().add("", conflict.code(), conflict.arguments().toArray());
            var page = refused(number, back, actor, faults, typed(form, request));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return LocalAddress.seeOther(back);
    }

    static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }

    private void mustBeFresh(ConcernNumber number, String version, Actor actor) {
        if (!version.isEmpty() && !version.equals(String.valueOf(reading.versionOf(number, actor)))) {
            throw new Refusal.Conflict("moved-on");
        }
    }

    private ModelAndView refused(ConcernNumber number, String back, Actor actor, Faults faults, Typed typed) {
        return frames.stream()
                .flatMap(frame -> frame.around(number, back, faults, typed, actor).stream())
                .findFirst()
                .orElseGet(() -> page(number, back, actor, faults, typed));
    }

    private ModelAndView page(ConcernNumber number, String back, Actor actor, Faults faults, Typed typed) {
        var file = reading.open(number, actor);
        var page = new ModelAndView(file.mine() ? "concern/mine" : "concern/case");
        page.addObject("file", file);
        page.addObject("back", back);
        page.addObject("faults", faults);
        page.addObject("typed", typed);
        if (file.mine()) {
            page.addObject(
                    "given",
                    judgement.stream()
                            .filter(_ -> file.judgeable())
                            .flatMap(room -> room.givenOn(number, actor).stream())
                            .findFirst());
        } else {
            page.addObject("forms", routing.formsFor(file, actor));
        }
        return page;
    }

    private static Typed typed(String form, HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all.length == 0 ? "" : all[0]));
        return new Typed(form, values);
    }

    private static String parameter(HttpServletRequest request, String name, String otherwise) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
