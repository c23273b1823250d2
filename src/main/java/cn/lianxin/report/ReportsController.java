package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 简报: the list, issuing, and who gets them by mail. */
@Controller
class ReportsController {

    private final ReportPages pages;
    private final Issuing issuing;
    private final Subscribing subscribing;

    ReportsController(ReportPages pages, Issuing issuing, Subscribing subscribing) {
        this.pages = pages;
        this.issuing = issuing;
        this.subscribing = subscribing;
    }

    @GetMapping("/reports")
    ModelAndView list(@RequestParam Optional<ReportKind> kind, Actor.Member actor) {
        return pages.list(kind, pages.empty(actor), Faults.none(), actor);
    }

    @PostMapping("/reports")
    ModelAndView issue(
            @RequestParam long unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "") String remarks,
            Actor.Member actor) {
        try {
            return LocalAddress.seeOther("/reports/" + issuing.issue(new UnitId(unit), period, remarks, open, actor));
        } catch (Refusal.Violation violation) {
            return refused(new ReportForm(unit, period, open, remarks), violation, actor);
        }
    }

    @PostMapping("/reports/subscriptions")
    ModelAndView subscribe(@RequestParam long unit, @RequestParam ReportKind kind, Actor.Member actor) {
        try {
            subscribing.begin(new UnitId(unit), kind, actor);
            return LocalAddress.seeOther("/reports");
        } catch (Refusal.Violation violation) {
            return refused(pages.empty(actor), violation, actor);
        }
    }

    @PostMapping("/reports/subscriptions/end")
    ModelAndView unsubscribe(@RequestParam long unit, @RequestParam ReportKind kind, Actor.Member actor) {
        subscribing.end(new UnitId(unit), kind, actor);
        return LocalAddress.seeOther("/reports");
    }

    private ModelAndView refused(ReportForm form, Refusal.Violation violation, Actor.Member actor) {
        var page = pages.list(Optional.empty(), form, Faults.of(violation), actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
