package cn.lianxin.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.Verdict.Satisfied;
import cn.lianxin.verdict.Verdict.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchTest {

    private static final UnitId UNIT = new UnitId(7);

    private static long people = 1;

    @Test
    void five_that_differ_are_published_together() {
        var batch = Batch.of(UNIT, mixed(5)).orElseThrow();

        assertThat(batch.verdicts()).hasSize(5);
        assertThat(batch.count(Solved.SOLVED)).isEqualTo(4);
        assertThat(batch.count(Solved.NOT_SOLVED)).isEqualTo(1);
        assertThat(batch.count(Satisfied.NOT_SATISFIED)).isEqualTo(1);
    }

    @Test
    void four_wait() {
        assertThat(Batch.of(UNIT, mixed(4))).isEmpty();
        assertThatThrownBy(() -> new Batch(UNIT, mixed(4))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_all_alike_waits_however_much_it_is(Solved solved) {
        var alike = many(40, solved, Satisfied.SATISFIED, false);
        var alikeInOneWord = new ArrayList<>(alike);
        alikeInOneWord.add(ripe(solved, Satisfied.FAIRLY, false));

        assertThat(Batch.of(UNIT, alike)).isEmpty();
        assertThat(Batch.of(UNIT, alikeInOneWord)).isEmpty();
        assertThatThrownBy(() -> new Batch(UNIT, alikeInOneWord)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_withheld_is_not_published_with_the_single_one_that_differs() {
        var waiting = new ArrayList<>(many(9, Solved.SOLVED, Satisfied.SATISFIED, true));
        waiting.add(ripe(Solved.NOT_SOLVED, Satisfied.NOT_SATISFIED, false));

        assertThat(Batch.of(UNIT, waiting)).isEmpty();
    }

    @Test
    void what_was_withheld_is_published_with_five_new_ones() {
        var waiting = new ArrayList<>(many(5, Solved.SOLVED, Satisfied.SATISFIED, true));
        waiting.addAll(mixed(5));

        assertThat(Batch.of(UNIT, waiting).orElseThrow().verdicts()).hasSize(10);
    }

    private static List<Ripe> mixed(int many) {
        var verdicts = new ArrayList<>(many(many - 1, Solved.SOLVED, Satisfied.SATISFIED, false));
        verdicts.add(ripe(Solved.NOT_SOLVED, Satisfied.NOT_SATISFIED, false));
        return verdicts;
    }

    @Test
    void five_words_of_fewer_than_five_people_wait() {
        var ofOne = mixed(5).stream().map(ripe -> said(ripe, Optional.of(3L))).toList();
        var namelessAndThree = Stream.concat(
                        mixed(3).stream(), ofOne.stream().map(ripe -> said(ripe, Optional.empty())))
                .toList();
        var namelessAndFour = Stream.concat(mixed(4).stream(), ofOne.stream().map(ripe -> said(ripe, Optional.empty())))
                .toList();

        assertThat(Batch.of(UNIT, ofOne)).isEmpty();
        assertThat(Batch.of(UNIT, namelessAndThree)).isEmpty();
        assertThat(Batch.of(UNIT, namelessAndFour)).isPresent();
    }

    private static Ripe said(Ripe ripe, Optional<Long> by) {
        return new Ripe(ripe.answers(), by, ripe.waitsAt(), ripe.solved(), ripe.satisfied(), ripe.withheld(), false);
    }

    private static List<Ripe> many(int many, Solved solved, Satisfied satisfied, boolean withheld) {
        return Stream.generate(() -> ripe(solved, satisfied, withheld))
                .limit(many)
                .toList();
    }

    private static Ripe ripe(Solved solved, Satisfied satisfied, boolean withheld) {
        return new Ripe(
                List.of(new JudgedAnswer(1, 1)),
                Optional.of((long) people++),
                UNIT,
                solved,
                satisfied,
                withheld,
                false);
    }
}
