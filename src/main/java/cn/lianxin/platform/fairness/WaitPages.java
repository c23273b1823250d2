package cn.lianxin.platform.fairness;

import cn.lianxin.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says what to do to whoever has to wait, keeps what he had typed, and gives a script its work in a header. */
@ControllerAdvice
@Order(0)
class WaitPages {

    static final String TASK = "Lianxin-Task";

    private final Tasks tasks;
    private final Turns turns;
    private final Problems problems;

    WaitPages(Tasks tasks, Turns turns, Problems problems) {
        this.tasks = tasks;
        this.turns = turns;
        this.problems = problems;
    }

    @ExceptionHandler
    Object answer(MustWait wait, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!wait.isStranger()) {
            return isForScript(request)
                    ? problems.answer(request, HttpStatus.TOO_MANY_REQUESTS, "own-share", wait.seconds())
                    : page("own-share", request).addObject("seconds", wait.seconds());
        }
        var neighbourhood = Neighbourhood.of(request);
        var task = tasks.fresh(neighbourhood);
        response.setHeader(TASK, task.toString());
        if (isForScript(request)) {
            return problems.answer(request, HttpStatus.TOO_MANY_REQUESTS, "strangers-share", wait.seconds());
        }
        var page = page("wait", request);
        var sent = Kept.isReadable(request) ? request.getParameter(Strangers.TURN_FIELD) : null;
        return page.addObject("task", task)
                .addObject("again", sent != null)
                .addObject(
                        "turn",
                        sent == null || sent.length() > 400
                                ? turns.fresh(neighbourhood)
                                : new Turns.Turn(
                                        sent, turns.fresh(neighbourhood).opensAt()));
    }

    private static ModelAndView page(String name, HttpServletRequest request) {
        var page = new ModelAndView("platform/fairness/" + name).addObject("kept", Kept.of(request));
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    private static boolean isForScript(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}
