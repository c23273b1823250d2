package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * That a request comes from a device which many use one after the other, such as the terminal in the lamp room: sessions are
 * short there and nothing may stay behind.
 */
public final class SharedDevice {

    private static final String ATTRIBUTE = SharedDevice.class.getName();

    private SharedDevice() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    public static boolean is(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ATTRIBUTE));
    }
}
