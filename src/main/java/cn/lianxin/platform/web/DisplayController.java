package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The two switches on every page, language and senior mode; each comes back to where it was pressed. */
@Controller
class DisplayController {

    private final CookieLocaleResolver locales;

    DisplayController(CookieLocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/display")
    ModelAndView display(
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String senior,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            locales.setLocale(request, response, language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        }
        if (senior != null) {
            var cookie = ResponseCookie.from(Screens.SENIOR_COOKIE, senior.equals("on") ? "on" : "off")
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .sameSite("Lax")
                    .httpOnly(true)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return LocalAddress.seeOther(back);
    }
}
