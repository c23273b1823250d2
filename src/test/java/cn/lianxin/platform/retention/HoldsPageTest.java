package cn.lianxin.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What proceedings need stays, by a tap of a supervisor and by nobody else's. */
@ProductTest
class HoldsPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    final String number = "2026-%04d-%04d"
            .formatted(
                    ThreadLocalRandom.current().nextInt(10_000),
                    ThreadLocalRandom.current().nextInt(10_000));
    UnitId mine;
    Actor.Member supervisor;

    @BeforeEach
    void found() {
        mine = village.mine();
        supervisor = member(Role.SUPERVISOR);
    }

    @Test
    void a_supervisor_places_a_hold_and_lifts_it_and_both_are_on_record() {
        assertThat(place(number, "仲裁要用这件事", supervisor)).hasStatus(303);
        assertThat(place(number, "仲裁要用这件事", supervisor)).hasStatus(303);

        assertThat(page(supervisor)).hasStatusOk().bodyText().containsOnlyOnce(number + "</");
        assertThat(lift(supervisor)).hasStatus(303);

        assertThat(page(supervisor)).bodyText().doesNotContain(number);
        assertThat(lift(supervisor)).hasStatus(404);
        var actions = database.sql("select action from audit.entry where subject = :subject order by id")
                .param("subject", "concern:" + number)
                .query((row, _) -> row.getString("action"))
                .list();
        assertThat(actions).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void without_a_number_or_a_reason_it_is_refused_and_what_was_typed_stays() {
        assertThat(place("2026-1", "仲裁要用这件事", supervisor))
                .hasStatus(422)
                .bodyText()
                .contains("仲裁要用这件事", "2026-1");
        assertThat(place(number, "嗯", supervisor)).hasStatus(422).bodyText().contains(number);
        assertThat(page(supervisor)).bodyText().doesNotContain(number);
    }

    @Test
    void to_everybody_else_it_is_not_there() {
        place(number, "仲裁要用这件事", supervisor);

        for (var role : List.of(Role.ADMINISTRATOR, Role.HANDLER, Role.DESK_OFFICER, Role.UNIT_LEADER)) {
            var other = member(role);
            assertThat(place(number, "仲裁要用这件事", other)).as(role.name()).hasStatus(404);
            assertThat(lift(other)).as(role.name()).hasStatus(404);
            assertThat(page(other)).as(role.name()).hasStatusOk().bodyText().doesNotContain(number);
        }
        assertThat(page(supervisor)).bodyText().contains(number);
    }

    private Actor.Member member(Role role) {
        var person = village.holder(role, mine);
        return new Actor.Member(person, "某" + person.value(), List.of(new Grant(role, mine)));
    }

    private MvcTestResult place(String concern, String reason, Actor.Member by) {
        return mvc.post()
                .uri("/retention/holds")
                .param("number", concern)
                .param("reason", reason)
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult lift(Actor.Member by) {
        return mvc.post()
                .uri("/retention/holds/" + number + "/end")
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult page(Actor.Member by) {
        return mvc.get().uri("/retention").with(SignedIn.as(by)).exchange();
    }
}
