package cn.lianxin.readers;

import cn.lianxin.concern.ConcernNumber;
import java.util.Optional;
import java.util.UUID;

/**
 * A protected concern with words that stand nowhere else.
 *
 * @param receipt its digits
 * @param reporter his name, where he gave one that is not for all
 * @param file that belongs to it
 */
record Canary(
        String name,
        String words,
        ConcernNumber number,
        String receipt,
        Optional<String> reporter,
        Optional<UUID> file) {

    String subject() {
        return "concern:" + number;
    }

    /** Files are known by their address, because their content is no text. */
    boolean isIn(String route, String address, Caller.Answer answer) {
        var isFile = route.matches(".*(/attachments/|/files/|/media/)\\{\\w+}$");
        return isFile
                ? answer.status() == 200
                        && address.contains(number.toString())
                        && file.filter(id -> address.contains(id.toString())).isPresent()
                : answer.text().contains(words);
    }

    boolean isNamedIn(Caller.Answer answer) {
        return answer.text().contains(number.toString())
                && reporter.filter(answer.text()::contains).isPresent();
    }
}
