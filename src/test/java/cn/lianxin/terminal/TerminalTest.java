package cn.lianxin.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class TerminalTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    UnitId mine;
    Actor.Member administrator;
    PersonId worker;

    @BeforeEach
    void found() {
        mine = village.mine();
        var person = village.worker(mine);
        administrator = new Actor.Member(person, "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        worker = village.worker(mine);
        accounts.openMany(Map.of(worker, "a password of tests"));
    }

    @Test
    void the_machine_in_front_of_an_administrator_becomes_a_terminal_and_stands_in_his_list() {
        terminal("一号灯房");

        var page = mvc.get().uri("/terminals").with(SignedIn.as(administrator)).exchange();

        assertThat(page).hasStatusOk().bodyText().contains("一号灯房");
    }

    @Test
    void a_terminal_without_a_name_or_in_a_foreign_mine_is_refused_and_what_was_typed_stays() {
        var nameless = setUp("  ", mine);
        var foreign = setUp("二号灯房", village.mine());

        assertThat(nameless).hasStatus(422).bodyText().contains("请写清这台机器放在哪里");
        assertThat(foreign).hasStatus(422).bodyText().contains("请选一个您管的矿", "二号灯房");
    }

    @Test
    void only_administrators_see_terminals() {
        assertThat(mvc.get().uri("/terminals").with(SignedIn.as(worker))).hasStatus(404);
        assertThat(mvc.post().uri("/terminals/1/retirement").with(SignedIn.as(worker)))
                .hasStatus(404);
    }

    @Test
    void a_session_at_a_terminal_ends_after_two_minutes_and_its_cookie_with_the_browser() {
        var terminal = terminal("食堂");

        var session = signIn(terminal);

        assertThat(session.getMaxAge()).isNegative();
        var seconds = database.sql("""
                select extract(epoch from ends_at - started_at) from identity.session
                where person = :person and shared
                """)
                .param("person", worker.value())
                .query(Double.class)
                .single();
        assertThat(seconds).isEqualTo(120);
    }

    @Test
    void who_leaves_takes_his_session_and_what_he_had_begun_to_write() {
        var terminal = terminal("澡堂");
        var session = signIn(terminal);
        var token = "AbCdEfGhIjKlMnOpQrStUvW" + (char) ('a' + System.nanoTime() % 26);
        mvc.post()
                .uri("/concerns/new/" + token + "/words")
                .param("text", "皮带机头没有护栏")
                .cookie(terminal, session)
                .with(SignedIn.asNobody())
                .exchange();
        assertThat(draftsOf(token)).isOne();

        var left = mvc.post()
                .uri("/terminals/leaving")
                .param("draft", token)
                .cookie(terminal, session, new Cookie("language", "en"))
                .with(SignedIn.asNobody())
                .exchange();

        assertThat(left).hasStatus(303).hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        var language = Objects.requireNonNull(left.getResponse().getCookie("language"));
        assertThat(mvc.get().uri("/").cookie(terminal, language)).bodyText().contains("我要反映");
        assertThat(draftsOf(token)).isZero();
        assertThat(mvc.get().uri("/me").cookie(terminal, session)).hasStatus(303);
    }

    @Test
    void a_terminals_browser_is_not_asked_to_remember_numbers_and_passwords() {
        var there = mvc.get().uri("/sign-in").cookie(terminal("灯房")).exchange();

        assertThat(there).bodyText().contains("autocomplete=\"off\"").doesNotContain("current-password", "username");
        assertThat(mvc.get().uri("/sign-in")).bodyText().contains("current-password", "username");
    }

    @Test
    void elsewhere_leaving_ends_nothing() {
        var session = SignedIn.byCookie(worker);

        var left = mvc.post().uri("/terminals/leaving").with(session).exchange();

        assertThat(left).hasStatus(303).doesNotContainHeader("Clear-Site-Data");
        assertThat(left.getResponse().getCookies()).isEmpty();
    }

    @Test
    void a_terminal_shows_large_letters_and_a_way_out_until_it_is_taken_out_of_use() {
        var terminal = terminal("灯房");
        assertThat(mvc.get().uri("/").cookie(terminal)).bodyText().contains("senior terminal", "我用完了", "/terminal.js");
        var id = database.sql("select max(id) from terminal.terminal where unit = :unit")
                .param("unit", mine.value())
                .query(Long.class)
                .single();

        var retired = mvc.post()
                .uri("/terminals/" + id + "/retirement")
                .with(SignedIn.as(administrator))
                .exchange();

        assertThat(retired).hasStatus(303);
        assertThat(mvc.get().uri("/").cookie(terminal)).bodyText().doesNotContain("/terminal.js");
        assertThat(mvc.post().uri("/terminals/" + id + "/retirement").with(SignedIn.as(administrator)))
                .hasStatus(404);
    }

    private Cookie terminal(String name) {
        var set = setUp(name, mine);
        assertThat(set).hasStatus(303);
        return Objects.requireNonNull(set.getResponse().getCookie("lianxin-terminal"));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult setUp(String name, UnitId unit) {
        return mvc.post()
                .uri("/terminals")
                .param("name", name)
                .param("unit", String.valueOf(unit.value()))
                .with(SignedIn.as(administrator))
                .exchange();
    }

    private Cookie signIn(Cookie terminal) {
        var signedIn = mvc.post()
                .uri("/sign-in")
                .param("number", directory.person(worker).staffNumber())
                .param("password", "a password of tests")
                .cookie(terminal)
                .with(SignedIn.asNobody())
                .exchange();
        assertThat(signedIn).hasStatus(303);
        return Objects.requireNonNull(signedIn.getResponse().getCookie("lianxin"));
    }

    private long draftsOf(String token) {
        return database.sql("select count(*) from raising.draft where token = :token")
                .param("token", token)
                .query(Long.class)
                .single();
    }
}
