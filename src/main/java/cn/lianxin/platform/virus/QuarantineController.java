package cn.lianxin.platform.virus;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** For administrators: whether files are looked at, and what was found. Nothing of it can be fetched here. */
@Controller
class QuarantineController {

    private final VirusScanner scanner;
    private final Quarantine quarantine;
    private final ScannerSettings settings;
    private final AuditTrail audit;

    QuarantineController(VirusScanner scanner, Quarantine quarantine, ScannerSettings settings, AuditTrail audit) {
        this.scanner = scanner;
        this.quarantine = quarantine;
        this.settings = settings;
        this.audit = audit;
    }

    @GetMapping("/quarantine")
    ModelAndView show(Actor by) {
        mustKeepTheInstallation(by);
        return new ModelAndView("platform/virus/quarantine")
                .addObject("state", scanner.state())
                .addObject("days", settings.quarantine().toDays())
                .addObject("files", quarantine.all());
    }

    @PostMapping("/quarantine/{id}/deletion")
    @Transactional
    ModelAndView delete(@PathVariable long id, Actor by) {
        mustKeepTheInstallation(by);
        if (quarantine.delete(id)) {
            audit.record(by, "virus.deleted", "quarantine:" + id, "");
        }
        return LocalAddress.seeOther("/quarantine");
    }

    private static void mustKeepTheInstallation(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }
}
