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

    /** Opened by this address, or in one line with the name: other cases of the same worker stand on the same pages. */
    boolean isNamedIn(String address, Caller.Answer answer) {
        return reporter.filter(name -> address.contains(number.toString())
                        ? answer.text().contains(name)
                        : answer.text()
                                .lines()
                                .anyMatch(line -> line.contains(number.toString()) && line.contains(name)))
                .isPresent();
    }
}
