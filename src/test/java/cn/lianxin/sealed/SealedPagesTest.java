package cn.lianxin.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
@Import(SealedTrial.class)
class SealedPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    SealedTrial trial;

    @Autowired
    JdbcClient database;

    @Test
    void before_there_are_keys_the_page_says_so_and_offers_the_confidential_way() {
        database.sql("update sealed.recovery_key set replaced_at = now() where replaced_at is null")
                .update();

        assertThat(mvc.get().uri("/sealed").with(SignedIn.asNobody()))
                .hasStatusOk()
                .bodyText()
                .contains("还没备好", "/concerns/new")
                .doesNotContain("<textarea");
    }

    @Test
    void without_script_the_page_says_why_not_and_names_the_offices_for_paper() {
        var mine = village.mine();
        var officer =
                new Actor.Member(village.holder(Role.SUPERVISOR, mine), "纪", List.of(new Grant(Role.SUPERVISOR, mine)));
        trial.recoveryKey(new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine))));
        trial.keyOf(officer);

        assertThat(mvc.get().uri("/sealed").with(SignedIn.asNobody()))
                .hasStatusOk()
                .bodyText()
                .contains("要浏览器能跑脚本", "/concerns/new", "亲收", "矿工", "data-able hidden")
                .doesNotContain("name=\"words\"");
    }

    /** A number that nobody ever got, and one that is somebody else's. */
    @Test
    void for_everybody_else_a_letter_answers_as_if_it_did_not_exist() {
        var mine = village.mine();
        var grants = List.of(new Grant(Role.SUPERVISOR, mine));
        var officer = new Actor.Member(village.holder(Role.SUPERVISOR, mine), "纪", grants);
        var other = new Actor.Member(village.holder(Role.SUPERVISOR, mine), "督", grants);
        var administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        trial.recoveryKey(administrator);
        var number = trial.file("别人看不到", trial.keyOf(officer));

        assertThat(page(number, officer)).contains(number);
        for (var nobody : List.of(other, administrator)) {
            assertThat(page(number, nobody).replace(number, "N"))
                    .isEqualTo(page("S0000-0000", nobody).replace("S0000-0000", "N"))
                    .doesNotContain(number);
        }
        assertThat(mvc.get().uri("/sealed-letters").with(SignedIn.as(other)))
                .hasStatusOk()
                .bodyText()
                .contains("现在没有")
                .doesNotContain(number);
        assertThat(database.sql("select count(*) from audit.entry where subject like '%' || :number || '%'")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .as("in the trail that every supervisor reads")
                .isZero();
    }

    private String page(String number, Actor actor) {
        var answer = mvc.get()
                .uri("/sealed-letters/" + number)
                .with(SignedIn.as(actor))
                .exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
