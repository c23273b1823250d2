package cn.lianxin.api.concern;

import cn.lianxin.concern.TalkLine;
import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of what happened.
 *
 * @param step constant name, {@code ASSIGNED}; in words in {@code sentence}
 * @param who unit and name, empty for the worker and for the installation
 */
record TalkItem(
        TalkLine.Side side,
        String step,
        String sentence,
        String who,
        Instant at,
        String text,
        Optional<ReplyParts> reply,
        List<FileItem> files) {

    static TalkItem of(TalkLine line, Screen screen) {
        return new TalkItem(
                line.side(),
                line.step(),
                line.sentence(screen),
                line.who(),
                line.at(),
                line.text(),
                line.reply().map(ReplyParts::of),
                line.attachments().stream().map(FileItem::of).toList());
    }
}
