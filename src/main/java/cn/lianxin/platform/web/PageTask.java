package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A little work that a page brings along for the device which shows it; it stands in the page, where a script of ours reads it. */
public final class PageTask {

    private static final String ATTRIBUTE = PageTask.class.getName();

    private PageTask() {}

    public static void bringAlong(HttpServletRequest request, String task) {
        request.setAttribute(ATTRIBUTE, task);
    }

    public static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String task ? Optional.of(task) : Optional.empty();
    }
}
