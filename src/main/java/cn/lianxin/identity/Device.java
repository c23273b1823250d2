package cn.lianxin.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** The browser of a session, as far as its owner needs to recognise it; nothing finer is kept. */
public record Device(DeviceKind kind, BrowserKind browser) {

    /** Of something that said nothing about itself. */
    public static final Device UNKNOWN = new Device(DeviceKind.UNKNOWN_DEVICE, BrowserKind.OTHER_BROWSER);

    /** The first that is found counts: what comes later names itself after what comes before. */
    private static final List<Map.Entry<String, DeviceKind>> KINDS = List.of(
            Map.entry("iPhone", DeviceKind.IPHONE),
            Map.entry("iPad", DeviceKind.TABLET),
            Map.entry("OpenHarmony", DeviceKind.HARMONY_PHONE),
            Map.entry("HarmonyOS", DeviceKind.HARMONY_PHONE),
            Map.entry("Windows", DeviceKind.WINDOWS_COMPUTER),
            Map.entry("Macintosh", DeviceKind.MAC),
            Map.entry("Linux", DeviceKind.LINUX_COMPUTER));

    private static final List<Map.Entry<String, BrowserKind>> BROWSERS = List.of(
            Map.entry("MicroMessenger", BrowserKind.WECHAT),
            Map.entry("DingTalk", BrowserKind.DINGTALK),
            Map.entry("Edg", BrowserKind.EDGE),
            Map.entry("Firefox", BrowserKind.FIREFOX),
            Map.entry("FxiOS", BrowserKind.FIREFOX),
            Map.entry("Chrome", BrowserKind.CHROME),
            Map.entry("CriOS", BrowserKind.CHROME),
            Map.entry("Safari", BrowserKind.SAFARI));

    /** As it names itself. */
    public static Device of(HttpServletRequest request) {
        var told = request.getHeader(HttpHeaders.USER_AGENT);
        return told == null ? UNKNOWN : of(told);
    }

    /** What the browser says of itself; a lie harms nobody but its owner. */
    static Device of(String told) {
        return new Device(kind(told), first(BROWSERS, told, BrowserKind.OTHER_BROWSER));
    }

    private static DeviceKind kind(String told) {
        if (told.contains("Android")) {
            return told.contains("Mobile") ? DeviceKind.ANDROID_PHONE : DeviceKind.TABLET;
        }
        return first(KINDS, told, DeviceKind.UNKNOWN_DEVICE);
    }

    private static <T> T first(List<Map.Entry<String, T>> known, String told, T otherwise) {
        return known.stream()
                .filter(one -> told.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
