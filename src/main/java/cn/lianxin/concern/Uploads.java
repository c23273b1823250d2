package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.Attachments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files that came with a form. */
public final class Uploads {

    private Uploads() {}

    /** Takes them in, in their order; a file field that was left empty is no file. Refused with field {@code files}. */
    public static List<UUID> taken(@Nullable List<MultipartFile> files, Attachments attachments, Actor by) {
        var taken = new ArrayList<UUID>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            var name = file.getOriginalFilename();
            if (name == null || name.isEmpty()) {
                continue;
            }
            try (var content = file.getInputStream()) {
                taken.add(attachments.take(content, name, by).id().value());
            } catch (IOException broken) {
                throw new Refusal.Violation("files", "upload-broken");
            }
        }
        return taken;
    }
}
