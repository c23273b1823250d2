package cn.lianxin.precedent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.Over;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the file of a concern is over, what was said of its like ones goes as well, and nothing before. */
@ProductTest
class KeptWordsTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Answers answers;

    @Autowired
    Looks looks;

    @Autowired
    Village village;

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private long over;
    private long open;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        over = idOf(concluded());
        open = idOf(raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number());
        for (var concern : new long[] {over, open}) {
            var like = concern == over ? open : over;
            answers.add(new Answer(
                    concern, 3, like, 0.7, false, "不是一个锅炉", mine.handler.person(), "人", "干事", Instant.now()));
            answers.show(concern, Map.of(like, 0.7), mine.handler.person(), Instant.now());
            looks.add(new Look(concern, 5, like, SecondLook.STANDS, "看过", new PersonId(1), "人", "干事", Instant.now()));
        }
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void reasons_go_with_the_words_of_the_concern_that_it_was_said_stays_and_an_open_one_keeps_all() {
        TestClock.forward(Duration.ofDays(3_700));
        Over.erase(product);

        assertThat(answers.of(over).getFirst().because()).isEmpty();
        assertThat(answers.of(over).getFirst().same()).isFalse();
        assertThat(looks.of(Set.of(over)).getFirst().reason()).isEmpty();
        assertThat(answers.shown(over, mine.handler.person())).isEmpty();
        assertThat(answers.of(open).getFirst().because()).isEqualTo("不是一个锅炉");
        assertThat(looks.of(Set.of(open)).getFirst().reason()).isEqualTo("看过");
        assertThat(answers.shown(open, mine.handler.person())).hasSize(1);
    }

    @Test
    void the_database_itself_wants_a_reason_and_lets_nobody_say_it_twice() {
        assertThatThrownBy(() -> answers.add(
                        new Answer(over, 9, open, 0.7, false, "", mine.handler.person(), "人", "", Instant.now())))
                .hasMessageContaining("says why");
        assertThatThrownBy(() -> answers.add(
                        new Answer(over, 3, open, 0.7, true, "", mine.handler.person(), "人", "", Instant.now())))
                .isInstanceOf(DataAccessException.class);
    }

    private ConcernNumber concluded() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        raising.withdraw(number, "不用了", mine.worker);
        return number;
    }

    private long idOf(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }
}
