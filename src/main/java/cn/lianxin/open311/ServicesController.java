package cn.lianxin.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** GET services, and the definition of each. */
@Controller
@RequestMapping(Endpoint.PATH)
class ServicesController {

    private final Services services;
    private final Jurisdiction jurisdiction;

    ServicesController(Services services, Jurisdiction jurisdiction) {
        this.services = services;
        this.jurisdiction = jurisdiction;
    }

    @GetMapping({"/services", "/services.xml", "/services.json"})
    ResponseEntity<byte[]> list(
            @RequestParam(name = "jurisdiction_id") @Nullable String asked,
            HttpServletRequest request,
            Locale language) {
        jurisdiction.mustBe(asked);
        return services.list(language).as(Format.of(request));
    }

    @GetMapping({"/services/{code:[^.]+}", "/services/{code:[^.]+}.xml", "/services/{code:[^.]+}.json"})
    ResponseEntity<byte[]> definition(
            @PathVariable String code,
            @RequestParam(name = "jurisdiction_id") @Nullable String asked,
            HttpServletRequest request,
            Locale language) {
        jurisdiction.mustBe(asked);
        return services.definition(code, language).as(Format.of(request));
    }
}
