package cn.lianxin.concern;

import java.util.Map;

/**
 * What somebody typed into the form of a move that was refused, so that it still stands there.
 *
 * @param move the form, empty when nothing was refused
 */
public record Typed(String move, Map<String, String> values) {

    public static Typed nothing() {
        return new Typed("", Map.of());
    }

    public String in(String form, String field) {
        return move.equals(form) ? values.getOrDefault(field, "") : "";
    }

    /** What was typed, or else what the field begins with. */
    public String in(String form, String field, String beginning) {
        return move.equals(form) ? values.getOrDefault(field, beginning) : beginning;
    }

    public boolean at(String form) {
        return move.equals(form);
    }
}
