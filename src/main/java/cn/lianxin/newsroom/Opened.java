package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.reprint.Reprint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a form was filled with when it was opened. It comes back with the form, so that what is typed can be put together with whatever was
 * kept since, however long it was open. Nobody trusts it: pictures that it names come into nothing.
 */
record Opened(
        long draft,
        int version,
        @Nullable Long article,
        @Nullable Long base,
        @Nullable String channel,
        @Nullable String title,
        @Nullable String byline,
        @Nullable String text,
        @Nullable List<String> reprint,
        @Nullable List<Picture> pictures,
        @Nullable String reason) {

    record Picture(
            @Nullable UUID attachment,
            @Nullable String alternativeText,
            @Nullable String caption) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PARTS = 6;

    static String written(Draft draft) {
        var reprint = draft.reprint();
        return JSON.writeValueAsString(new Opened(
                draft.id(),
                draft.version(),
                draft.article().orElse(null),
                draft.base().orElse(null),
                draft.channel(),
                draft.title(),
                draft.byline(),
                draft.text(),
                List.of(
                        reprint.source(),
                        reprint.author(),
                        reprint.title(),
                        reprint.link(),
                        reprint.issue(),
                        reprint.editor()),
                draft.pictures().stream()
                        .map(one -> new Picture(one.attachment(), one.alternativeText(), one.caption()))
                        .toList(),
                draft.reason()));
    }

    /** Empty where the form did not bring it. */
    static Optional<Opened> read(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(written, Opened.class));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    Draft as(PersonId person) {
        var parts = reprint != null && reprint.size() == PARTS ? reprint : List.of("", "", "", "", "", "");
        return new Draft(
                draft,
                person,
                Optional.ofNullable(article),
                Optional.ofNullable(base),
                PlainText.line(channel),
                PlainText.line(title),
                PlainText.line(byline),
                PlainText.block(text),
                new Reprint(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5)),
                pictures == null
                        ? List.of()
                        : pictures.stream()
                                .filter(one -> one != null && one.attachment() != null)
                                .map(one -> new Draft.Picture(
                                        Objects.requireNonNull(one.attachment()),
                                        PlainText.line(one.alternativeText()),
                                        PlainText.line(one.caption())))
                                .toList(),
                PlainText.block(reason),
                version);
    }
}
