package cn.lianxin.attack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A request that the product takes, with what a person would have sent. */
record Target(String method, String path, Map<String, String> fields, boolean multipart) {

    private static final String BOUNDARY = "----lianxin7d1a";

    /** Alike are those that differ only in what they name and what is filled in. */
    String kind() {
        return method + " " + Surface.kindOf(path) + " " + new TreeSet<>(fields.keySet());
    }

    /** A star behind a part of the path that names something: there one can put words as well. */
    boolean names() {
        return !Surface.kindOf(path).equals(path);
    }

    Target attackedInPath() {
        return new Target(method, path.replaceFirst("(/[^/]*[\\dA-Z][^/]*)", "$1*"), fields, multipart);
    }

    /** As it goes over the wire. */
    String request(URI home) {
        var get = method.equals("GET");
        var address = path + (get && !fields.isEmpty() ? "?" + encoded() : "");
        var body = get ? "" : multipart ? parts() : encoded();
        var request = new StringBuilder(method + " " + address + " HTTP/1.1\n")
                .append("Host: ")
                .append(home.getAuthority())
                .append('\n');
        if (!get) {
            request.append("Content-Type: ")
                    .append(
                            multipart
                                    ? "multipart/form-data; boundary=" + BOUNDARY
                                    : "application/x-www-form-urlencoded")
                    .append("\nContent-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append('\n');
        }
        return request.append('\n').append(body).append('\n').toString();
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String parts() {
        return fields.entrySet().stream()
                        .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
