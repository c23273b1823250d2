package cn.lianxin.formerportal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An address of a former site as it is compared: its path, decoded, and what stands behind a question mark. */
final class FormerPath {

    private FormerPath() {}

    /** Empty for what has no path of its own: the front page of the site leads to no article. */
    static Optional<String> of(String address) {
        var path = address.strip().replaceFirst("(?i)^https?://[^/?#]*", "").replaceFirst("#.*$", "");
        var question = path.indexOf('?');
        var before = decoded(question < 0 ? path : path.substring(0, question)).replaceAll("/+", "/");
        var known = before + (question < 0 ? "" : path.substring(question));
        var shortened = known.length() > 1 && known.endsWith("/") ? known.substring(0, known.length() - 1) : known;
        return before.startsWith("/")
                        && before.length() > 1
                        && shortened.length() <= TakenArticles.LONGEST_PATH
                        && shortened.chars().noneMatch(one -> one < ' ')
                ? Optional.of(shortened)
                : Optional.empty();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
