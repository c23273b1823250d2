package cn.lianxin.scim;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The way to an attribute: {@code name.formatted}, {@code urn:…:enterprise:2.0:User:department}.
 *
 * @param urn of its schema, empty where the path names none
 * @param attribute empty where the path is the schema itself
 * @param sub empty for the attribute as a whole
 */
record AttributePath(String urn, String attribute, String sub) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.\\$?[A-Za-z][A-Za-z0-9_-]*)?");

    /**
     * @param text of at least one character
     * @param kind whose schemas may be named whole
     * @throws ScimFault {@code invalidPath}
     */
    static AttributePath parse(String text, ResourceKind kind) {
        if (text.equalsIgnoreCase(kind.extension().urn())
                || text.equalsIgnoreCase(kind.core().urn())) {
            return new AttributePath(text, "", "");
        }
        var colon = text.toLowerCase(Locale.ROOT).startsWith("urn:") ? text.lastIndexOf(':') : -1;
        var name = text.substring(colon + 1);
        if (!NAME.matcher(name).matches()) {
            throw new ScimFault(Fault.PATH_WRONG, text);
        }
        var dot = name.indexOf('.');
        return new AttributePath(
                colon < 0 ? "" : text.substring(0, colon),
                dot < 0 ? name : name.substring(0, dot),
                dot < 0 ? "" : name.substring(dot + 1));
    }

    boolean wholeSchema() {
        return attribute.isEmpty();
    }

    @Override
    public String toString() {
        return (urn.isEmpty() ? "" : urn + ":") + attribute + (sub.isEmpty() ? "" : "." + sub);
    }
}
