package cn.lianxin.organization;

import java.util.Map;

/**
 * What was typed into one of the forms of a page, so that a refused form comes back as it was sent.
 *
 * @param form which of the page's forms, empty for none
 */
record Typed(String form, Map<String, String> values) {

    static Typed nothing() {
        return new Typed("", Map.of());
    }

    boolean into(String other) {
        return form.equals(other);
    }

    /** What was typed into a field of that form, else what the page knows. */
    String of(String other, String field, String known) {
        return into(other) ? values.getOrDefault(field, "") : known;
    }

    String at(String field) {
        return values.getOrDefault(field, "");
    }
}
