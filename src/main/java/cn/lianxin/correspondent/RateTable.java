package cn.lianxin.correspondent;

import cn.lianxin.newsroom.ArticleKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One version of what is paid: by channel and kind, in force from a day until the next version begins.
 *
 * @param from the first day on which it is in force
 */
record RateTable(long version, LocalDate from, List<Rate> rates) {

    /** @param channel empty for every channel that is not named */
    record Rate(String channel, ArticleKind kind, long fen) {}

    RateTable {
        rates = rates.stream()
                .sorted(Comparator.comparing(Rate::channel).thenComparing(Rate::kind))
                .toList();
    }

    /** What is named for the channel comes before what is said for all; empty where neither is said. */
    Optional<Long> fen(String channel, ArticleKind kind) {
        return named(channel, kind).or(() -> named("", kind));
    }

    Optional<Long> named(String channel, ArticleKind kind) {
        return rates.stream()
                .filter(rate -> rate.channel().equals(channel) && rate.kind() == kind)
                .map(Rate::fen)
                .findFirst();
    }

    /** Which of the versions is in force on the day; none before the first. */
    static Optional<RateTable> on(LocalDate day, Collection<RateTable> versions) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .max(Comparator.comparing(RateTable::from));
    }
}
