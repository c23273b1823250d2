package cn.lianxin.desk;

import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of work, each at an address of its own. */
@Controller
class WorkController {

    private final WorkPages pages;

    WorkController(WorkPages pages) {
        this.pages = pages;
    }

    @GetMapping({
        "/desk",
        "/desk/{queue}",
        "/tasks",
        "/tasks/{queue}",
        "/decisions",
        "/decisions/{queue}",
        "/reviews",
        "/reviews/{queue}",
        WorkPages.BEHIND_A_FIGURE
    })
    ModelAndView list(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request, Actor actor) {
        return pages.page(Listing.of(request.getRequestURI(), parameters), actor);
    }
}
