package cn.lianxin.application;

import static cn.lianxin.application.ApplicationScope.BOARD;
import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.SCIM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class TokensTest {

    private static final String BOARD_OF_TESTS = "/api/test-of-tokens/board";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    RegisteringApplications registering;

    @Autowired
    IssuingTokens issuing;

    @Autowired
    Applications applications;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    UnitId mine;
    Actor.Member administrator;
    PersonId leader;

    @BeforeEach
    void found() {
        mine = village.mine();
        administrator = tokens.administrator(mine);
        leader = village.holder(Role.UNIT_LEADER, mine);
        village.give(leader, Role.ADMINISTRATOR, mine, java.time.LocalDate.of(2020, 1, 1));
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void a_persons_token_acts_for_him_with_the_roles_that_its_scope_carries() {
        var token = tokens.person(leader, mine, BOARD, ORGANIZATION);

        assertThat(get(BOARD_OF_TESTS, token))
                .hasStatusOk()
                .bodyText()
                .contains("Member[person=" + leader, "role=UNIT_LEADER")
                .doesNotContain("ADMINISTRATOR");
    }

    @Test
    void without_a_token_or_with_a_wrong_one_the_answer_is_401_and_says_what_to_do() {
        var none = mvc.get().uri(BOARD_OF_TESTS).exchange();
        var wrong = get(BOARD_OF_TESTS, "lxp_" + "a".repeat(38));
        var basic = mvc.get()
                .uri(BOARD_OF_TESTS)
                .header("Authorization", "Basic YTpi")
                .exchange();

        assertThat(none).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer realm=\"lianxin\"");
        assertThat(none).bodyJson().extractingPath("$.type").isEqualTo("urn:lianxin:refusal:token-missing");
        assertThat(wrong)
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"lianxin\", error=\"invalid_token\"");
        assertThat(wrong).bodyJson().extractingPath("$.detail").asString().contains("请换一个新令牌");
        assertThat(basic).hasStatus(401);
    }

    @Test
    void a_wrong_token_is_refused_even_where_none_is_needed() {
        assertThat(mvc.get().uri("/api/test-of-tokens/open")).hasStatusOk();
        assertThat(get("/api/test-of-tokens/open", "nonsense")).hasStatus(401);
    }

    @Test
    void a_token_of_another_application_says_which_scope_is_needed() {
        var answer = mvc.post()
                .uri("/api/test-of-tokens/scim")
                .header("Authorization", "Bearer " + tokens.person(leader, mine, CONCERNS))
                .header("Accept-Language", "en")
                .exchange();

        assertThat(answer)
                .hasStatus(403)
                .hasHeader(
                        "WWW-Authenticate", "Bearer realm=\"lianxin\", error=\"insufficient_scope\", scope=\"scim\"");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("needs the scope scim");
    }

    @Test
    void an_applications_own_token_is_the_application_and_administers_its_unit_only() {
        var token = tokens.machine(mine, SCIM);

        var known = applications.of(token).orElseThrow();

        assertThat(known.actor()).isInstanceOf(Actor.Application.class);
        assertThat(known.actor().unitsAs(Role.ADMINISTRATOR)).containsExactly(mine);
        assertThat(mvc.post().uri("/api/test-of-tokens/scim").header("Authorization", "Bearer " + token))
                .hasStatusOk();
    }

    @Test
    void cookies_open_nothing_where_tokens_do_and_tokens_open_no_page() {
        var cookie = SignedIn.cookieOf(leader, context);
        var token = tokens.person(leader, mine, BOARD);

        assertThat(mvc.get().uri(BOARD_OF_TESTS).cookie(cookie)).hasStatus(401);
        assertThat(mvc.get().uri("/api/test-of-tokens/open").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("Visitor");
        assertThat(mvc.get().uri(URI.create("/%61pi/test-of-tokens/open")).cookie(cookie))
                .bodyText()
                .doesNotContain("Member");
        assertThat(mvc.get().uri("/me").header("Authorization", "Bearer " + token))
                .hasStatus(303);
    }

    @Test
    void only_digests_are_on_record() {
        var token = tokens.person(leader, mine, BOARD);

        var rows = database.sql("select t::text from application.token t where person = :person")
                .param("person", leader.value())
                .query(String.class)
                .list();

        assertThat(rows)
                .hasSize(1)
                .allSatisfy(
                        row -> assertThat(row).contains(token.substring(0, 10)).doesNotContain(token.substring(10)));
    }

    @Test
    void a_token_ends_when_he_leaves_when_his_password_is_reset_and_on_its_day() {
        var leaving = village.holder(Role.HANDLER, mine);
        var reset = village.worker(mine);
        var ofLeaver = tokens.person(leaving, mine, CONCERNS);
        var ofReset = tokens.person(reset, mine, CONCERNS);
        var lasting = tokens.person(leader, mine, CONCERNS);

        village.leave(leaving);
        accounts.resetAtDesk(reset, "忘了密码", administrator);

        assertThat(applications.of(ofLeaver)).isEmpty();
        assertThat(applications.of(ofReset)).isEmpty();
        assertThat(applications.of(lasting)).isPresent();
        TestClock.forward(Duration.ofDays(31));
        assertThat(applications.of(lasting)).isEmpty();
    }

    @Test
    void a_replaced_token_works_on_for_a_day() {
        var id = tokens.register(mine, administrator, SCIM);
        var before = issuing.issue(id, Set.of(SCIM), 30, administrator);
        var issued = issuing.of(registering.get(id, administrator)).getFirst();

        var next = issuing.replace(id, issued.id(), 30, administrator);

        assertThat(applications.of(before.value())).isPresent();
        TestClock.forward(Duration.ofHours(25));
        assertThat(applications.of(before.value())).isEmpty();
        assertThat(applications.of(next.value())).isPresent();
    }

    @Test
    void narrower_scopes_narrow_every_token_and_a_retired_application_has_none() {
        var id = tokens.register(mine, administrator, SCIM, ORGANIZATION);
        var token =
                issuing.issue(id, Set.of(SCIM, ORGANIZATION), 30, administrator).value();
        var form = ApplicationForm.of(registering.get(id, administrator));

        registering.change(
                id,
                new ApplicationForm("", form.purpose(), 0, form.owner(), java.util.List.of("organization")),
                administrator);

        assertThat(applications.of(token).orElseThrow().scopes()).containsExactly(ORGANIZATION);
        registering.retire(id, administrator);
        assertThat(applications.of(token)).isEmpty();
    }

    @Test
    void too_many_requests_of_one_token_wait_and_the_headers_say_how_long() {
        var token = tokens.person(leader, mine, BOARD);
        var other = tokens.person(leader, mine, BOARD);
        var first = get(BOARD_OF_TESTS, token);
        assertThat(first).hasHeader("RateLimit-Policy", "\"token\";q=600;w=60");
        assertThat(first.getResponse().getHeader("RateLimit")).startsWith("\"token\";r=599;t=");

        var last = first;
        for (var i = 0; i < 1_200 && last.getResponse().getStatus() == 200; i++) {
            last = get(BOARD_OF_TESTS, token);
        }

        assertThat(last).hasStatus(429);
        assertThat(last.getResponse().getHeader("Retry-After")).isEqualTo("1");
        assertThat(get(BOARD_OF_TESTS, other)).hasStatusOk();
        TestClock.forward(Duration.ofMinutes(1));
        assertThat(get(BOARD_OF_TESTS, token)).hasStatusOk();
    }

    @Test
    void wrong_tokens_from_one_address_wait_but_a_right_one_from_there_does_not() {
        var statuses = new java.util.TreeSet<Integer>();
        for (var i = 0; i < 40; i++) {
            var wrong = mvc.get()
                    .uri(BOARD_OF_TESTS)
                    .header("Authorization", "Bearer lxp_" + i)
                    .with(request -> {
                        request.setRemoteAddr("192.0.2.7");
                        return request;
                    });
            var answer = wrong.exchange().getResponse();
            assertThat(answer.getHeader("RateLimit")).startsWith("\"wrong-token\";r=");
            statuses.add(answer.getStatus());
        }

        assertThat(statuses).containsExactly(401, 429);
        assertThat(mvc.get()
                        .uri(BOARD_OF_TESTS)
                        .header("Authorization", "Bearer " + tokens.person(leader, mine, BOARD))
                        .with(request -> {
                            request.setRemoteAddr("192.0.2.7");
                            return request;
                        }))
                .hasStatusOk();
    }

    private MvcTestResult get(String address, String token) {
        return mvc.get().uri(address).header("Authorization", "Bearer " + token).exchange();
    }
}
