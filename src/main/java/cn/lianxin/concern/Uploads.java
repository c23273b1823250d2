package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.web.Faults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that came with a form. Each stands for itself: a good one stays with the form when another beside it is refused,
 * and need not be chosen again.
 */
public record Uploads(List<UUID> taken, List<Refusal.Violation> refused) {

    public Uploads {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    /**
     * Takes them in, in their order; a file field that was left empty is no file. Refused with field {@code files}.
     *
     * @param kept what this form had brought before; {@code file-gone} where that has been attached or discarded since
     */
    public static Uploads of(@Nullable List<MultipartFile> files, List<UUID> kept, Attachments attachments, Actor by) {
        var waiting = attachments
                .waiting(kept.stream().distinct().map(AttachmentId::new).toList())
                .stream()
                .map(file -> file.id().value())
                .toList();
        var taken = new ArrayList<>(waiting);
        var refused = new ArrayList<Refusal.Violation>();
        if (!waiting.containsAll(kept)) {
            refused.add(new Refusal.Violation("files", "file-gone"));
        }
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            try {
                take(file, attachments, by).ifPresent(taken::add);
            } catch (Refusal.Violation violation) {
                refused.add(violation);
            }
        }
        return new Uploads(taken, refused);
    }

    /** All of them, or the first refusal. */
    public List<UUID> mustBeWhole() {
        refused.stream().findFirst().ifPresent(violation -> {
            throw violation;
        });
        return taken;
    }

    /** What is wrong with each of the files, and what else is wrong with the form. */
    public Faults faultsWith(Refusal.Violation violation) {
        var faults = Faults.none();
        refused.forEach(faults::add);
        return refused.contains(violation) ? faults : faults.add(violation);
    }

    /** The good ones, to be shown beside the field. */
    public List<StoredAttachment> in(Attachments attachments) {
        return attachments.of(taken.stream().map(AttachmentId::new).toList());
    }

    private static Optional<UUID> take(MultipartFile file, Attachments attachments, Actor by) {
        var name = file.getOriginalFilename();
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        try (var content = file.getInputStream()) {
            return Optional.of(attachments.take(content, name, by).id().value());
        } catch (IOException broken) {
            throw new Refusal.Violation("files", "upload-broken");
        }
    }
}
