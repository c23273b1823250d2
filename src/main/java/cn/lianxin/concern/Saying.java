package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.AttachmentKind;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.text.PlainText;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody says: in writing, or in a recording that stands for it. */
@Component
class Saying {

    private static final int TITLE_LENGTH = 24;
    private static final int LONGEST_TITLE = 60;

    private final Attachments attachments;

    Saying(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The words, cleaned. Refuses {@code words-required} where there are neither words nor a recording. */
    String mustBeSaid(String text, List<UUID> files) {
        if (files.size() > RaisingConcerns.MOST_ATTACHMENTS) {
            throw new Refusal.Violation("files", "too-many-files", RaisingConcerns.MOST_ATTACHMENTS);
        }
        var words = PlainText.block(text);
        if (words.isBlank() && recordings(files).isEmpty()) {
            throw new Refusal.Violation("text", "words-required");
        }
        var length = PlainText.lengthOf(words);
        if (length > RaisingConcerns.LONGEST_WORDS) {
            throw new Refusal.Violation("text", "words-too-long", RaisingConcerns.LONGEST_WORDS, length);
        }
        return words;
    }

    /** The title that was given, or the first words; of what was only spoken, how long it is. */
    String titleOf(String title, String words, List<UUID> files) {
        if (!title.isBlank()) {
            return cut(title, LONGEST_TITLE);
        }
        return words.isBlank() ? spoken(recordings(files)) : beginningOf(words);
    }

    static String beginningOf(String words) {
        return cut(words.lines().findFirst().orElse(words), TITLE_LENGTH);
    }

    private List<StoredAttachment> recordings(List<UUID> files) {
        return attachments.of(files.stream().map(AttachmentId::new).toList()).stream()
                .filter(file -> file.kind() == AttachmentKind.RECORDING)
                .toList();
    }

    /** A title is what the worker said and no part of a page, so it stands in his language. */
    private static String spoken(List<StoredAttachment> recordings) {
        long seconds = recordings.stream().mapToLong(StoredAttachment::seconds).sum();
        var length = seconds < 60 ? seconds + " 秒" : seconds / 60 + " 分 " + seconds % 60 + " 秒";
        return recordings.size() == 1 ? "语音 " + length : "语音 " + recordings.size() + " 段，共 " + length;
    }

    private static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit)) + "…";
    }
}
