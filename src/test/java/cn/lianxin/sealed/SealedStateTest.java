package cn.lianxin.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.sealed.SealedState.Answered;
import cn.lianxin.sealed.SealedState.Enough;
import cn.lianxin.sealed.SealedState.NotEnough;
import cn.lianxin.sealed.SealedState.Opened;
import cn.lianxin.sealed.SealedState.Received;
import cn.lianxin.sealed.SealedStep.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedStateTest {

    private static final List<SealedState> STATES =
            List.of(new Received(), new Opened(), new Answered(), new NotEnough(), new Enough());

    /** Written by hand: from each state by each step, a dash where it is refused. */
    private static final String TABLE = """
            RECEIVED   OPENED     ANSWERED -          -      RECEIVED   RECEIVED
            OPENED     OPENED     ANSWERED -          -      OPENED     OPENED
            ANSWERED   ANSWERED   ANSWERED NOT_ENOUGH ENOUGH ANSWERED   ANSWERED
            NOT_ENOUGH NOT_ENOUGH ANSWERED -          -      NOT_ENOUGH NOT_ENOUGH
            ENOUGH     ENOUGH     -        -          -      ENOUGH     ENOUGH
            """;

    private static final List<Kind> KINDS =
            List.of(Kind.OPENED, Kind.ANSWERED, Kind.NOT_ENOUGH, Kind.ENOUGH, Kind.RECOVERY, Kind.GIVEN);

    @Test
    void every_state_lets_through_what_the_table_says_and_nothing_else() {
        var told = new ArrayList<String>();
        for (var state : STATES) {
            var line = new ArrayList<>(List.of(state.name()));
            KINDS.forEach(kind -> line.add(next(state, kind)));
            told.add(String.join(" ", line));
        }

        assertThat(told)
                .isEqualTo(TABLE.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void nobody_but_the_sender_ends_it() {
        assertThat(KINDS.stream()
                        .filter(kind -> next(new Answered(), kind).equals("ENOUGH"))
                        .toList())
                .containsExactly(Kind.ENOUGH);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> new Enough().after(Kind.ANSWERED))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-over"));
    }

    private static String next(SealedState state, Kind kind) {
        try {
            return state.after(kind).name();
        } catch (Refusal.Conflict refused) {
            return "-";
        }
    }
}
