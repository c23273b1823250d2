package cn.lianxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final PersonId PROPOSER = new PersonId(1);
    private static final PersonId OFFICER = new PersonId(2);
    private static final PersonId SUPERVISOR = new PersonId(3);

    private final Wording proposed = new Wording(
            7,
            3,
            1,
            new Text("澡堂几点有热水？", "早五点到晚十一点。", ""),
            WordingState.PROPOSED,
            PROPOSER,
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");

    @Test
    void two_people_of_two_lines_make_it_public() {
        var once = proposed.approve(OFFICER, Set.of(ApprovingLine.OFFICE), NOW);
        var twice = once.approve(SUPERVISOR, Set.of(ApprovingLine.SUPERVISION), NOW);

        assertThat(once.state()).isEqualTo(WordingState.APPROVED_ONCE);
        assertThat(once.publicAt()).isEmpty();
        assertThat(twice.state()).isEqualTo(WordingState.PUBLIC);
        assertThat(twice.publicAt()).contains(NOW);
    }

    @Test
    void nobody_approves_what_he_proposed_nor_twice_nor_two_of_one_line() {
        var once = proposed.approve(OFFICER, Set.of(ApprovingLine.OFFICE), NOW);

        assertThatThrownBy(() -> proposed.approve(PROPOSER, Set.of(ApprovingLine.LEADERS), NOW))
                .hasMessageContaining("question-own");
        assertThatThrownBy(() -> once.approve(OFFICER, EnumSet.allOf(ApprovingLine.class), NOW))
                .hasMessageContaining("question-own");
        assertThatThrownBy(() -> once.approve(new PersonId(4), Set.of(ApprovingLine.OFFICE), NOW))
                .hasMessageContaining("question-same-line");
        assertThatThrownBy(() -> proposed.approve(new PersonId(4), Set.of(), NOW))
                .hasMessageContaining("question-same-line");
    }

    @Test
    void a_refusal_says_why_and_only_its_proposer_takes_it_back() {
        assertThatThrownBy(() -> proposed.decline(" ")).isInstanceOf(Refusal.Violation.class);
        assertThat(proposed.decline("看得出是谁").state()).isEqualTo(WordingState.DECLINED);
        assertThatThrownBy(() -> proposed.withdraw(OFFICER)).isInstanceOf(Refusal.NotAllowed.class);
        assertThat(proposed.withdraw(PROPOSER).state()).isEqualTo(WordingState.WITHDRAWN);
        assertThatThrownBy(() -> proposed.decline("不行").approve(OFFICER, Set.of(ApprovingLine.OFFICE), NOW))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void whatever_people_try_it_is_public_only_by_two_others_of_two_lines() {
        var random = new Random(20_261_130);
        for (var run = 0; run < 2_000; run++) {
            var wording = proposed;
            for (var step = 0; step < 6; step++) {
                var by = new PersonId(1 + random.nextInt(4));
                var lines = EnumSet.noneOf(ApprovingLine.class);
                for (var line : ApprovingLine.values()) {
                    if (random.nextBoolean()) {
                        lines.add(line);
                    }
                }
                try {
                    var waited = wording.waitsFor(by, lines);
                    wording = wording.approve(by, lines, NOW);
                    assertThat(waited).isTrue();
                } catch (Refusal refused) {
                    assertThat(wording.waitsFor(by, lines)).isFalse();
                }
            }
            if (wording.state() == WordingState.PUBLIC) {
                var first = wording.first().orElseThrow();
                var second = wording.second().orElseThrow();
                assertThat(Set.of(PROPOSER, first.by(), second.by())).hasSize(3);
                assertThat(first.line()).isNotEqualTo(second.line());
            }
        }
    }
}
