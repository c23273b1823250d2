package cn.lianxin.concern;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays timelines from their first step and compares what comes out with what is stored. */
public class TimelineReplay {

    private final Concerns concerns;
    private final Timeline timeline;
    private final JdbcClient database;

    TimelineReplay(Concerns concerns, Timeline timeline, JdbcClient database) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.database = database;
    }

    /** Numbers of the concerns whose timeline tells another story than their row; of all there are. */
    public List<String> thatDiffer() {
        return database
                .sql("select id from concern.concern order by id")
                .query((row, _) -> row.getLong("id"))
                .list()
                .stream()
                .map(concerns::get)
                .filter(concern -> !replayed(concern.id()).equals(concern.course()))
                .map(concern -> concern.number().toString())
                .toList();
    }

    private Course replayed(long concern) {
        var steps = timeline.of(concern);
        var course = Course.begun((ConcernEvent.Filed) steps.getFirst().event());
        for (var step : steps.subList(1, steps.size())) {
            course = course.after(step.event());
        }
        return course;
    }
}
