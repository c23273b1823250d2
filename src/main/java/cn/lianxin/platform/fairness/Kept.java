package cn.lianxin.platform.fairness;

import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.multipart.MultipartException;

/**
 * What somebody had typed when he was asked to wait, to be sent again from the page that asks him.
 *
 * @param address to which it goes
 * @param secrets names of fields that are not written into a page: he types them once more
 * @param files names of fields whose files have to be chosen once more
 */
record Kept(String address, List<Field> fields, List<String> secrets, List<String> files) {

    record Field(String name, String value) {}

    private static final long LONGEST = 12L * 1024 * 1024;
    private static final Set<String> SECRET = Set.of("password", "again", "current");
    private static final Set<String> OURS = Set.of(Strangers.PROOF_FIELD, Strangers.TURN_FIELD);

    /** Whether the fields can be looked at: a body of a script is its own, the largest are left unread, and some are broken. */
    static boolean isReadable(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null
                || type.startsWith("application/x-www-form-urlencoded")
                || type.startsWith("multipart/form-data")
                        && request.getContentLengthLong() <= LONGEST
                        && isWellFormed(request);
    }

    private static boolean isWellFormed(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (MultipartException | IllegalStateException broken) {
            return false;
        }
    }

    static Kept of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !isReadable(request)) {
            return new Kept("/pass", List.of(new Field("back", back(request))), List.of(), List.of());
        }
        var fields = new ArrayList<Field>();
        var secrets = new ArrayList<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (SECRET.contains(name)) {
                secrets.add(name);
            } else if (!OURS.contains(name)) {
                List.of(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        fields.sort(Comparator.comparing(Field::name));
        var address = request.getRequestURI();
        return new Kept(
                LocalAddress.orHome(address), fields, secrets.stream().sorted().toList(), files(request));
    }

    /** Whether everything is here that was sent, so that it can go on by itself. */
    boolean isWhole() {
        return secrets.isEmpty() && files.isEmpty();
    }

    private static List<String> files(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return List.of();
        }
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null && part.getSize() > 0)
                    .map(part -> part.getName())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException | ServletException | IllegalStateException broken) {
            return List.of();
        }
    }

    /** The page itself, or the one on which the form stood. */
    private static String back(HttpServletRequest request) {
        if (request.getMethod().equals("GET")) {
            var query = request.getQueryString();
            return LocalAddress.orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        try {
            var from = request.getHeader(HttpHeaders.REFERER);
            var path = from == null ? "/" : URI.create(from).getRawPath();
            return LocalAddress.orHome(path == null ? "/" : path);
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
