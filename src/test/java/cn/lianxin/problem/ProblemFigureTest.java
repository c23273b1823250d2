package cn.lianxin.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.verdict.GivingVerdicts;
import cn.lianxin.verdict.Verdict;
import cn.lianxin.verdict.Verdict.Solved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many say that it is solved: of five people or more, not all alike, final, and before those who see all that was counted. */
@ProductTest
class ProblemFigureTest {

    private static final Duration FINAL = Duration.ofDays(38);

    @Autowired
    OpeningProblems opening;

    @Autowired
    ShowingProblems showing;

    @Autowired
    ProblemClock ticking;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    GivingVerdicts giving;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
        // Weeks to come were looked at while the clock stood ahead.
        database.sql("update problem.problem set looked_on = null").update();
    }

    @Test
    void five_that_differ_are_told_with_their_number_when_none_can_be_changed_any_more() {
        var problem = openedFor(judged(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED));

        ticking.look();
        assertThat(figure(problem, mine.desk)).isEmpty();
        TestClock.forward(FINAL);
        ticking.look();

        assertThat(figure(problem, mine.desk)).contains(new cn.lianxin.problem.Solved(5, 3));
        assertThatThrownBy(() ->
                        database.sql("update problem.figure set solved = 4").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void four_are_never_told_and_five_who_all_say_the_same_neither() {
        var four = openedFor(judged(Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED));
        var alike = openedFor(judged(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.SOLVED));
        TestClock.forward(FINAL);
        ticking.look();
        assertThat(figure(four, mine.desk)).isEmpty();
        assertThat(figure(alike, mine.desk)).isEmpty();

        judged(Solved.NOT_SOLVED).forEach(one -> opening.attach(alike, one, mine.desk));
        TestClock.forward(FINAL);
        ticking.look();

        assertThat(figure(alike, mine.desk))
                .as("the sixth would be known by himself")
                .isEmpty();
    }

    @Test
    void who_sees_fewer_than_were_counted_reads_no_figure() {
        var concerns = judged(Solved.SOLVED, Solved.SOLVED, Solved.SOLVED, Solved.PARTLY, Solved.NOT_SOLVED);
        var problem = openedFor(concerns);
        TestClock.forward(FINAL);
        ticking.look();
        assertThat(figure(problem, mine.leader)).isPresent();

        recusing.stepBack(concerns.getFirst(), "我回避", mine.leader);

        assertThat(figure(problem, mine.leader)).isEmpty();
        assertThat(figure(problem, mine.desk)).isPresent();
    }

    private Optional<cn.lianxin.problem.Solved> figure(ProblemNumber number, Actor.Member reader) {
        return showing.page(number, reader).solved();
    }

    private ProblemNumber openedFor(List<ConcernNumber> concerns) {
        return opening.open("澡堂没热水", concerns, mine.desk);
    }

    private List<ConcernNumber> judged(Solved... words) {
        var concerns = new ArrayList<ConcernNumber>();
        for (var word : words) {
            var worker = new Actor.Member(village.worker(mine.crew), "工", List.of());
            var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), worker)
                    .number();
            handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
            handling.acknowledge(number, "", mine.handler);
            handling.reply(number, Mine.reply(), mine.handler);
            giving.give(number, new Verdict(word, Verdict.Satisfied.values()[word.ordinal()], ""), worker);
            concerns.add(number);
        }
        return concerns;
    }
}
