package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ProductTest
class PasskeyTest {

    private static final String PASSWORD = "井下一千米 well lit";

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    UnitId mine = new UnitId(0);
    PersonId worker = new PersonId(0);
    SoftDevice device = new SoftDevice();

    @BeforeEach
    void somebody() {
        mine = village.mine();
        worker = worker();
        device = new SoftDevice();
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void a_device_that_was_added_signs_in_with_nothing_typed() throws Exception {
        var elsewhere = signedIn();
        var codes = Browser.page(add(signedIn()));

        assertThat(codes.select(".fingerprint"))
                .as("the first thing beside the password")
                .hasSize(10);
        assertThat(elsewhere.isSignedIn()).isFalse();
        var browser = new Browser(mvc);
        device.counter++;
        var in = use(browser);
        assertThat(in.getRedirectedUrl()).isEqualTo("/me");
        assertThat(browser.get("/me/second-factor").getContentAsString())
                .contains("最近")
                .contains("localhost");
    }

    @Test
    void whoever_has_one_is_asked_for_it_after_the_password_too() throws Exception {
        var codes = Browser.page(add(signedIn()));
        var half = new Browser(mvc);

        assertThat(half.signIn(village.staffNumber(worker), PASSWORD).getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        var page = Browser.page(half.get("/sign-in/code"));
        assertThat(page.select("a[href=/sign-in/passkey]")).hasSize(1);
        assertThat(page.select("#code")).isEmpty();
        assertThat(half.isSignedIn()).isFalse();
        var in = half.post(
                "/sign-in/code", "recovery", codes.select(".fingerprint").get(0).text());
        assertThat(in.getStatus()).isEqualTo(303);
        assertThat(half.isSignedIn()).isTrue();
    }

    @Test
    void an_answer_is_taken_once_in_time_and_for_its_purpose() throws Exception {
        var browser = signedIn();
        var adding = begin(browser).attr("data-challenge");
        assertThat(add(browser, adding).getStatus()).isEqualTo(200);
        device.counter++;
        var challenge = challenge();

        assertThat(use(new Browser(mvc), challenge).getStatus()).isEqualTo(303);
        device.counter++;
        assertRefused(use(new Browser(mvc), challenge), "隔得太久，或者已经用过了");
        assertRefused(use(new Browser(mvc), adding), "隔得太久，或者已经用过了");
        var old = challenge();
        TestClock.forward(Challenges.LIFE.plusSeconds(1));
        assertRefused(use(new Browser(mvc), old), "隔得太久，或者已经用过了");
        assertRefused(use(new Browser(mvc), "AAAA"), "隔得太久，或者已经用过了");
    }

    @Test
    void what_does_not_fit_opens_nothing() throws Exception {
        add(signedIn());
        device.counter++;

        assertLieIsRefused(lying -> lying.origin = "http://evil.example");
        assertLieIsRefused(lying -> lying.site = "evil.example");
        assertLieIsRefused(lying -> lying.flags = SoftDevice.OWNER_THERE);
        assertLieIsRefused(lying -> lying.counter = 1);
        var browser = new Browser(mvc);
        var challenge = challenge();
        var clientData = device.clientData("webauthn.get", challenge);
        var foreign = new SoftDevice();
        foreign.counter = device.counter;
        assertRefused(send(browser, clientData, foreign.signature(clientData), Passkey.handleOf(worker)), "对不上");
        assertThat(use(browser).getStatus()).as("the truth").isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "!", "e30", "AAAA", "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0", "bnVsbA", "W10", "o2NmbXRkbm9uZQ"})
    void what_no_device_says_is_refused_and_breaks_nothing(String garbage) throws Exception {
        var browser = signedIn();
        add(browser);
        var clientData = device.clientData("webauthn.get", challenge());
        var fields = new LinkedHashMap<>(Map.of(
                "id", device.id(),
                "clientData", clientData,
                "authenticatorData", device.authenticatorData(),
                "signature", device.signature(clientData),
                "handle", Passkey.handleOf(worker)));

        for (var field : fields.keySet()) {
            var lie = new HashMap<>(fields);
            lie.put(field, garbage);
            var pairs = lie.entrySet().stream()
                    .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                    .toArray(String[]::new);
            assertThat(new Browser(mvc).post("/sign-in/passkey", pairs).getStatus())
                    .as(field)
                    .isEqualTo(422);
        }
        var creation = device.clientData("webauthn.create", challenge());
        for (var pair : new String[][] {{garbage, device.attestation()}, {creation, garbage}, {garbage, garbage}}) {
            var answer = browser.post("/me/second-factor/passkeys", "clientData", pair[0], "attestation", pair[1]);
            assertThat(answer.getStatus()).isEqualTo(422);
        }
    }

    @Test
    void it_signs_nobody_else_in() throws Exception {
        add(signedIn());
        var other = worker();
        var clientData = device.clientData("webauthn.get", challenge());

        assertRefused(
                send(new Browser(mvc), clientData, device.signature(clientData), Passkey.handleOf(other)), "不认识这部设备");
        assertRefused(use(new Browser(mvc), challenge(), new SoftDevice()), "不认识这部设备");
    }

    @Test
    void a_device_is_added_by_whoever_typed_his_password_and_for_himself() throws Exception {
        var browser = signedIn();
        assertThat(browser.post("/me/second-factor/passkeys/new", "current", "wrong wrong")
                        .getStatus())
                .isEqualTo(422);
        var others = begin(signedIn(worker())).attr("data-challenge");

        assertRefused(add(browser, others), "隔得太久，或者已经用过了");
        var unshown = begin(browser).attr("data-challenge");
        device.flags = SoftDevice.OWNER_THERE;
        assertRefused(add(browser, unshown), "对不上");
        device.flags = SoftDevice.OWNER_THERE | SoftDevice.OWNER_SHOWN;
        assertThat(add(browser).getStatus()).isEqualTo(200);
        assertRefused(add(signedIn(worker()), ""), "隔得太久，或者已经用过了");
        var thief = signedIn(worker());
        assertRefused(add(thief, begin(thief).attr("data-challenge")), "对不上");
    }

    @Test
    void by_an_address_of_numbers_there_is_none() throws Exception {
        var page = mvc.perform(MockMvcRequestBuilders.get("/sign-in/passkey").with(request -> {
                    request.setServerName("10.20.30.40");
                    return request;
                }))
                .andReturn()
                .getResponse();

        assertThat(Browser.page(page).select("[data-passkey]")).isEmpty();
        assertThat(page.getContentAsString()).contains("一串数字的网址");
    }

    @Test
    void a_device_that_was_removed_or_taken_away_or_whose_account_is_closed_signs_in_no_more() throws Exception {
        var browser = signedIn();
        var paper = Browser.page(add(browser)).select(".fingerprint");
        var end = "/me/second-factor/passkeys/" + device.id() + "/end";
        assertThat(browser.post(end, "current", PASSWORD).getStatus()).isEqualTo(422);
        assertThat(browser.post(end, "current", PASSWORD, "code", paper.get(0).text())
                        .getRedirectedUrl())
                .isEqualTo("/me/second-factor?done=PASSKEY_REMOVED");
        assertRefused(use(new Browser(mvc)), "不认识这部设备");
        assertThat(new Browser(mvc)
                        .signIn(village.staffNumber(worker), PASSWORD)
                        .getRedirectedUrl())
                .as("it was the last")
                .isEqualTo("/me");

        assertThat(add(signedIn()).getStatus()).isEqualTo(200);
        accounts.close(worker, "调走", Village.FOUNDER);
        device.counter++;
        assertThat(use(new Browser(mvc)).getStatus()).isEqualTo(422);
    }

    private void assertLieIsRefused(Consumer<SoftDevice> lie) throws Exception {
        var truth = new Object[] {device.origin, device.site, device.flags, device.counter};
        lie.accept(device);
        var browser = new Browser(mvc);
        assertRefused(use(browser), "对不上");
        assertThat(browser.has("lianxin")).isFalse();
        device.origin = (String) truth[0];
        device.site = (String) truth[1];
        device.flags = (int) truth[2];
        device.counter = (int) truth[3];
    }

    private static void assertRefused(MockHttpServletResponse answer, String words) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(words);
    }

    private MockHttpServletResponse add(Browser browser) throws Exception {
        return add(browser, begin(browser).attr("data-challenge"));
    }

    private MockHttpServletResponse add(Browser browser, String challenge) throws Exception {
        return browser.post(
                "/me/second-factor/passkeys",
                "clientData",
                device.clientData("webauthn.create", challenge),
                "attestation",
                device.attestation());
    }

    private static Elements begin(Browser browser) throws Exception {
        Document page = Browser.page(browser.post("/me/second-factor/passkeys/new", "current", PASSWORD));
        return page.select("[data-passkey=create]");
    }

    private String challenge() throws Exception {
        return Browser.page(new Browser(mvc).get("/sign-in/passkey"))
                .select("[data-passkey=get]")
                .attr("data-challenge");
    }

    private MockHttpServletResponse use(Browser browser) throws Exception {
        return use(browser, challenge());
    }

    private MockHttpServletResponse use(Browser browser, String challenge) throws Exception {
        return use(browser, challenge, device);
    }

    private MockHttpServletResponse use(Browser browser, String challenge, SoftDevice by) throws Exception {
        var clientData = by.clientData("webauthn.get", challenge);
        return browser.post(
                "/sign-in/passkey",
                "id",
                by.id(),
                "clientData",
                clientData,
                "authenticatorData",
                by.authenticatorData(),
                "signature",
                by.signature(clientData),
                "handle",
                Passkey.handleOf(worker),
                "back",
                "/me");
    }

    private MockHttpServletResponse send(Browser browser, String clientData, String signature, String handle)
            throws Exception {
        return browser.post(
                "/sign-in/passkey",
                "id",
                device.id(),
                "clientData",
                clientData,
                "authenticatorData",
                device.authenticatorData(),
                "signature",
                signature,
                "handle",
                handle);
    }

    private PersonId worker() {
        var person = village.worker(mine);
        accounts.openMany(Map.of(person, PASSWORD));
        return person;
    }

    private Browser signedIn() throws Exception {
        return signedIn(worker);
    }

    private Browser signedIn(PersonId person) throws Exception {
        var browser = new Browser(mvc);
        assertThat(browser.signIn(village.staffNumber(person), PASSWORD).getRedirectedUrl())
                .isEqualTo("/me");
        return browser;
    }
}
