package cn.lianxin.casework;

import cn.lianxin.platform.attachment.StoredAttachment;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed into the form of a move that was refused, so that it still stands there.
 *
 * @param move the form, empty when nothing was refused
 * @param files what came with it and was good
 */
public record Typed(String move, Map<String, String> values, List<StoredAttachment> files) {

    private static final List<String> WRITTEN = List.of(
            "text", "word", "words", "reason", "whereToTurn", "request", "facts", "opinion", "basis", "because");

    public static Typed nothing() {
        return new Typed("", Map.of(), List.of());
    }

    public String in(String form, String field) {
        return move.equals(form) ? values.getOrDefault(field, "") : "";
    }

    /** What was typed, or else what the field begins with. */
    public String in(String form, String field, String beginning) {
        return move.equals(form) ? values.getOrDefault(field, beginning) : beginning;
    }

    /** What was written in sentences, for when the form itself is no longer offered. */
    public List<String> sentences() {
        return WRITTEN.stream()
                .map(field -> values.getOrDefault(field, "").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public List<StoredAttachment> filesOf(String form) {
        return move.equals(form) ? files : List.of();
    }

    public boolean at(String form) {
        return move.equals(form);
    }
}
