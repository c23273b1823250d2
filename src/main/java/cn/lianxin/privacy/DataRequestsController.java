package cn.lianxin.privacy;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work of whoever decides what others ask to have corrected or erased. */
@Controller
class DataRequestsController {

    private final AskingForData asking;
    private final Directory directory;

    DataRequestsController(AskingForData asking, Directory directory) {
        this.asking = asking;
        this.directory = directory;
    }

    @GetMapping("/data-requests")
    ModelAndView show(@RequestParam(defaultValue = "false") boolean done, Actor.Member by) {
        return page(by, Faults.none(), done);
    }

    @PostMapping("/data-requests/{request:[0-9]{1,18}}")
    ModelAndView decide(
            @PathVariable long request,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String answer,
            Actor.Member by) {
        try {
            asking.decide(request, agreed, answer, by);
            return LocalAddress.seeOther("/data-requests?done=true");
        } catch (Refusal.Violation violation) {
            var page = page(by, Faults.of(violation), false);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(Actor.Member by, Faults faults, boolean done) {
        if (!AskingForData.decides(by)) {
            throw new Refusal.NotFound();
        }
        var open = asking.open(by);
        return new ModelAndView("privacy/data-requests")
                .addObject("requests", open)
                .addObject(
                        "names",
                        directory.personNames(open.stream()
                                .map(DataRequest::person)
                                .distinct()
                                .toList()))
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
