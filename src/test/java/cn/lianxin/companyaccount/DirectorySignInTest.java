package cn.lianxin.companyaccount;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.TestClock;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People sign in by HTTP with passwords that a real OpenLDAP server keeps. */
@Tag("slow")
class DirectorySignInTest {

    private static final String PASSWORD = "在单位目录里 8";

    @TempDir
    static Path directory;

    private static Slapd slapd;
    private static Installation house;

    @BeforeAll
    static void start() throws Exception {
        var authority = TestAuthority.in(directory.resolve("authority"), "IP:127.0.0.1");
        slapd = Slapd.start(directory.resolve("slapd"), Optional.of(authority));
        house = new Installation(
                directory.resolve("data"),
                "127.0.0.1",
                "--lianxin.directory.url=" + slapd.encrypted(),
                "--lianxin.directory.base=ou=people," + Slapd.BASE,
                "--lianxin.directory.bind-dn=" + Slapd.SERVICE,
                "--lianxin.outgoing.trust=" + authority.certificate());
        house.bean(OwnSecrets.class)
                .keep(OwnSecret.DIRECTORY, Slapd.SERVICE_PASSWORD, cn.lianxin.identity.Village.FOUNDER);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        house.close();
        slapd.close();
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void somebody_of_the_roster_signs_in_with_the_password_of_the_directory_and_the_log_says_by_which_door()
            throws Exception {
        var person = personInBoth();
        var browser = browser();

        var failed = browser.signIn(number(person), PASSWORD + "!");
        var signedIn = browser.signIn(number(person), PASSWORD);

        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(failed.body()).contains("工号或密码不对");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).contains("/me");
        assertThat(browser.isIn()).isTrue();
        assertThat(house.logged(person))
                .containsExactly(
                        "SIGN_IN_FAILED POST /sign-in", "COMPANY_VOUCHED POST /sign-in", "SIGNED_IN POST /sign-in");
    }

    @Test
    void who_has_left_or_is_in_the_directory_alone_stays_outside_and_gets_no_account() throws Exception {
        var leaver = personInBoth();
        house.village().leave(leaver);
        slapd.addPerson("外人", "X9999", Optional.of(PASSWORD));
        var withoutAccount = house.village().worker(house.village().mine());
        slapd.addPerson("没开通", number(withoutAccount), Optional.of(PASSWORD));

        for (var number : new String[] {number(leaver), "X9999", number(withoutAccount)}) {
            var refused = browser().signIn(number, PASSWORD);
            assertThat(refused.statusCode()).as(number).isEqualTo(422);
            assertThat(refused.body()).as(number).contains("工号或密码不对");
        }
        assertThat(house.people().haveAccount(withoutAccount)).isFalse();
    }

    @Test
    void a_password_that_lies_here_never_goes_to_the_directory_and_one_there_does_not_open_it() throws Exception {
        var local = house.village().worker(house.village().mine());
        house.accounts().openMany(Map.of(local, Installation.OWN_PASSWORD));
        slapd.addPerson("两处都有", number(local), Optional.of(PASSWORD));
        var before = slapd.lines();

        assertThat(browser().signIn(number(local), Installation.OWN_PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(slapd.linesSince(before)).noneMatch(line -> line.contains("ACCEPT"));
        assertThat(browser().signIn(number(local), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(slapd.linesSince(before)).noneMatch(line -> line.contains("BIND dn=\"cn=两处都有"));
    }

    @Test
    void after_five_failures_it_rests_as_with_a_password_of_ours() throws Exception {
        var person = personInBoth();
        for (var i = 0; i < 5; i++) {
            assertThat(browser().signIn(number(person), "wrong").body()).contains("工号或密码不对");
        }

        assertThat(browser().signIn(number(person), PASSWORD).body()).contains("试错的次数太多");
        TestClock.forward(Duration.ofSeconds(61));
        assertThat(browser().signIn(number(person), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void
            while_the_directory_is_away_a_sentence_says_so_to_everybody_and_the_administrator_with_a_password_here_gets_in()
                    throws Exception {
        var person = personInBoth();
        var local = house.village().worker(house.village().mine());
        house.accounts().openMany(Map.of(local, Installation.OWN_PASSWORD));
        slapd.stop();
        try {
            for (var number : new String[] {number(person), "nobody-9", number(local)}) {
                var refused = browser().signIn(number, PASSWORD);
                assertThat(refused.statusCode()).as(number).isEqualTo(422);
                assertThat(refused.body()).as(number).contains("单位的账号服务器现在连不上").doesNotContain("工号或密码不对");
            }
            var administrator = browser();
            assertThat(administrator
                            .signIn(number(house.administrator()), Installation.OWN_PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(administrator
                            .post("/company-account/check", Map.of("number", number(person)))
                            .body())
                    .contains("目录服务连不上");
        } finally {
            slapd.startAgain();
        }
        assertThat(house.logged(person)).containsExactly("COMPANY_AWAY POST /sign-in");
        assertThat(browser().signIn(number(person), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whose_role_demands_a_second_factor_has_to_set_one_up_and_shows_the_password_of_the_directory_for_it()
            throws Exception {
        var supervisor = house.village().holder(Role.SUPERVISOR, house.village().mine());
        slapd.addPerson("督办", number(supervisor), Optional.of(PASSWORD));
        house.people().give(supervisor);
        var browser = browser();

        browser.signIn(number(supervisor), PASSWORD);

        assertThat(browser.get("/me").headers().firstValue("Location")).contains("/me/second-factor");
        assertThat(browser.post("/me/second-factor/enrolment", Map.of("current", "wrong"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/me/second-factor/enrolment", Map.of("current", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_administrator_gives_somebody_to_the_company_and_a_reset_takes_him_back() throws Exception {
        var village = house.village();
        var mine = village.mine();
        var keeper = village.holder(Role.ADMINISTRATOR, mine);
        var person = village.worker(mine);
        house.accounts().openMany(Map.of(keeper, Installation.OWN_PASSWORD, person, "原来的密码 8"));
        slapd.addPerson("改过来的", number(person), Optional.of(PASSWORD));
        var his = browser();
        his.signIn(number(person), "原来的密码 8");
        var office = browser();
        office.signIn(number(keeper), Installation.OWN_PASSWORD);
        var page = "/accounts/" + person.value();
        assertThat(office.get(page).body()).contains("改用单位账号");

        assertThat(office.post(page + "/company", Map.of()).statusCode()).isEqualTo(303);

        assertThat(his.isIn()).isFalse();
        assertThat(browser().signIn(number(person), "原来的密码 8").statusCode()).isEqualTo(422);
        assertThat(his.signIn(number(person), PASSWORD).statusCode()).isEqualTo(303);
        assertThat(his.get("/password").statusCode()).isEqualTo(409);
        assertThat(his.post("/password", Map.of("current", PASSWORD, "password", "一个新密码 9", "again", "一个新密码 9"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(office.get(page).body()).contains("用单位账号").doesNotContain("让他用单位账号");
        assertThat(office.post(page + "/reset", Map.of("reason", "核对过工作证")).statusCode())
                .isEqualTo(200);
        assertThat(his.isIn()).isFalse();
        assertThat(browser().signIn(number(person), PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void a_whole_unit_is_given_to_the_company_instead_of_slips_and_whoever_has_a_password_keeps_it() throws Exception {
        var village = house.village();
        var mine = village.mine();
        var keeper = village.holder(Role.ADMINISTRATOR, mine);
        var settled = village.worker(mine);
        var fresh = village.worker(mine);
        house.accounts().openMany(Map.of(keeper, Installation.OWN_PASSWORD, settled, Installation.OWN_PASSWORD));
        var withSlip = village.worker(mine);
        var slip = house.accounts().openWithFirstPassword(withSlip, cn.lianxin.identity.Village.FOUNDER);
        var onTheWay = browser();
        onTheWay.signIn(number(withSlip), slip);
        var office = browser();
        office.signIn(number(keeper), Installation.OWN_PASSWORD);

        assertThat(office.post("/accounts/company", Map.of("unit", Long.toString(mine.value())))
                        .statusCode())
                .isEqualTo(303);

        assertThat(house.people().areByCompany(fresh)).isTrue();
        assertThat(house.people().areByCompany(withSlip)).isTrue();
        assertThat(house.people().areByCompany(settled)).isFalse();
        assertThat(house.people().areByCompany(keeper)).isFalse();
        assertThat(onTheWay.isIn()).isFalse();
        assertThat(browser().signIn(number(withSlip), slip).statusCode()).isEqualTo(422);
    }

    @Test
    void nobody_else_gives_anybody_and_not_oneself() throws Exception {
        var village = house.village();
        var mine = village.mine();
        var keeper = village.holder(Role.ADMINISTRATOR, mine);
        var worker = village.worker(mine);
        house.accounts().openMany(Map.of(keeper, Installation.OWN_PASSWORD, worker, Installation.OWN_PASSWORD));
        var his = browser();
        his.signIn(number(worker), Installation.OWN_PASSWORD);
        var office = browser();
        office.signIn(number(keeper), Installation.OWN_PASSWORD);

        assertThat(his.post("/accounts/" + keeper.value() + "/company", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.post("/accounts/" + keeper.value() + "/company", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.post("/accounts/" + house.administrator().value() + "/company", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(his.get("/company-account").statusCode()).isEqualTo(404);
    }

    @Test
    void the_password_of_the_account_that_searches_lies_locked_and_is_not_shown() throws Exception {
        var administrator = browser();
        administrator.signIn(number(house.administrator()), Installation.OWN_PASSWORD);

        assertThat(administrator
                        .post("/company-account/secret", Map.of("which", "DIRECTORY", "secret", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/company-account/secret", Map.of("which", "DIRECTORY", "secret", Slapd.SERVICE_PASSWORD))
                        .statusCode())
                .isEqualTo(303);

        assertThat(administrator.get("/company-account").body())
                .contains("存着一个")
                .doesNotContain(Slapd.SERVICE_PASSWORD);
        var locked = house.database()
                .sql("select locked from companyaccount.own_secret where name = 'DIRECTORY'")
                .query((row, _) -> row.getBytes("locked"))
                .single();
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain(Slapd.SERVICE_PASSWORD);
        assertThat(administrator
                        .post("/company-account/check", Map.of("number", number(personInBoth())))
                        .body())
                .contains("只有一个");
        assertThat(administrator
                        .post("/company-account/check", Map.of("number", "*"))
                        .body())
                .contains("没有找到");
    }

    private static PersonId personInBoth() throws Exception {
        var person = house.village().worker(house.village().mine());
        slapd.addPerson("职工" + number(person), number(person), Optional.of(PASSWORD));
        house.people().give(person);
        return person;
    }

    private static Visitor browser() {
        return new Visitor(house.site());
    }

    private static String number(PersonId person) {
        return house.village().staffNumber(person);
    }
}
