package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.retention.DataKinds;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether the logs are what they were: for those who keep the house, and those who watch over it. */
@Controller
class AuditController {

    private static final int MOST_FINDINGS = 50;

    private final Checking checking;
    private final Findings findings;
    private final AuditTrail trail;
    private final DataKinds kinds;

    AuditController(Checking checking, Findings findings, AuditTrail trail, DataKinds kinds) {
        this.checking = checking;
        this.findings = findings;
        this.trail = trail;
        this.kinds = kinds;
    }

    @GetMapping("/audit")
    ModelAndView show(@RequestParam(defaultValue = "false") boolean checked, Actor by) {
        mustKeepTheHouse(by);
        return new ModelAndView("platform/audit/audit")
                .addObject("states", checking.states())
                .addObject("findings", findings.newest(MOST_FINDINGS))
                .addObject("checked", checked)
                .addObject("days", (long) kinds.daysOf("log"))
                .addObject("sees", AuditTrail.isReadBy(by));
    }

    @PostMapping("/audit/check")
    ModelAndView check(Actor by) {
        mustKeepTheHouse(by);
        checking.checkAll();
        trail.record(by, "audit.checked", "audit:all", "");
        return LocalAddress.seeOther("/audit?checked=true");
    }

    private static void mustKeepTheHouse(Actor by) {
        if (!AuditNavigation.keeps(by)) {
            throw new Refusal.NotFound();
        }
    }
}
