package cn.lianxin.companyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an honest provider never says, and what a browser must not be able to bring; the honest one is in the journeys. */
@Tag("slow")
class OpenIdSignInTest {

    private static LyingProvider provider;
    private static Installation house;

    private PersonId person;
    private Visitor browser;
    private Map<String, String> asked;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        provider = new LyingProvider();
        house = new Installation(
                data,
                "127.0.0.1",
                "--lianxin.openid.issuer=" + provider.address(),
                "--lianxin.openid.client=" + LyingProvider.CLIENT,
                "--lianxin.openid.second-factor=mfa");
        house.bean(OwnSecrets.class).keep(OwnSecret.OPENID, LyingProvider.SECRET, Village.FOUNDER);
    }

    @AfterAll
    static void stop() {
        house.close();
        provider.close();
    }

    @BeforeEach
    void begin() throws Exception {
        person = house.village().worker(house.village().mine());
        house.people().give(person);
        browser = new Visitor(house.site());
        asked = Visitor.query(browser.get("/sign-in/company?back=%2Fme"));
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void whoever_the_provider_vouches_for_is_let_in_with_a_new_session_and_the_log_says_by_which_door()
            throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims);

        var back = comeBack(asked("state"));

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.headers().firstValue("Refresh")).contains("0;url=/me");
        assertThat(back.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(browser.session()).isNotEmpty();
        assertThat(browser.isIn()).isTrue();
        assertThat(house.logged(person))
                .containsExactly("COMPANY_VOUCHED GET /sign-in/company/back", "SIGNED_IN GET /sign-in/company/back");
    }

    @Test
    void a_session_that_was_there_before_ends_and_its_secret_is_not_used_again() throws Exception {
        var other = house.village().worker(house.village().mine());
        house.accounts().openMany(Map.of(other, Installation.OWN_PASSWORD));
        browser.signIn(house.village().staffNumber(other), Installation.OWN_PASSWORD);
        var before = browser.session();
        provider.say(number(), asked("nonce"), claims -> claims);

        comeBack(asked("state"));

        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/me").body()).contains(number());
    }

    @Test
    void it_asks_for_a_code_with_pkce_state_and_nonce_and_names_the_one_address_to_come_back_to() throws Exception {
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", LyingProvider.CLIENT)
                .containsEntry("redirect_uri", house.site() + "/sign-in/company/back")
                .containsEntry("code_challenge_method", "S256");
        var again = Visitor.query(new Visitor(house.site()).get("/sign-in/company"));
        assertThat(List.of(asked("state"), asked("nonce"), asked("code_challenge")))
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThanOrEqualTo(43))
                .doesNotContain(again.get("state"), again.get("nonce"), again.get("code_challenge"));
        provider.say(number(), asked("nonce"), claims -> claims);

        comeBack(asked("state"));

        var verifier = provider.asked().replaceFirst(".*code_verifier=([^&]+).*", "$1");
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .isEqualTo(asked("code_challenge"));
        assertThat(provider.asked()).contains("grant_type=authorization_code", "code=the-code");
        assertThat(provider.askedAs()).startsWith("Basic ");
    }

    @Test
    void at_a_terminal_the_door_is_not_there_for_whoever_comes_next_would_still_be_signed_in_at_the_provider()
            throws Exception {
        assertThat(browser.get("/sign-in").body()).contains("/sign-in/company");
        var mine = house.village().mine();
        var administrator = house.village().holder(Role.ADMINISTRATOR, mine);
        house.accounts().openMany(Map.of(administrator, Installation.OWN_PASSWORD));
        browser.signIn(house.village().staffNumber(administrator), Installation.OWN_PASSWORD);

        assertThat(browser.post("/terminals", Map.of("name", "灯房", "unit", Long.toString(mine.value())))
                        .statusCode())
                .isEqualTo(303);

        assertThat(browser.get("/sign-in/company").statusCode()).isEqualTo(404);
        assertThat(browser.get("/sign-in").body()).doesNotContain("/sign-in/company");
    }

    /** What is wrong with an ID token that is right in everything else. */
    enum Lie {
        WRONG_NONCE(claims -> claims.claim("nonce", "another")),
        NO_NONCE(claims -> claims.claim("nonce", null)),
        OTHER_AUDIENCE(claims -> claims.audience("another")),
        OTHER_ISSUER(claims -> claims.issuer("http://127.0.0.1:9")),
        EXPIRED(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600)))),
        ISSUED_TOMORROW(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(86_400)))),
        NO_EXPIRY(claims -> claims.expirationTime(null)),
        NO_SUBJECT(claims -> claims.subject(null)),
        FOR_OTHERS_TOO(claims ->
                claims.audience(List.of(LyingProvider.CLIENT, "another")).claim("azp", LyingProvider.CLIENT)),
        GIVEN_TO_ANOTHER(claims -> claims.claim("azp", "another")),
        NUMBER_IS_NO_TEXT(claims -> claims.claim("preferred_username", List.of("V1")));

        private final UnaryOperator<JWTClaimsSet.Builder> change;

        Lie(UnaryOperator<JWTClaimsSet.Builder> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void a_token_that_lies_lets_nobody_in(Lie lie) throws Exception {
        provider.say(number(), asked("nonce"), lie.change);

        assertKeptOut(comeBack(asked("state")), "核对不上");
    }

    @Test
    void a_token_that_the_provider_has_not_signed_lets_nobody_in() throws Exception {
        var claims = provider.claims(number(), asked("nonce")).build();

        provider.sayUnsigned(claims);
        assertKeptOut(comeBack(asked("state")), "核对不上");
        provider.sayWithNoneWritten(again());
        assertKeptOut(comeBack(asked("state")), "核对不上");
        provider.saySignedByAnother(again());
        assertKeptOut(comeBack(asked("state")), "核对不上");
        provider.saySymmetric(again(), LyingProvider.SECRET.getBytes(StandardCharsets.UTF_8));
        assertKeptOut(comeBack(asked("state")), "核对不上");
        provider.saySymmetric(again(), provider.publicKey());
        assertKeptOut(comeBack(asked("state")), "核对不上");
    }

    /** Begins once more, and claims that fit it. */
    private JWTClaimsSet again() throws Exception {
        asked = Visitor.query(browser.get("/sign-in/company?back=%2Fme"));
        return provider.claims(number(), asked("nonce")).build();
    }

    @Test
    void an_answer_to_nothing_that_this_browser_has_begun_lets_nobody_in() throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims);
        var stranger = new Visitor(house.site());

        assertThat(stranger.get(back(asked("state"))).body()).contains("不是从这里开始的");
        assertThat(stranger.isIn()).isFalse();
        assertKeptOut(comeBack("another-state"), "不是从这里开始的");
        assertKeptOut(comeBack(asked("state")), "不是从这里开始的");
    }

    @Test
    void an_answer_counts_once_and_not_for_ever() throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims);
        assertThat(comeBack(asked("state")).statusCode()).isEqualTo(200);
        browser.post("/sign-out", Map.of());

        assertKeptOut(comeBack(asked("state")), "不是从这里开始的");

        provider.say(again());
        TestClock.forward(Duration.ofMinutes(11));
        assertKeptOut(comeBack(asked("state")), "不是从这里开始的");
    }

    @Test
    void what_stands_twice_and_who_answers_for_another_are_no_answer() throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims);
        assertKeptOut(browser.get(back(asked("state")) + "&code=another"), "不是从这里开始的");

        provider.say(again());
        assertKeptOut(browser.get(back(asked("state")) + "&iss=http%3A%2F%2F127.0.0.1%3A9"), "核对不上");

        provider.say(again());
        assertThat(browser.get(back(asked("state")) + "&iss=" + Visitor.encoded(provider.address()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void where_the_provider_says_no_a_sentence_says_so_and_none_of_its_words_stand_there() throws Exception {
        var refused = browser.get(
                "/sign-in/company/back?error=access_denied&error_description=%3Cb%3Ehello&state=" + asked("state"));

        assertKeptOut(refused, "没有让您过来");
        assertThat(Jsoup.parse(refused.body()).selectXpath("//main").html())
                .doesNotContain("hello")
                .contains("/sign-in?back=%2Fme");
    }

    @Test
    void strangers_leavers_and_people_with_a_password_here_stay_outside() throws Exception {
        var leaver = house.village().worker(house.village().mine());
        house.people().give(leaver);
        house.village().leave(leaver);
        var local = house.village().worker(house.village().mine());
        house.accounts().openMany(Map.of(local, Installation.OWN_PASSWORD));
        var withoutAccount = house.village().worker(house.village().mine());
        for (var number : List.of(
                "X9999",
                house.village().staffNumber(leaver),
                house.village().staffNumber(local),
                house.village().staffNumber(withoutAccount),
                number().toLowerCase(java.util.Locale.ROOT))) {
            again();
            provider.say(number, asked("nonce"), claims -> claims);
            assertKeptOut(comeBack(asked("state")), "没有给您开通");
        }
        assertThat(house.people().haveAccount(withoutAccount)).isFalse();
    }

    @Test
    void the_number_may_stand_on_the_page_of_the_user_if_it_is_his() throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims.claim("preferred_username", null));
        provider.tellOfUser("{\"sub\": \"inner-another\", \"preferred_username\": \"" + number() + "\"}");
        assertKeptOut(comeBack(asked("state")), "核对不上");

        again();
        provider.say(number(), asked("nonce"), claims -> claims.claim("preferred_username", null));
        provider.tellOfUser("{\"sub\": \"inner-" + number() + "\", \"preferred_username\": \"" + number() + "\"}");
        assertThat(comeBack(asked("state")).statusCode()).isEqualTo(200);
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void our_own_second_factor_is_demanded_unless_the_provider_says_that_it_has_asked_for_one() throws Exception {
        house.village().give(person, Role.SUPERVISOR, house.village().mine(), java.time.LocalDate.of(2020, 1, 1));
        provider.say(number(), asked("nonce"), claims -> claims.claim("amr", List.of("pwd")));
        comeBack(asked("state"));
        assertThat(browser.get("/me").headers().firstValue("Location")).contains("/me/second-factor");

        browser.post("/sign-out", Map.of());
        again();
        provider.say(number(), asked("nonce"), claims -> claims.claim("amr", List.of("pwd", "mfa")));
        comeBack(asked("state"));
        assertThat(browser.isIn()).isTrue();
        assertThat(house.logged(person).getLast()).isEqualTo("SIGNED_IN_BY_FACTOR GET /sign-in/company/back");
    }

    @Test
    void instead_of_a_password_a_sign_in_of_this_moment_shows_that_it_is_he() throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims);
        comeBack(asked("state"));

        TestClock.forward(Duration.ofMinutes(11));
        var late = browser.post("/me/second-factor/enrolment", Map.of("current", ""));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("再用单位账号登录一次");

        TestClock.reset();
        assertThat(browser.post("/me/second-factor/enrolment", Map.of("current", ""))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void who_came_in_by_it_is_led_to_sign_out_there_too_and_nobody_else() throws Exception {
        provider.say(number(), asked("nonce"), claims -> claims);
        comeBack(asked("state"));

        var out = browser.post("/sign-out", Map.of());

        assertThat(out.headers().firstValue("Location")).contains("/sign-in/company/over");
        assertThat(browser.isIn()).isFalse();
        assertThat(browser.get("/sign-in/company/over").body())
                .contains(provider.address() + "/end?")
                .contains("post_logout_redirect_uri=" + Visitor.encoded(house.site() + "/"));
        assertThat(browser.post("/sign-out", Map.of()).headers().firstValue("Location"))
                .contains("/");
    }

    @Test
    void a_page_of_somebody_else_cannot_send_a_browser_through_it() throws Exception {
        var sent = browser.get("/sign-in/company", "Sec-Fetch-Site", "cross-site");

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.headers().firstValue("Location")).isEmpty();
        for (var own : List.of("same-origin", "none")) {
            assertThat(browser.get("/sign-in/company", "Sec-Fetch-Site", own).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_provider_that_calls_itself_otherwise_than_the_settings_is_not_asked_for_anything() throws Exception {
        var settings = settings(provider.address(), "RS256", "openid profile");
        assertThat(asking(settings).metadata().getIssuer().getValue()).isEqualTo(provider.address());

        provider.callItself(provider.address() + "/");
        try {
            assertThatThrownBy(() -> asking(settings).metadata())
                    .isInstanceOfSatisfying(
                            ProviderFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("company-answer-untrue"));
        } finally {
            provider.callItself(provider.address());
        }
        assertThatThrownBy(() -> asking(settings("http://127.0.0.1:1", "RS256", "openid"))
                        .metadata())
                .isInstanceOfSatisfying(
                        ProviderFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("company-provider-away"));
    }

    @Test
    void settings_that_cannot_be_meant_stop_the_start() {
        assertStops("issuer", settings("http://sso.mine.example", "RS256", "openid"));
        assertStops("issuer", settings("https://somebody@sso.mine.example", "RS256", "openid"));
        assertStops("algorithm", settings(provider.address(), "none", "openid"));
        assertStops("algorithm", settings(provider.address(), "HS256", "openid"));
        assertStops("scope", settings(provider.address(), "RS256", "profile"));
        settings(provider.address(), "ES256", "openid").check();
    }

    private static void assertStops(String setting, OpenIdSettings settings) {
        assertThatThrownBy(settings::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lianxin.openid." + setting);
    }

    private static OpenIdSettings settings(String issuer, String algorithm, String scope) {
        return new OpenIdSettings(issuer, LyingProvider.CLIENT, "sub", scope, algorithm, List.of());
    }

    private static OpenIdProvider asking(OpenIdSettings settings) {
        return new OpenIdProvider(settings, house.bean(OutgoingCalls.class));
    }

    @Test
    void the_button_stands_on_the_page_of_signing_in() throws Exception {
        assertThat(browser.get("/sign-in?back=%2Finbox").body())
                .contains("用单位统一账号登录")
                .contains("href=\"/sign-in/company?back=%2Finbox\"");
    }

    private String number() {
        return house.village().staffNumber(person);
    }

    private static String back(String state) {
        return "/sign-in/company/back?code=the-code&state=" + Visitor.encoded(state);
    }

    private HttpResponse<String> comeBack(String state) throws Exception {
        return browser.get(back(state));
    }

    private void assertKeptOut(HttpResponse<String> answer, String sentence) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(browser.isIn()).isFalse();
    }

    private String asked(String name) {
        return Objects.requireNonNull(asked.get(name), name);
    }
}
