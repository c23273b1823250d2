package cn.lianxin.concern;

import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of the talk.
 *
 * @param key of what happened, {@code step.ASSIGNED}, with its arguments
 * @param who unit and name, empty for the worker and for the installation
 * @param inPlaceOf who was away when it was made for him, or empty
 * @param text what was said with it, may be empty
 */
public record TalkLine(
        Side side,
        String key,
        List<Object> arguments,
        String who,
        String inPlaceOf,
        Instant at,
        String text,
        Optional<Reply> reply,
        List<StoredAttachment> attachments) {

    /** Who made it, and in whose place. */
    public String by(Screen screen) {
        return inPlaceOf.isEmpty() ? who : screen.say("talk.in-place-of", who, inPlaceOf);
    }

    /** The same, signed by somebody outside for this reason. */
    TalkLine signed(String reason) {
        return new TalkLine(side, key + ".signed", arguments, who, inPlaceOf, at, reason, reply, attachments);
    }

    /** Constant name of the step, {@code ASSIGNED}. */
    public String step() {
        return key.split("\\.")[1];
    }

    /** What happened, in the words of the reader. */
    public String sentence(Screen screen) {
        var words = arguments.stream().map(argument -> switch (argument) {
            case LocalDate day -> screen.day(day);
            case Enum<?> constant -> screen.say(constant);
            default -> argument.toString();
        });
        return screen.say(key, words.toArray());
    }

    /** Where it stands: the worker's side, the office's, between them, or hidden from the worker. */
    public enum Side {
        WORKER,
        OFFICE,
        STEP,
        NOTE
    }
}
