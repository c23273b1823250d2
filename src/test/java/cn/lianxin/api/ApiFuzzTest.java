package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Requests made up from the document, right and wrong: none is an incident, each answer is one that the document knows. */
@ProductTest
class ApiFuzzTest {

    private static final int ROUNDS = 12;
    private static final int ROUNDS_IN_HOURS = 1_500;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    Callers callers;
    Map<String, List<String>> known;

    @BeforeEach
    void found() {
        callers = new Callers(mvc, village, tokens, directory);
        known = Map.of(
                "number", List.of(callers.raised(), callers.inHand(), callers.replied()),
                "queue", List.of("new", "mine", "to-acknowledge"),
                "code", List.of(callers.district(), callers.otherDistrict()),
                "staffNumber", List.of(callers.numberOf(village.worker(callers.mine.crew))),
                "day", List.of("2026-11-29", "2026-02-30"));
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void no_request_is_an_incident() {
        fuzz(ROUNDS);
    }

    @Test
    @Tag("hours")
    void no_request_is_an_incident_for_a_long_time() {
        fuzz(ROUNDS_IN_HOURS);
    }

    private void fuzz(int rounds) {
        var seed = Long.getLong("lianxin.seed", ThreadLocalRandom.current().nextLong());
        var random = new Random(seed);
        var made = new MadeUp(random, callers.document, known);
        var everybody = List.of(
                callers.worker,
                callers.desk,
                callers.handler,
                callers.leader,
                callers.supervisor,
                callers.administrator,
                callers.administrator,
                callers.machine,
                callers.stranger,
                callers.nobody,
                new Api(mvc, callers.document, "lxp_nonsense"));
        var failures = new ArrayList<String>();
        for (var operation : callers.document.operations()) {
            // A minute for each, or the limits answer instead of the operations.
            TestClock.forward(Duration.ofMinutes(1));
            for (var round = 0; round < rounds; round++) {
                var asker = everybody.get(random.nextInt(everybody.size()));
                for (var header : made.headers().entrySet()) {
                    asker = asker.with(header.getKey(), header.getValue());
                }
                var address = made.address(operation);
                var type = made.contentType(operation);
                var body = made.body(operation);
                try {
                    asker.ask(HttpMethod.valueOf(operation.method()), address, type, body);
                } catch (AssertionError | RuntimeException found) {
                    failures.add(
                            "%s %s %s %s%n%s".formatted(operation.name(), address, type, MadeUp.shown(body), found));
                }
            }
        }
        assertThat(failures).as("-Dlianxin.seed=%d", seed).isEmpty();
    }
}
