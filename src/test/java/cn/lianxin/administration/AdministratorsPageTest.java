package cn.lianxin.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Granting;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Today;
import cn.lianxin.platform.audit.AuditTrail;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class AdministratorsPageTest {

    private static final List<String> WHAT_AUDITORS_READ = List.of("/administrators/deeds", "/administrators/sign-ins");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Granting granting;

    @Autowired
    Accounts accounts;

    @Autowired
    AuditTrail trail;

    @Autowired
    Directory directory;

    @Autowired
    Today today;

    UnitId mine = new UnitId(0);
    PersonId auditor = new PersonId(0);

    @BeforeEach
    void people() {
        mine = village.mine();
        auditor = village.holder(Role.AUDIT_ADMINISTRATOR, mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void the_auditor_reads_by_name_who_gave_which_role_to_whom(String language) throws Exception {
        var worker = village.worker(mine);
        var security = village.holder(Role.SECURITY_ADMINISTRATOR, mine);
        var by = new Actor.Member(security, "某人", List.of(new Grant(Role.SECURITY_ADMINISTRATOR, mine)));
        granting.grant(worker, Role.SUPERVISOR, mine, today.date(), Optional.empty(), by);

        var row = page("/administrators/deeds", auditor, language).select("ul.readers li").stream()
                .filter(one -> one.text().contains(village.staffNumber(worker)))
                .findFirst()
                .orElseThrow()
                .text();

        assertThat(row)
                .contains(village.staffNumber(security))
                .contains(directory.unit(mine).name())
                .contains(language.equals("en") ? "gave a role" : "给了角色")
                .contains(language.equals("en") ? "Supervisor" : "督办");
    }

    @Test
    void a_reason_that_looks_like_a_key_neither_breaks_the_page_nor_becomes_anybody() throws Exception {
        var worker = village.worker(mine);
        accounts.openMany(Map.of(worker, "some password"));
        var desk = new Actor.Member(
                village.holder(Role.DESK_OFFICER, mine), "某人", List.of(new Grant(Role.DESK_OFFICER, mine)));

        accounts.resetAtDesk(worker, "person:999999999999999999 unit:999999999 <b>$1</b>", desk);

        assertThat(page("/administrators/deeds", auditor, "zh-CN")
                        .select("ul.readers li")
                        .eachText()
                        .getFirst())
                .contains("person:999999999999999999 unit:999999999 <b>$1</b>");
    }

    @Test
    void what_was_done_with_concerns_and_who_is_ill_does_not_stand_there() throws Exception {
        var worker = village.worker(mine);
        trail.record(Village.FOUNDER, "release.asked", "concern:K-99-" + worker.value(), "金丝雀");
        trail.record(Village.FOUNDER, "watermark.searched", "picture:" + worker.value(), "金丝雀");
        trail.record(Village.FOUNDER, "identity.absence-entered", "person:" + worker.value(), "金丝雀");
        trail.record(Village.FOUNDER, "retention.held", "concern:K-99-" + worker.value(), "金丝雀");

        assertThat(page("/administrators/deeds", auditor, "zh-CN").text()).doesNotContain("金丝雀");
    }

    @Test
    void that_somebody_read_it_stands_there_the_next_time() throws Exception {
        page("/administrators/deeds", auditor, "zh-CN");

        assertThat(page("/administrators/deeds", auditor, "zh-CN")
                        .select("ul.readers li")
                        .eachText()
                        .getFirst())
                .contains(village.staffNumber(auditor))
                .contains("看了管理员做过的事");
    }

    @Test
    void a_duty_that_nobody_has_is_missed_in_words() throws Exception {
        var page = page("/administrators", auditor, "zh-CN");

        assertThat(page.select("h2").eachText()).containsExactly("系统管理员", "安全管理员", "审计管理员");
        assertThat(page.text()).contains(directory.person(auditor).name());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_who_audits_or_inspects_reads_what_was_done_and_only_the_three_see_who_they_are(Role role)
            throws Exception {
        var reads = role == Role.AUDIT_ADMINISTRATOR || role == Role.SUPERVISOR;
        var person = village.holder(role, mine);

        for (var address : WHAT_AUDITORS_READ) {
            assertThat(status(address, person)).as("%s by %s", address, role).isEqualTo(reads ? 200 : 404);
        }
        assertThat(status("/administrators", person))
                .isEqualTo(reads || Role.ADMINISTRATORS.contains(role) ? 200 : 404);
        assertThat(status("/administrators", village.worker(mine))).isEqualTo(404);
    }

    @Test
    void who_signed_in_stands_there_by_name() throws Exception {
        var worker = village.worker(mine);
        mvc.perform(get("/administrators/deeds").with(SignedIn.as(worker)));

        var rows = page("/administrators/sign-ins", auditor, "zh-CN")
                .select("ul.readers li")
                .eachText();

        assertThat(rows)
                .anyMatch(row -> row.contains(village.staffNumber(worker)) && row.contains("/administrators/deeds"));
    }

    private int status(String address, PersonId person) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(person)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Document page(String address, PersonId person, String language) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(SignedIn.as(person)).cookie(new Cookie("language", language)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
