package cn.lianxin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random moves beside a table that was written by hand: what the table does not permit is refused and changes nothing. */
class ProblemMovesTest {

    private static final int MOVES = 20_000;
    private static final Instant BEGAN = Instant.parse("2026-11-30T00:00:00Z");
    private static final PersonId OWNER = new PersonId(7);
    private static final PersonId ABOVE = new PersonId(8);

    private enum Deed {
        CAUSE,
        CURE,
        FINISH,
        RUN_OUT,
        RECUR,
        CONFIRM,
        SEND_BACK,
        MOVE_DATE
    }

    /** From where, by which move, to where; {@code once} a round. */
    private static final String TABLE = """
            OPENED        CAUSE      CAUSE_NAMED
            OPENED        MOVE_DATE  OPENED
            CAUSE_NAMED   CAUSE      CAUSE_NAMED
            CAUSE_NAMED   CURE       CURE_DECIDED
            CAUSE_NAMED   MOVE_DATE  CAUSE_NAMED
            CURE_DECIDED  CAUSE      CAUSE_NAMED
            CURE_DECIDED  CURE       CURE_DECIDED
            CURE_DECIDED  FINISH     WATCHED
            CURE_DECIDED  MOVE_DATE  CURE_DECIDED
            WATCHED       RUN_OUT    WATCHED_OUT
            WATCHED       RECUR      OPENED
            WATCHED_OUT   RECUR      OPENED
            WATCHED_OUT   CONFIRM    CLOSED
            WATCHED_OUT   SEND_BACK  OPENED
            """;

    private final Random random = new Random(20_261_130);

    @Test
    void a_move_is_made_where_the_table_permits_it_and_nowhere_else() {
        var table = new HashSet<String>();
        TABLE.lines().forEach(line -> table.add(line.replaceAll(" +", " ").strip()));
        var met = new HashSet<String>();
        var refused = new EnumMap<Deed, Integer>(Deed.class);
        var problem = opened();

        for (var tried = 0; tried < MOVES; tried++) {
            var deed = Deed.values()[random.nextInt(Deed.values().length)];
            var before = problem;
            var movedAlready = deed == Deed.MOVE_DATE && before.promised().moved();
            try {
                problem = make(deed, before);
                var line = before.state().code() + " " + deed + " "
                        + problem.state().code();
                assertThat(table).contains(line);
                assertThat(movedAlready).as("a date is moved once a round").isFalse();
                met.add(line);
                assertKept(deed, before, problem);
            } catch (Refusal.Conflict notNow) {
                var from = before.state().code() + " " + deed + " ";
                assertThat(movedAlready || table.stream().noneMatch(line -> line.startsWith(from)))
                        .as("%s was refused: %s", from, notNow.code())
                        .isTrue();
                refused.merge(deed, 1, Integer::sum);
            }
            problem = problem.isOver() ? opened() : problem;
        }

        assertThat(met).as("every line was met").isEqualTo(table);
        assertThat(refused.keySet()).containsExactlyInAnyOrderElementsOf(Set.of(Deed.values()));
    }

    private static void assertKept(Deed deed, Problem before, Problem after) {
        assertThat(after.owner()).isEqualTo(OWNER);
        assertThat(after.lead()).isEqualTo(before.lead());
        assertThat(after.version()).isGreaterThan(before.version());
        var again = deed == Deed.RECUR || deed == Deed.SEND_BACK;
        assertThat(after.promised().round()).isEqualTo(before.promised().round() + (again ? 1 : 0));
        assertThat(after.promised().recurrences())
                .isEqualTo(before.promised().recurrences() + (deed == Deed.RECUR ? 1 : 0));
        if (!again && deed != Deed.MOVE_DATE) {
            assertThat(after.promised().dueAt()).isEqualTo(before.promised().dueAt());
        }
        assertThat(after.isSought()).isEqualTo(after.watchedUntil().isEmpty());
        assertThat(after.cause().isEmpty()).isEqualTo(after.state() instanceof ProblemState.Opened);
        if (after.isOver()) {
            assertThat(after.confirmer()).contains(ABOVE);
        }
    }

    private static Problem make(Deed deed, Problem problem) {
        var now = BEGAN.plus(Duration.ofDays(1));
        var due = problem.promised().dueAt();
        return switch (deed) {
            case CAUSE -> problem.nameCause(new Cause("没人管检修", "翻了检修本"));
            case CURE -> problem.decideCure(new Cure("定人检修", "后勤科", LocalDate.of(2026, 12, 1)));
            case FINISH -> problem.finish("换了加热管", now, now.plus(Duration.ofDays(90)));
            case RUN_OUT -> problem.runOut(ABOVE);
            case RECUR -> problem.recur(now, due.plus(Duration.ofDays(30)));
            case CONFIRM -> problem.confirm();
            case SEND_BACK -> problem.sendBack(now, due.plus(Duration.ofDays(30)));
            case MOVE_DATE -> problem.moveDate(due.plus(Duration.ofDays(2)), due.plus(Duration.ofDays(9)));
        };
    }

    @Test
    void a_date_is_moved_neither_nearer_nor_further_than_it_may_and_no_cure_lies_beyond_it() {
        var problem = opened();
        var due = problem.promised().dueAt();
        var refusals = Map.of(
                "nearer",
                refusal(() -> problem.moveDate(due.minusSeconds(1), due.plus(Duration.ofDays(9)))),
                "too far",
                refusal(() -> problem.moveDate(due.plus(Duration.ofDays(10)), due.plus(Duration.ofDays(9)))));

        assertThat(refusals.values()).containsOnly("problem-date");
        assertThat(refusal(() -> problem.nameCause(new Cause("根", "查"))
                        .decideCure(new Cure("换", "谁", LocalDate.of(2027, 3, 1)))))
                .isEqualTo("problem-cure-day");
    }

    private static String refusal(Runnable move) {
        try {
            move.run();
            return "";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private static Problem opened() {
        return new Problem(
                1,
                new ProblemNumber(2026, 1),
                "澡堂没热水",
                false,
                new PersonId(3),
                new UnitId(4),
                OWNER,
                new ProblemState.Opened(),
                Promised.first(BEGAN, BEGAN.plus(Duration.ofDays(30))),
                Optional.empty(),
                0);
    }
}
