package cn.lianxin.platform.certificate;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a device comes to trust the installation's authority; open to everybody, without HTTPS too. */
@Controller
class TrustController {

    private static final MediaType AUTHORITY = MediaType.valueOf("application/x-x509-ca-cert");

    private final Optional<CertificateInForce> inForce;
    private final Addresses addresses;

    TrustController(Optional<CertificateInForce> inForce, Addresses addresses) {
        this.inForce = inForce;
        this.addresses = addresses;
    }

    @GetMapping("/trust")
    ModelAndView trust(
            @RequestParam(defaultValue = "/") String to,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = new ModelAndView("platform/certificate/trust")
                .addObject("speaking", Speaking.of(inForce))
                .addObject("root", authority().map(TrustedRoot::of).orElse(null))
                .addObject("device", Device.of(agent))
                .addObject("secure", "")
                .addObject("to", LocalAddress.orHome(to));
        if (!request.isSecure() && inForce.isPresent()) {
            var secure = addresses.secure(
                    addresses.asked(request.getServerName(), inForce.get().current()));
            response.setHeader("Content-Security-Policy", policy(secure));
            page.addObject("secure", secure);
        }
        return page;
    }

    /** A page that came without HTTPS may ask whether HTTPS would work, and nothing more than other pages. */
    private static String policy(String secure) {
        return "default-src 'self'; connect-src 'self' " + secure
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    @GetMapping("/trust/lianxin.crt")
    ResponseEntity<byte[]> root() {
        var root = authority().orElseThrow(Refusal.NotFound::new).root();
        return ResponseEntity.ok()
                .contentType(AUTHORITY)
                .cacheControl(CacheControl.noCache())
                .body(Pem.encoded(root));
    }

    /** Whoever reads this over HTTPS trusts us. */
    @GetMapping("/trust/trusted")
    ResponseEntity<Void> trusted() {
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private Optional<Authority> authority() {
        return inForce.flatMap(CertificateInForce::own).map(OwnAuthority::authority);
    }
}
