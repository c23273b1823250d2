package cn.lianxin.platform.web;

/** Guards against being sent to a stranger's server by an address that came in from outside. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The address if it is a path of this installation, else the home page. */
    public static String orHome(String address) {
        var local = address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(c -> c < ' ' || c == '\\');
        return local ? address : "/";
    }
}
