package cn.lianxin.concern;

import cn.lianxin.platform.attachment.StoredAttachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the talk.
 *
 * @param key of what happened, {@code step.ASSIGNED}, with its arguments
 * @param who unit and name, empty for the worker and for the installation
 * @param text what was said with it, may be empty
 */
public record TalkLine(
        Side side,
        String key,
        List<Object> arguments,
        String who,
        Instant at,
        String text,
        Optional<Reply> reply,
        List<StoredAttachment> attachments) {

    /** Where it stands: the worker's side, the office's, between them, or hidden from the worker. */
    public enum Side {
        WORKER,
        OFFICE,
        STEP,
        NOTE
    }
}
