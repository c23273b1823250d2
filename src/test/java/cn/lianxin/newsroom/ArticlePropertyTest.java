package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever anybody does in whatever order, nothing is public that was not passed by as many other people as have to. */
class ArticlePropertyTest {

    private static final int SEQUENCES = 10_000;
    private static final int STEPS = 25;

    private static final List<Hand> HANDS = List.of(
            Bench.FIRST,
            Bench.SECOND,
            Bench.THIRD,
            Bench.OTHER_FIRST,
            Bench.ALL,
            new Hand(Bench.AUTHOR, "作者", Bench.ALL.roles()));

    @Test
    void ten_thousand_random_sequences_of_the_three_reviews() {
        var published = 0;
        var corrected = 0;
        for (var seed = 0; seed < SEQUENCES; seed++) {
            var bench = new Bench(Bench.three());
            var chance = new Random(seed);
            for (var step = 0; step < STEPS; step++) {
                move(bench, chance);
                mustBeRight(bench, 3);
            }
            published += bench.article.face().revision().isPresent() ? 1 : 0;
            corrected += bench.article.face().revision().filter(id -> id > 1).isPresent() ? 1 : 0;
        }

        assertThat(published).isGreaterThan(SEQUENCES / 20);
        assertThat(corrected).isGreaterThan(100);
    }

    @Test
    void by_the_fast_lane_two_and_what_is_missing_is_always_due() {
        for (var seed = 0; seed < SEQUENCES / 5; seed++) {
            var bench = new Bench(Bench.procedure(2, Optional.of(Duration.ofMinutes(30)), 1));
            var chance = new Random(seed);
            for (var step = 0; step < STEPS; step++) {
                move(bench, chance);
                mustBeRight(bench, 2);
                if (bench.article.isPublic() && shown(bench).passes().size() < 3) {
                    assertThat(bench.article.face().lastDueAt()).isPresent();
                }
            }
        }
    }

    private static void move(Bench bench, Random chance) {
        var by = HANDS.get(chance.nextInt(HANDS.size()));
        bench.now = bench.now.plusSeconds(chance.nextInt(4_000));
        var seen = chance.nextInt(8) == 0 ? "x" : bench.current().digest();
        Bench.did(() -> {
            switch (chance.nextInt(22)) {
                case 0 -> bench.edit(Bench.text(chance.nextInt(1_000)), by);
                case 1 -> bench.correct(Bench.text(chance.nextInt(1_000)), by);
                case 2 -> bench.article = bench.article.withdraw(by.person());
                case 3 ->
                    bench.article = bench.article.sendBack(bench.current(), bench.procedure, by, seen, "改", bench.now);
                case 4 -> {
                    var again = bench.write(
                            bench.article.work().round() + 1, Bench.text(chance.nextInt(1_000)), Bench.AUTHOR);
                    bench.article = bench.article.submitAgain(again, by.person());
                }
                case 5 ->
                    bench.article = bench.article.schedule(bench.procedure, by, bench.now.plusSeconds(60), bench.now);
                case 6 -> bench.article = bench.article.unschedule(bench.procedure, by);
                case 7 -> bench.article = bench.article.comeOut(bench.current(), bench.procedure, bench.now);
                case 8 -> {
                    if (chance.nextInt(4) == 0) {
                        bench.article = bench.article.retract(bench.procedure, by, "错了", bench.now);
                    }
                }
                case 9 -> {
                    if (chance.nextInt(4) == 0) {
                        bench.article = bench.article.takeDown(bench.procedure, by, "撤", bench.now);
                    }
                }
                case 10 ->
                    bench.article = bench.article.endAt(bench.procedure, by, bench.now.plusSeconds(9_000), bench.now);
                case 11 -> bench.article = bench.article.expire(bench.now);
                case 12, 13 -> bench.publish(by);
                default -> bench.pass(by, seen);
            }
        });
    }

    private static Revision shown(Bench bench) {
        return java.util.Objects.requireNonNull(
                bench.revisions.get(bench.article.face().revision().orElseThrow()));
    }

    private static void mustBeRight(Bench bench, int needed) {
        if (bench.article.face().revision().isEmpty()) {
            return;
        }
        var revision = shown(bench);
        var people = new HashSet<>(
                revision.passes().stream().map(Revision.Pass::person).toList());
        assertThat(people).hasSizeGreaterThanOrEqualTo(needed).doesNotContain(Bench.AUTHOR, revision.writtenBy());
        assertThat(revision.passes()).extracting(Revision.Pass::place).startsWith(1, 2);
        assertThat(revision.digest()).isEqualTo(revision.content().digest());
    }
}
