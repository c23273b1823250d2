package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Language and letters of one answer, whatever the cookies say: a browser that puts pages away asks without cookies. */
public final class DisplayOverride {

    private static final String SENIOR = DisplayOverride.class.getName() + ".senior";

    private DisplayOverride() {}

    public static void language(String language, HttpServletRequest request) {
        request.setAttribute(
                CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME,
                language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    public static void senior(HttpServletRequest request) {
        request.setAttribute(SENIOR, true);
    }

    static boolean isSenior(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(SENIOR));
    }
}
