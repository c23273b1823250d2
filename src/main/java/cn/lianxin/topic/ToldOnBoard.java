package cn.lianxin.topic;

import cn.lianxin.foresight.Finding;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is still to be judged and goes on growing, in one line each, for the board. */
@Component
class ToldOnBoard implements cn.lianxin.foresight.HotTopics {

    private static final Duration RISING = Duration.ofDays(28);

    private record Part(ShownAlarm alarm, List<SeenEvidence.Seen> here) {}

    private final HotTopics topics;
    private final Directory directory;
    private final Clock clock;

    ToldOnBoard(HotTopics topics, Directory directory, Clock clock) {
        this.topics = topics;
        this.directory = directory;
        this.clock = clock;
    }

    /** Where a handful of what this reader sees of it comes from there. */
    @Override
    public List<Finding> below(UnitId unit, Actor.Member reader, Words words) {
        if (!HotTopics.isFor(reader)) {
            return List.of();
        }
        var after = clock.instant().minus(RISING);
        return topics.shown(reader).stream()
                .filter(alarm -> alarm.state() == ShownAlarm.State.OPEN)
                .map(alarm -> part(alarm, unit))
                .filter(part ->
                        part.here().size() >= Listening.SMALLEST && newest(part).isAfter(after))
                .sorted(Comparator.comparing((Part part) -> part.here().size()).reversed())
                .map(part -> finding(part, words))
                .toList();
    }

    private Part part(ShownAlarm alarm, UnitId unit) {
        return new Part(
                alarm,
                alarm.evidence().stream()
                        .filter(one -> directory.covers(unit, one.unit()))
                        .toList());
    }

    private static Instant newest(Part part) {
        return part.here().getLast().filedAt();
    }

    private static Finding finding(Part part, Words words) {
        return new Finding(
                part.alarm().name(),
                part.alarm().mine(),
                words.of(
                        "topic.counted",
                        part.here().size(),
                        part.here().stream()
                                .map(SeenEvidence.Seen::unit)
                                .distinct()
                                .count()),
                part.alarm().address());
    }
}
