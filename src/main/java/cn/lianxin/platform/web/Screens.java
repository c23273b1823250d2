package cn.lianxin.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Makes the {@link Screen} of a request. */
@Component
public class Screens {

    static final String SENIOR_COOKIE = "senior";

    private final MessageSource messages;
    private final CookieLocaleResolver locales;
    private final List<Navigation> navigations;
    private final List<HeadMarks> marks;
    private final List<PageWatermark> watermarks;
    private final Enterprise enterprise;
    private final Clock clock;

    Screens(
            MessageSource messages,
            CookieLocaleResolver locales,
            List<Navigation> navigations,
            List<HeadMarks> marks,
            List<PageWatermark> watermarks,
            Enterprise enterprise,
            Clock clock) {
        this.messages = messages;
        this.locales = locales;
        this.navigations = navigations;
        this.marks = marks;
        this.watermarks = watermarks;
        this.enterprise = enterprise;
        this.clock = clock;
    }

    public Screen of(HttpServletRequest request) {
        var actor = CurrentActor.of(request);
        var entries = navigations.stream()
                .flatMap(navigation -> navigation.entriesFor(actor))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        var query = request.getQueryString();
        var path = "GET".equals(request.getMethod())
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : request.getRequestURI();
        return new Screen(
                new Words(messages, locales.resolveLocale(request)),
                actor,
                path,
                isSenior(request) || SharedDevice.is(request) || DisplayOverride.isSenior(request),
                SharedDevice.is(request),
                entries,
                marks.stream().flatMap(room -> room.marksFor(actor)).toList(),
                watermarks.stream()
                        .flatMap(room -> room.styleFor(request).stream())
                        .findFirst(),
                PageTask.of(request),
                enterprise,
                clock);
    }

    private static boolean isSenior(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return false;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(SENIOR_COOKIE)) {
                return cookie.getValue().equals("on");
            }
        }
        return false;
    }
}
