package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConcernMovesTest {

    private static final int MOVES = 1_000_000;

    private final MoveTable table = new MoveTable();

    @Test
    void a_million_random_moves_by_random_people_succeed_exactly_where_the_table_permits_them() {
        var random = new RandomMoves(20261122);
        var made = new HashMap<String, Integer>();
        var refused = 0;
        var concern = random.filed(1, Instant.parse("2026-03-01T00:00:00Z"));
        var at = concern.filing().filedAt();
        for (var turn = 0; turn < MOVES; turn++) {
            var likely = table.movesIn(concern.course().state());
            // Half of them where the state permits them at all, or the rarest would never be made.
            var move = random.oneOf(likely.isEmpty() || random.now(2) ? table.moves() : likely);
            var by = random.party();
            at = at.plus(random.pause());
            var permitted = table.permits(move, concern, by, at);
            Concern moved;
            try {
                moved = random.make(move, concern, by, at);
            } catch (Refusal refusal) {
                assertThat(permitted)
                        .as("%s by %s on %s at %s was refused: %s", move, by, concern, at, refusal.getMessage())
                        .isFalse();
                refused++;
                continue;
            }
            assertThat(permitted)
                    .as("%s by %s on %s at %s succeeded", move, by, concern, at)
                    .isTrue();
            assertThat(moved.course().owner()).isNotNull();
            made.merge(move, 1, Integer::sum);
            concern = moved;
            if (!(concern.course().state() instanceof ConcernState.Open) && random.now(3)
                    || concern.unsaved().size() > 60) {
                assertThat(Replay.of(concern.unsaved())).isEqualTo(concern.course());
                concern = random.filed(turn, at);
            }
        }

        assertThat(made.keySet()).containsExactlyInAnyOrderElementsOf(table.moves());
        assertThat(refused).isGreaterThan(MOVES / 4);
    }

    @Test
    void the_table_would_notice_a_move_that_is_allowed_to_the_wrong_person() {
        var random = new RandomMoves(7);
        var concern = random.filed(1, Instant.EPOCH);
        var speaker =
                new Party(new cn.lianxin.kernel.Actor.ReceiptHolder("r"), java.util.Set.of(Standing.SPEAKER), false);

        assertThat(table.permits("accept", concern, speaker, Instant.EPOCH)).isFalse();
        assertThat(table.permits("withdraw", concern, speaker, Instant.EPOCH)).isTrue();
    }

    @Test
    void every_state_and_step_survives_being_written_and_read() {
        var random = new RandomMoves(3);
        Map<Class<?>, Integer> seen = new HashMap<>();
        var concern = random.filed(1, Instant.EPOCH);
        var at = Instant.EPOCH;
        for (var turn = 0; turn < MOVES / 5; turn++) {
            at = at.plus(random.pause());
            try {
                var moves = random.now(2) ? table.movesIn(concern.course().state()) : table.moves();
                concern = random.make(random.oneOf(moves), concern, random.party(), at);
            } catch (Refusal _) {
                continue;
            }
            var state = concern.course().state();
            var event = concern.unsaved().getLast().event();
            assertThat(ConcernJson.state(ConcernJson.write(state))).isEqualTo(state);
            assertThat(ConcernJson.event(ConcernJson.write(event))).isEqualTo(event);
            seen.merge(state.getClass(), 1, Integer::sum);
            if (!(state instanceof ConcernState.Open) || concern.unsaved().size() > 300) {
                concern = random.filed(turn, at);
            }
        }

        assertThat(seen).hasSize(17);
    }
}
