package cn.lianxin.api.concern;

import cn.lianxin.platform.attachment.AttachmentKind;
import cn.lianxin.platform.attachment.StoredAttachment;
import java.util.UUID;

/**
 * A file, to be fetched with its concern.
 *
 * @param seconds of a recording, else 0
 */
record FileItem(UUID id, String name, String mediaType, long size, AttachmentKind kind, long seconds) {

    static FileItem of(StoredAttachment file) {
        return new FileItem(file.id().value(), file.name(), file.mediaType(), file.size(), file.kind(), file.seconds());
    }
}
