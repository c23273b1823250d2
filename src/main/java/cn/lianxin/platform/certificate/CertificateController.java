package cn.lianxin.platform.certificate;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.QrPicture;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** For administrators: which certificate is in force and until when, and the sheet for the notice board. */
@Controller
class CertificateController {

    private final Optional<CertificateInForce> inForce;
    private final Optional<RenewingCertificates> renewing;
    private final Addresses addresses;

    CertificateController(
            Optional<CertificateInForce> inForce, Optional<RenewingCertificates> renewing, Addresses addresses) {
        this.inForce = inForce;
        this.renewing = renewing;
        this.addresses = addresses;
    }

    @GetMapping("/certificate")
    ModelAndView show(Actor by) {
        mustKeepTheInstallation(by);
        return new ModelAndView("platform/certificate/certificate")
                .addObject("speaking", Speaking.of(inForce))
                .addObject("shown", inForce.map(ShownCertificate::of).orElse(null))
                .addObject(
                        "endings", renewing.map(RenewingCertificates::endings).orElse(List.of()))
                .addObject("trustPage", addresses.trustPage());
    }

    @PostMapping("/certificate/renewal")
    ModelAndView renew(Actor by) {
        mustKeepTheInstallation(by);
        renewing.orElseThrow(Refusal.NotFound::new).renewNow(by);
        return LocalAddress.seeOther("/certificate");
    }

    @GetMapping("/certificate/sheet")
    ModelAndView sheet(Actor by) {
        mustKeepTheInstallation(by);
        var root = inForce.flatMap(CertificateInForce::own)
                .map(own -> TrustedRoot.of(own.authority()))
                .orElse(null);
        return new ModelAndView("platform/certificate/sheet")
                .addObject("root", root)
                .addObject("address", addresses.trustPage())
                .addObject("qr", QrPicture.of(addresses.trustPage()));
    }

    private static void mustKeepTheInstallation(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }
}
