package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * That a request comes from a device which many use one after the other, such as the terminal in the lamp room: sessions are
 * short there and nothing may stay behind.
 */
public final class SharedDevice {

    private static final String ATTRIBUTE = SharedDevice.class.getName();

    private SharedDevice() {}

    /** @param key by which it is told apart from other such devices; opens nothing */
    public static void mark(HttpServletRequest request, String key) {
        request.setAttribute(ATTRIBUTE, key);
    }

    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String;
    }

    /** Which one it is, empty for a device of one's own. */
    public static String key(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String key ? key : "";
    }
}
