package cn.lianxin.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which page it is that somebody without an account asks for; everything that his page depends on.
 *
 * @param root scheme, host and port, by which addresses in a page may begin
 * @param display his switches, language and letters
 */
record PageKey(String root, String path, String display) {

    private static final Pattern PAGE = Pattern.compile(
            "/news(/channels/[a-z-]{2,30}|/archive(/[0-9]{4}-[0-9]{2})?|/masthead|/articles/[0-9]{1,18}/[a-z0-9-]{1,80})?");
    private static final Pattern CURSOR = Pattern.compile("after=[0-9.]{1,40}");
    private static final Pattern ARTICLE = Pattern.compile("/news/articles/([0-9]{1,18})/.*");

    /** Every other cookie is somebody's: his session, his receipt, his terminal. */
    private static final Set<String> SWITCHES = Set.of("language", "senior");

    /** Empty for everything that is not a public page for anybody. */
    static Optional<PageKey> of(HttpServletRequest request) {
        var query = request.getQueryString();
        if (!request.getMethod().equals("GET")
                || !PAGE.matcher(request.getRequestURI()).matches()
                || query != null && !CURSOR.matcher(query).matches()
                || request.getHeader("Authorization") != null) {
            return Optional.empty();
        }
        var display = new StringBuilder();
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (!SWITCHES.contains(cookie.getName()) || cookie.getValue().length() > 10) {
                    return Optional.empty();
                }
                display.append(cookie.getName())
                        .append('=')
                        .append(cookie.getValue())
                        .append(';');
            }
        }
        var root = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Optional.of(new PageKey(root, path, display.toString()));
    }

    Optional<Long> article() {
        var address = ARTICLE.matcher(path);
        return address.matches() ? Optional.of(Long.parseLong(address.group(1))) : Optional.empty();
    }
}
