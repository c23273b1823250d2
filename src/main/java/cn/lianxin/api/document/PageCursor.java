package cn.lianxin.api.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** Where a page begins, as callers carry it: they are to make nothing of it but the next address. */
public final class PageCursor {

    private PageCursor() {}

    static String of(String inner) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the list itself goes on from.
     *
     * @param parse of the list; empty where this is no cursor of it
     * @throws RequestFault {@code cursor-unclear} for whatever no answer ever gave
     */
    public static <C> Optional<C> read(Optional<String> given, Function<String, Optional<C>> parse) {
        return given.map(cursor ->
                decoded(cursor).flatMap(parse).orElseThrow(() -> RequestFault.parameter("after", "cursor-unclear")));
    }

    private static Optional<String> decoded(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                    .filter(inner -> inner.chars().noneMatch(Character::isISOControl));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
