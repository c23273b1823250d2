package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a phone sends that has waited for the network.
 *
 * @param writer mark of whoever was signed in when it was written
 * @param unit id of the mine it is about, absent for the writer's own unit
 * @param files so many were sent before, numbered from 0
 */
record OfflineDraft(
        @Nullable String writer,
        Reporter.@Nullable Mode mode,
        @Nullable ConcernKind kind,
        @Nullable String matter,
        @Nullable String place,
        @Nullable Long unit,
        @Nullable String words,
        int files) {

    boolean anonymous() {
        return mode == Reporter.Mode.ANONYMOUS;
    }

    /** The keys of its files. */
    List<String> keys(String token) {
        if (files < 0 || files > RaisingConcerns.MOST_ATTACHMENTS) {
            throw new Refusal.Violation("files", "too-many-files", RaisingConcerns.MOST_ATTACHMENTS);
        }
        return IntStream.range(0, files).mapToObj(place -> key(token, place)).toList();
    }

    static String key(String token, int place) {
        return token + ":" + place;
    }

    NewConcern concern(String knownMatter, List<AttachmentId> attachments) {
        if (mode == null) {
            throw new Refusal.Violation("mode", "mode-required");
        }
        return new NewConcern(
                kind == null ? ConcernKind.usualFor(knownMatter) : kind,
                knownMatter,
                "",
                Objects.requireNonNullElse(words, ""),
                PlainText.line(place),
                mode,
                Optional.ofNullable(unit).map(UnitId::new),
                Optional.empty(),
                Channel.PAGE,
                attachments.stream().map(AttachmentId::value).toList());
    }

    String matterOr() {
        return matter == null ? Matter.UNCLASSIFIED : matter;
    }
}
