package cn.lianxin.companyaccount;

import cn.lianxin.identity.SigningInByCompany;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import cn.lianxin.platform.fairness.Strangers;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Signing in at the provider; where none is set up there is nothing here. */
@Controller
class OpenIdController {

    private static final String LATE = "company-sign-in-late";
    private static final Duration CAME = Duration.ofDays(30);

    private final ObjectProvider<OpenIdSignIn> openId;
    private final BegunSignIns begun;
    private final SigningInByCompany signingIn;
    private final Strangers strangers;
    private final SecurityLog security;

    OpenIdController(
            ObjectProvider<OpenIdSignIn> openId,
            BegunSignIns begun,
            SigningInByCompany signingIn,
            Strangers strangers,
            SecurityLog security) {
        this.openId = openId;
        this.begun = begun;
        this.signingIn = signingIn;
        this.strangers = strangers;
        this.security = security;
    }

    @GetMapping(OpenIdDoor.ADDRESS)
    ModelAndView begin(
            @RequestParam(defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response) {
        var door = door();
        if (SharedDevice.is(request)) {
            // Whoever comes next would still be signed in at the provider.
            throw new Refusal.NotFound();
        }
        strangers.countSignIn(request);
        // Nobody is signed in because a page of somebody else sent his browser here.
        if (List.of("cross-site", "same-site")
                .contains(Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), ""))) {
            return refused(back, new Refusal.Violation("", LATE));
        }
        try {
            var digest = BrowserMark.BEGUN.write(BegunSignIns.LIFE, request, response);
            var fresh = door.fresh(digest, LocalAddress.orHome(back));
            var there = door.authorization(fresh);
            begun.add(fresh);
            return away(there);
        } catch (Refusal.Violation violation) {
            return refused(back, violation);
        }
    }

    /**
     * Goes on by a page of ours: the cookies of the second step come along only where a page of ours leads, and the code
     * stays out of the next address.
     */
    @GetMapping(OpenIdSignIn.BACK)
    ModelAndView comeBack(HttpServletRequest request, HttpServletResponse response) {
        var door = door();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var going = BrowserMark.BEGUN.read(request).flatMap(begun::take);
        if (going.isEmpty()) {
            return refused("/", new Refusal.Violation("", LATE));
        }
        BrowserMark.BEGUN.clear(request, response);
        var wanted = going.get().back();
        try {
            var vouched = door.vouched(single(request), going.get());
            var onwards = plain(signingIn.signIn(vouched.staffNumber(), vouched.strong(), wanted, request, response));
            strangers.signedIn(request);
            BrowserMark.CAME.write(CAME, request, response);
            response.setHeader("Refresh", "0;url=" + onwards);
            return new ModelAndView("companyaccount/onwards").addObject("onwards", onwards);
        } catch (Refusal.Violation violation) {
            if (!violation.code().equals("company-account-unknown")) {
                security.record(SecurityEvent.Kind.SIGN_IN_FAILED, Optional.empty(), request);
            }
            return refused(wanted, violation);
        }
    }

    /** He is signed out here; there he may still be. */
    @GetMapping(OpenIdDoor.OVER)
    ModelAndView over() {
        return door().endOfSession()
                .map(end -> new ModelAndView("companyaccount/over").addObject("end", end.toString()))
                .orElseGet(() -> LocalAddress.seeOther("/"));
    }

    private OpenIdSignIn door() {
        return Optional.ofNullable(openId.getIfAvailable()).orElseThrow(Refusal.NotFound::new);
    }

    private static ModelAndView refused(String back, Refusal.Violation violation) {
        var page = new ModelAndView("companyaccount/refused")
                .addObject("back", LocalAddress.orHome(back))
                .addObject("faults", Faults.of(violation));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView away(URI there) {
        var redirect = new RedirectView(there.toString());
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /** What stands twice in an answer is no answer. */
    private static Map<String, List<String>> single(HttpServletRequest request) {
        if (request.getParameterMap().values().stream().anyMatch(values -> values.length != 1)) {
            return Map.of();
        }
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }

    /** For a header, in which nothing but these may stand. */
    private static String plain(String address) {
        return address.matches("[!-~]+") ? address : "/";
    }
}
