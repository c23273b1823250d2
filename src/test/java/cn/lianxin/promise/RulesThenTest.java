package cn.lianxin.promise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.promise.RulesThen.Promised;
import cn.lianxin.promise.RulesThen.RuleThen;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class RulesThenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant FILED = Instant.parse("2026-03-05T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-09-01T02:00:00Z");

    @Autowired
    TimeLimits limits;

    @Autowired
    JdbcClient database;

    @Test
    void the_strictest_rule_of_its_day_is_told_where_none_is_remembered() {
        var then = then(
                new RuleBook(List.of(version(1, "国", DAY, rule(1, 60)), version(2, "矿", DAY, rule(2, 5))), List.of()),
                List.of());

        assertThat(then.pack()).isEqualTo("矿");
        assertThat(then.amount()).isEqualTo(5);
        assertThat(then.changed()).isFalse();
    }

    @Test
    void the_rule_that_made_the_promise_is_told_by_its_key_and_that_it_changed_since() {
        var book = new RuleBook(
                List.of(version(1, "矿", DAY, rule(1, 5)), version(2, "矿", LocalDate.of(2026, 7, 1), rule(2, 3))),
                List.of());

        var then = then(book, List.of(9L, 1L));

        assertThat(then.amount()).isEqualTo(5);
        assertThat(then.from()).isEqualTo(DAY);
        assertThat(then.changed()).isTrue();
    }

    @Test
    void a_new_version_that_says_the_same_is_no_change() {
        var book = new RuleBook(
                List.of(version(1, "矿", DAY, rule(1, 5)), version(2, "矿", LocalDate.of(2026, 7, 1), rule(2, 5))),
                List.of());

        assertThat(then(book, List.of()).changed()).isFalse();
    }

    @Test
    void a_pack_that_was_switched_off_since_is_a_change() {
        var book = new RuleBook(
                List.of(version(1, "国", DAY, rule(1, 60)), version(2, "矿", DAY, rule(2, 5))),
                List.of(new RuleSwitch(1, "矿", Circle.EVERYTHING, false, LocalDate.of(2026, 7, 1), "管", LATER)));

        assertThat(then(book, List.of(0L, 2L))).satisfies(rule -> {
            assertThat(rule.pack()).isEqualTo("矿");
            assertThat(rule.changed()).isTrue();
        });
    }

    private RuleThen then(RuleBook book, List<Long> keys) {
        var store = new RuleStore(database) {
            @Override
            RuleBook book() {
                return book;
            }
        };
        var rules = new RulesThen(store, limits, Clock.fixed(LATER, ZoneOffset.UTC));
        return Objects.requireNonNull(rules.of(Map.of("it", new Promised("E4", Grade.U3, FILED, keys)))
                .get("it"));
    }

    private static Rule rule(long id, int days) {
        return new Rule(id, Stage.REPLY, new Circle("", Optional.empty()), days, Measure.DAYS, "规定");
    }

    private static PackVersion version(long id, String pack, LocalDate from, Rule... rules) {
        return new PackVersion(id, pack, pack, from, "管", LATER, List.of(rules));
    }
}
