package cn.lianxin.weakness;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Which of two versions came first, as the place where a library comes from orders them. */
final class Versions {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private Versions() {}

    static Comparator<String> of(String ecosystem) {
        return switch (ecosystem) {
            case "Maven" -> Comparator.comparing(ComparableVersion::new);
            case "npm" -> Versions::semantic;
            default -> throw new IllegalArgumentException("nobody orders versions of " + ecosystem);
        };
    }

    /** Semantic Versioning 2.0.0, 11: a version comes after its previews, and what follows a plus does not count. */
    private static int semantic(String one, String other) {
        var first = one.split("\\+", 2)[0].split("-", 2);
        var second = other.split("\\+", 2)[0].split("-", 2);
        var released = identifiers(first[0], second[0]);
        if (released != 0 || first.length + second.length == 2) {
            return released;
        }
        if (first.length != second.length) {
            return second.length - first.length;
        }
        return identifiers(first[1], second[1]);
    }

    private static int identifiers(String one, String other) {
        var first = one.split("\\.");
        var second = other.split("\\.");
        for (var i = 0; i < Math.min(first.length, second.length); i++) {
            var difference = identifier(first[i], second[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return first.length - second.length;
    }

    private static int identifier(String one, String other) {
        var numbers = NUMBER.matcher(one).matches();
        if (numbers != NUMBER.matcher(other).matches()) {
            return numbers ? -1 : 1;
        }
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
}
