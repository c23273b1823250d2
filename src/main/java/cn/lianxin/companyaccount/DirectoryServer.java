package cn.lianxin.companyaccount;

import java.util.regex.Pattern;

/** @param encrypted from the first byte; otherwise {@code startTls} says whether before anything is said */
record DirectoryServer(String host, int port, boolean encrypted, boolean startTls) {

    private static final Pattern ADDRESS =
            Pattern.compile("(ldaps?)://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(?::([0-9]{1,5}))?/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|::1");

    /** @throws IllegalStateException where it is no such address, or passwords would travel in clear */
    static DirectoryServer of(String text, boolean startTls) {
        var parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("lianxin.directory.url is neither ldaps://host nor ldap://host: " + text);
        }
        var encrypted = parts.group(1).equals("ldaps");
        var host = parts.group(2).replaceAll("[\\[\\]]", "");
        var port = parts.group(3) == null ? encrypted ? 636 : 389 : Integer.parseInt(parts.group(3));
        if (!encrypted && !startTls && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalStateException(
                    "lianxin.directory.start-tls=false is for this very machine alone, or passwords travel in clear: "
                            + text);
        }
        return new DirectoryServer(host, port, encrypted, !encrypted && startTls);
    }
}
