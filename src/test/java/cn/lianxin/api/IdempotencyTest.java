package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is sent twice is done once. */
@ProductTest
class IdempotencyTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    Callers callers;
    Api worker;
    String key;

    @BeforeEach
    void found() {
        callers = new Callers(mvc, village, tokens, directory);
        key = UUID.randomUUID().toString();
        worker = callers.worker.with("Idempotency-Key", key);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void the_same_request_under_the_same_key_gets_the_same_answer_and_is_done_once() {
        var first = worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);

        var second = worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(first.answer().getHeader("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(raisedByWorker()).isEqualTo(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_nothing_is_done() {
        worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);

        var other = worker.postAsItIs("/concerns", Callers.concern("CONFIDENTIAL"));
        var elsewhere = worker.postAsItIs("/me/sessions/end", Map.of());

        assertThat(other.refused(422)).isEqualTo("idempotency-key-reused");
        assertThat(elsewhere.refused(422)).isEqualTo("idempotency-key-reused");
        assertThat(raisedByWorker()).isEqualTo(1);
    }

    @Test
    void a_refused_request_leaves_its_key_free_and_nothing_half_done() {
        var wrong = new HashMap<>(Callers.concern("NAMED"));
        wrong.put("matter", "Z9");

        assertThat(worker.postAsItIs("/concerns", wrong).refused(422)).isEqualTo("matter-unknown");
        worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);

        assertThat(raisedByWorker()).isEqualTo(1);
    }

    @Test
    void many_at_once_under_one_key_are_done_once() throws Exception {
        var together = new CountDownLatch(1);

        try (var threads = Executors.newFixedThreadPool(6)) {
            var asked = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return worker.postAsItIs("/concerns", Callers.concern("NAMED"));
                    }))
                    .toList();
            together.countDown();
            var answers = new java.util.HashSet<String>();
            for (var one : asked) {
                answers.add(one.get().expect(201).text());
            }

            assertThat(answers).hasSize(1);
        }
        assertThat(raisedByWorker()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_application_or_another_person_is_another_key() {
        var again = callers.person(callers.mine.worker.person(), ApplicationScope.CONCERNS)
                .with("Idempotency-Key", key);

        var first = worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);
        var second = again.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);
        var third = callers.desk
                .with("Idempotency-Key", key)
                .postAsItIs("/concerns", Callers.concern("NAMED"))
                .expect(201);

        assertThat(java.util.Set.of(first.text(), second.text(), third.text())).hasSize(3);
    }

    @Test
    void what_must_not_be_done_twice_asks_for_a_key() {
        assertThat(callers.worker
                        .postAsItIs("/concerns", Callers.concern("NAMED"))
                        .refused(400))
                .isEqualTo("idempotency-key-missing");
        assertThat(callers.worker
                        .with("Idempotency-Key", "a b")
                        .postAsItIs("/concerns", Callers.concern("NAMED"))
                        .refused(400))
                .isEqualTo("idempotency-key-unclear");
        assertThat(raisedByWorker()).isZero();
    }

    /** A stolen database tells neither the receipt nor who raised what; with the token and the key it opens. */
    @Test
    void what_was_answered_lies_locked() {
        var raised = worker.postAsItIs("/concerns", Callers.concern("CONFIDENTIAL"))
                .expect(201)
                .json();

        var kept = database.sql(
                        "select encode(body, 'escape') || name || content from idempotency.answer order by answered_at desc limit 1")
                .query((row, _) -> row.getString(1))
                .single();

        assertThat(kept)
                .doesNotContain(raised.get("receipt").asString())
                .doesNotContain(raised.get("number").asString())
                .doesNotContain(key);
    }

    @Test
    void after_a_week_a_key_is_a_new_one() {
        worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);
        TestClock.forward(Duration.ofDays(8));

        var later = worker.postAsItIs("/concerns", Callers.concern("NAMED")).expect(201);

        assertThat(later.answer().getHeader("Idempotency-Replayed")).isNull();
        assertThat(raisedByWorker()).isEqualTo(2);
    }

    private int raisedByWorker() {
        return callers.worker.get("/concerns").json().get("items").size();
    }
}
