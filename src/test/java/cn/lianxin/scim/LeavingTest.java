package cn.lianxin.scim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A mine of forty: two may leave in a day by pushes, the third is stopped. */
@ProductTest
class LeavingTest {

    private static final String GONE = "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}";

    final MockMvcTester mvc;

    @Autowired
    Tokens tokens;

    @Autowired
    Village village;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    UnitId mine = new UnitId(0);
    List<PersonId> crew = List.of();
    Actor.Member administrator = new Actor.Member(new PersonId(0), "", List.of());
    Client office;

    LeavingTest(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
        this.office = new Client(mvc, "");
    }

    @BeforeEach
    void a_mine_of_forty() {
        mine = village.mine();
        var district = village.district(mine);
        var people = new ArrayList<PersonId>();
        office = new Client(mvc, tokens.machine(mine, ApplicationScope.SCIM));
        administrator = new Actor.Member(
                village.holder(Role.ADMINISTRATOR, mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        while (Math.toIntExact(directory.headcounts(List.of(mine)).getOrDefault(mine, 0L)) < 40) {
            people.add(village.worker(district));
        }
        crew = people;
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void more_than_the_limit_is_stopped_until_an_administrator_says_how_many_and_why() {
        assertThat(leave(0).status()).isEqualTo(200);
        assertThat(office.delete(address(1)).status()).isEqualTo(204);

        var stopped = leave(2);

        assertThat(stopped.type(403)).isEmpty();
        assertThat(stopped.json().get("detail").asString()).contains("/personnel/leaving", "3", "40");
        assertThat(directory.person(crew.get(2)).leftOn()).isEmpty();
        assertThat(office.delete(address(3)).status()).isEqualTo(403);
        assertThat(told()).isEqualTo(1);
        assertThat(text(page()))
                .contains(
                        directory.person(crew.get(2)).name(),
                        directory.person(crew.get(3)).name());

        assertThat(permit("3", "检修队整体划转")).hasStatus(303);

        assertThat(leave(2).status()).isEqualTo(200);
        assertThat(leave(3).status()).isEqualTo(403);
        assertThat(text(page())).doesNotContain(directory.person(crew.get(2)).name());
        var audited = database.sql(
                        "select detail from audit.entry where subject = :unit and action = 'scim.leaving-permitted'")
                .param("unit", "unit:" + mine.value())
                .query((row, _) -> row.getString("detail"))
                .single();
        assertThat(audited).contains("most=3", "检修队整体划转");
    }

    @Test
    void a_number_that_lets_nobody_go_or_no_reason_is_refused_and_what_was_typed_stays() {
        leave(0);
        leave(1);
        leave(2);

        for (var number : List.of("2", "41", "-1", "x", "")) {
            assertThat(permit(number, "划转")).hasStatus(422);
        }
        assertThat(text(permit("3", ""))).contains("value=\"3\"");
        assertThat(leave(2).status()).isEqualTo(403);
    }

    @Test
    void what_else_a_stopped_push_would_have_changed_is_undone_with_it() {
        leave(0);
        leave(1);

        office.patch(address(2), GONE + ", {\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"别名\"}");

        assertThat(directory.person(crew.get(2)).name()).isNotEqualTo("别名");
    }

    @Test
    void pushes_at_the_same_moment_do_not_get_past_the_limit() throws Exception {
        var pushes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var one = i;
            pushes.add(() -> leave(one).status());
        }
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(pushes)) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 403).hasSize(6);
    }

    @Test
    void the_next_day_begins_anew_and_who_comes_back_counts_no_more() {
        leave(0);
        leave(1);
        office.patch(address(1), GONE.replace("false", "true"));
        assertThat(leave(2).status()).isEqualTo(200);
        assertThat(leave(3).status()).isEqualTo(403);

        TestClock.forward(Duration.ofDays(1));

        assertThat(text(page())).doesNotContain(directory.person(crew.get(3)).name());
        assertThat(leave(3).status()).isEqualTo(200);
    }

    @Test
    void nobody_but_an_administrator_of_the_unit_sees_or_permits_it() {
        leave(0);
        leave(1);
        leave(2);
        var elsewhere = village.mine();
        var other = new Actor.Member(
                village.holder(Role.ADMINISTRATOR, elsewhere), "管", List.of(new Grant(Role.ADMINISTRATOR, elsewhere)));
        var worker = new Actor.Member(crew.get(5), "工", List.of());

        assertThat(text(mvc.get()
                        .uri(LeavingController.PATH)
                        .with(SignedIn.as(other))
                        .exchange()))
                .doesNotContain(directory.person(crew.get(2)).name());
        assertThat(post(mine, "3", "划转", other)).hasStatus(404);
        assertThat(mvc.get()
                        .uri(LeavingController.PATH)
                        .with(SignedIn.as(worker))
                        .exchange())
                .hasStatus(404);
        assertThat(post(mine, "3", "划转", worker)).hasStatus(404);
        assertThat(leave(2).status()).isEqualTo(403);
    }

    private Client.Got leave(int who) {
        return office.patch(address(who), GONE);
    }

    private String address(int who) {
        return "/Users/" + crew.get(who).value();
    }

    private MvcTestResult page() {
        return mvc.get()
                .uri(LeavingController.PATH)
                .with(SignedIn.as(administrator))
                .exchange();
    }

    private MvcTestResult permit(String most, String reason) {
        return post(mine, most, reason, administrator);
    }

    private MvcTestResult post(UnitId unit, String most, String reason, Actor by) {
        return mvc.post()
                .uri(LeavingController.PATH + "/" + unit.value())
                .param("most", most)
                .param("reason", reason)
                .with(SignedIn.as(by))
                .exchange();
    }

    private int told() {
        return database.sql(
                        "select count(*) from notification.message where person = :person and key = 'scim.told.stopped'")
                .param("person", administrator.person().value())
                .query(Integer.class)
                .single();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
