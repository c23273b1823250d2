package cn.lianxin.safeguard;

import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question whether whoever spoke is left in peace.
 *
 * @param days after the filing
 * @param closesAt until when he may answer: as long as until the next one, the last as long as the one before it
 */
public record CheckIn(int days, Instant dueAt, Instant closesAt, Optional<Answer> answer) {

    /** What he tapped. */
    public enum Answer {
        PEACE,
        TROUBLE
    }

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** @param days in rising order, natural days after the day of the filing */
    static List<CheckIn> planned(Instant filed, List<Integer> days) {
        var plan = new ArrayList<CheckIn>();
        for (var place = 0; place < days.size(); place++) {
            var before = place == 0 ? 0 : days.get(place - 1);
            var closes = place + 1 < days.size() ? days.get(place + 1) : days.get(place) + days.get(place) - before;
            plan.add(new CheckIn(
                    days.get(place), morning(filed, days.get(place)), morning(filed, closes), Optional.empty()));
        }
        return plan;
    }

    static Instant morning(Instant filed, int days) {
        return filed.atZone(Screen.ZONE)
                .toLocalDate()
                .plusDays(days)
                .atTime(MORNING)
                .atZone(Screen.ZONE)
                .toInstant();
    }

    public CheckInState state(Instant now) {
        if (answer.isPresent()) {
            return answer.get() == Answer.PEACE ? CheckInState.PEACE : CheckInState.TROUBLE;
        }
        if (now.isBefore(dueAt)) {
            return CheckInState.TO_COME;
        }
        return now.isBefore(closesAt) ? CheckInState.ASKED : CheckInState.NO_ANSWER;
    }

    boolean isOpen(Instant now) {
        return !now.isBefore(dueAt) && now.isBefore(closesAt);
    }

    static CheckIn of(ResultSet row, int place) throws SQLException {
        @Nullable String answer = row.getString("answer");
        return new CheckIn(
                row.getInt("days"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(answer).map(Answer::valueOf));
    }
}
