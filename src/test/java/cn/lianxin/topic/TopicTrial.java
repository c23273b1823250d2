package cn.lianxin.topic;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alarms that were raised already, for tests that are about something else. */
@Component
public class TopicTrial {

    private final RaisedAlarms alarms;
    private final HotTopics topics;
    private final JdbcClient database;
    private final Clock clock;

    TopicTrial(RaisedAlarms alarms, HotTopics topics, JdbcClient database, Clock clock) {
        this.alarms = alarms;
        this.topics = topics;
        this.database = database;
        this.clock = clock;
    }

    /** Its number. */
    public long raise(UnitId mine, List<ConcernNumber> numbers) {
        var ids = database.sql("select id from concern.concern where number = any (:numbers)")
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
        return alarms.keep(mine.value(), clock.instant(), ids, Optional.empty(), List.of());
    }

    public void dismiss(long alarm, String because, Actor by) {
        topics.dismiss(alarm, because, by);
    }
}
