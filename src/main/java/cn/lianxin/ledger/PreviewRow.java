package cn.lianxin.ledger;

import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Matter;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A row as it will arrive.
 *
 * @param title empty, as all the rest, where the row cannot be taken
 * @param reporter his name, empty for an anonymous one
 */
record PreviewRow(
        int number,
        Fate fate,
        Optional<Instant> filedAt,
        String title,
        String reporter,
        String unit,
        Optional<Matter> matter,
        Optional<Instant> repliedAt,
        List<RowFault> faults) {

    enum Fate {
        OPEN,
        ANSWERED,
        CLOSED,
        KNOWN,
        LEFT_OUT
    }

    String filedAt(Screen screen) {
        return filedAt.map(at -> shown(at, screen)).orElse("");
    }

    String repliedAt(Screen screen) {
        return repliedAt.map(at -> shown(at, screen)).orElse("");
    }

    String matter(Screen screen) {
        return matter.map(it -> it.code() + " " + it.name(screen.words().chinese()))
                .orElse("");
    }

    /** Midnight in a ledger means that nobody wrote the hour. */
    private static String shown(Instant at, Screen screen) {
        return at.atZone(Screen.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT) ? screen.day(at) : screen.moment(at);
    }
}
