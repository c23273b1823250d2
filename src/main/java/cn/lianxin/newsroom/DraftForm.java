package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentKind;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.reprint.Reprint;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What came with the form of a text: its words, what is said of the pictures that are there, and new pictures. */
@Component
class DraftForm {

    /** So many can be added at once. */
    static final int SLOTS = 3;

    private static final int LONGEST_KEPT = 60_000;

    /** @param faults of the files alone; the words are looked at when they are sent */
    record Read(Draft draft, Faults faults) {}

    private final Attachments attachments;

    DraftForm(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A file that is refused leaves everything else as it was typed. */
    Read read(Draft before, HttpServletRequest request, Actor.Member by) {
        var faults = Faults.none();
        var pictures = new ArrayList<Draft.Picture>();
        for (var place = 1; place <= before.pictures().size(); place++) {
            if (request.getParameter("remove-" + place) == null) {
                pictures.add(new Draft.Picture(
                        before.pictures().get(place - 1).attachment(),
                        line(request, "alternative-" + place),
                        line(request, "caption-" + place)));
            }
        }
        for (var slot = 1; slot <= SLOTS; slot++) {
            var alternative = line(request, "new-alternative-" + slot);
            var caption = line(request, "new-caption-" + slot);
            try {
                taken(request, "file-" + slot, by)
                        .ifPresent(id -> pictures.add(new Draft.Picture(id, alternative, caption)));
            } catch (Refusal.Violation refused) {
                faults.add("file-" + slot, refused.code(), refused.arguments().toArray());
            }
        }
        var settling = Settling.of(request);
        var draft = new Draft(
                before.id(),
                before.person(),
                before.article(),
                before.base(),
                before.article().isPresent() ? before.channel() : kept(settling.line("channel")),
                kept(settling.line("title")),
                kept(settling.line("byline")),
                kept(settling.lines("text")),
                new Reprint(
                        kept(settling.line("source")),
                        kept(settling.line("original-author")),
                        kept(settling.line("original-title")),
                        kept(settling.line("link")),
                        kept(settling.line("issue")),
                        kept(settling.line("reprint-editor"))),
                pictures,
                kept(settling.lines("reason")),
                before.version());
        return new Read(draft, faults);
    }

    private Optional<UUID> taken(HttpServletRequest request, String field, Actor.Member by) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile(field);
        if (file == null || file.getOriginalFilename() == null || file.isEmpty()) {
            return Optional.empty();
        }
        try (var content = file.getInputStream()) {
            var stored = attachments.takeCredited(content, String.valueOf(file.getOriginalFilename()), by);
            if (stored.kind() != AttachmentKind.PHOTO || stored.mediaType().equals("image/heic")) {
                throw new Refusal.Violation(field, "news-no-picture", stored.name());
            }
            return Optional.of(stored.id().value());
        } catch (IOException broken) {
            throw new Refusal.Violation(field, "upload-broken");
        }
    }

    private static String line(HttpServletRequest request, String field) {
        return kept(PlainText.line(request.getParameter(field)));
    }

    /** What is too long to be sent is kept as long as it can be of use. */
    private static String kept(String words) {
        return words.length() <= LONGEST_KEPT ? words : words.substring(0, LONGEST_KEPT);
    }
}
