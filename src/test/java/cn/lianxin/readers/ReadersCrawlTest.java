package cn.lianxin.readers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every address there is as everybody. Wherever the words of a protected concern come back to somebody who did not raise
 * it, he stands among its readers: for this answer, because all records are forgotten between two questions.
 */
@ProductTest
class ReadersCrawlTest {

    /**
     * The rows behind a figure show no words; FigureReadersTest goes through it. A name that two lines have released is shown
     * by a post alone, and without words; ReleaseTest goes through it. Nothing protected is proposed as a like case;
     * LikeCasesTest goes through it.
     */
    private static final Set<Door> WITHOUT_WORDS = EnumSet.of(Door.FIGURE, Door.RELEASE, Door.PRECEDENT);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Attachments attachments;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    private Canaries canaries;
    private Trail trail;

    @BeforeEach
    void found() {
        canaries = new Canaries(raising, handling, attachments, village, database);
        trail = new Trail(database, transactions);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void whoever_gets_the_words_of_a_protected_concern_stands_among_its_readers() {
        var callers = Caller.all(canaries, filingByOpen311(), tokens, mvc);
        var addresses = new Addresses(canaries);
        var doors = EnumSet.noneOf(Door.class);
        var unwritten = new TreeSet<String>();
        trail.forget(canaries.all());

        for (var route : routes()) {
            TestClock.forward(Duration.ofMinutes(1));
            for (var address : addresses.of(route)) {
                for (var caller : callers) {
                    if (caller.goesTo(route)) {
                        doors.addAll(ask(route, address, caller, unwritten));
                    }
                }
            }
        }

        var leaks = new TreeSet<>(unwritten.tailSet(LeakingController.ADDRESS));
        leaks.removeIf(leak -> !leak.startsWith(LeakingController.ADDRESS + " shows "));
        unwritten.removeAll(leaks);
        assertThat(unwritten).isEmpty();
        assertThat(leaks)
                .as("the crawl notices an address that forgets")
                .hasSizeGreaterThan(canaries.all().size());
        assertThat(doors).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(WITHOUT_WORDS)));
    }

    /** The key of another system, which has filed something. */
    private String filingByOpen311() {
        var key = tokens.machine(canaries.mine.mine, ApplicationScope.OPEN311);
        var words = Canaries.COMMON + "在别的系统里叫";
        var filed = mvc.post()
                .uri("/open311/v2/requests.json")
                .formField("api_key", key)
                .formField("service_code", "E4")
                .formField("address_string", "二号澡堂门口")
                .formField("attribute[unit]", directory.unit(canaries.mine.mine).code())
                .formField("description", words)
                .exchange();
        assertThat(filed).hasStatusOk();
        var number = new JsonMapper()
                .readTree(filed.getResponse().getContentAsByteArray())
                .get(0)
                .get("service_request_id")
                .asString();
        canaries.filed(words, number, "");
        return key;
    }

    private Set<Door> ask(String route, String address, Caller caller, Set<String> unwritten) {
        var answer = caller.ask(address);
        for (var canary : canaries.all()) {
            if (!caller.raised(canary) && canary.isIn(route, address, answer)) {
                if (answer.text().contains("<html") && !answer.text().contains("/watermarks/")) {
                    unwritten.add(route + " shows without a watermark " + canary.name() + " to " + caller.name());
                }
                if (trail.readersOf(canary).stream().noneMatch(caller::is)) {
                    unwritten.add(route + " shows " + canary.name() + " to " + caller.name());
                } else if (canary.isNamedIn(address, answer)
                        && trail.whoSawTheName(canary).stream().noneMatch(caller::is)) {
                    unwritten.add(route + " names who raised " + canary.name() + " to " + caller.name());
                }
            }
        }
        var doors = trail.doors(canaries.all());
        if (!doors.isEmpty()) {
            trail.forget(canaries.all());
        }
        return doors;
    }

    /** A new address with a new kind of variable has to say what it stands for before it can land. */
    private List<String> routes() {
        var routes = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (method.getBeanType().getName().startsWith("cn.lianxin.")
                    && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                routes.addAll(mapping.getPatternValues());
            }
        });
        assertThat(routes).hasSizeGreaterThan(100);
        return routes.stream().sorted().toList();
    }
}
