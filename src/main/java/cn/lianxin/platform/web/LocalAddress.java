package cn.lianxin.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Guards against being sent to a stranger's server by an address that came in from outside. */
public final class LocalAddress {

    private LocalAddress() {}

    /** Answers 303 to a path of this installation; braces in it are no variables. */
    public static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(orHome(address));
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /** The address if it is a path of this installation, else the home page. */
    public static String orHome(String address) {
        var local = address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(c -> c < ' ' || c == '\\');
        return local ? address : "/";
    }
}
