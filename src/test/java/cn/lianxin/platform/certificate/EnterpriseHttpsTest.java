package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.TestClock;
import cn.lianxin.TestDatabase;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The started server with a certificate that the enterprise gave, in two files that somebody renews. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianxin.https=true", "lianxin.demo=false", "lianxin.clockwork=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {TestDatabase.class, Installation.OfEnterprise.class})
@Import(TestClock.Setup.class)
class EnterpriseHttpsTest {

    private static final String NAMES = "DNS:lianxin.test,DNS:localhost";

    @LocalServerPort
    int port;

    @Value("${lianxin.redirect-port}")
    int plainPort;

    @Value("${lianxin.data}")
    Path data;

    @Autowired
    CertificateInForce inForce;

    @Autowired
    RenewingCertificates renewing;

    @Autowired
    Inbox inbox;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void browsers_are_told_to_come_by_https_from_now_on() throws IOException {
        try (var client = Client.trusting(inForce.current().own());
                var plain = new Client(HttpClient.newHttpClient())) {
            assertThat(client.get("https://localhost:" + port + "/sign-in")
                            .headers()
                            .allValues("Strict-Transport-Security"))
                    .containsExactly("max-age=31536000");

            var led = plain.get("http://localhost:" + plainPort + "/receipt?x=1");
            assertThat(led.statusCode()).isEqualTo(302);
            assertThat(led.headers().firstValue("Location")).contains("https://localhost:" + port + "/receipt?x=1");
            assertThat(led.headers().map()).doesNotContainKey("strict-transport-security");
            var named = plain.get("http://127.0.0.1:" + plainPort + "/receipt");
            assertThat(named.headers().firstValue("Location")).contains("https://lianxin.test:" + port + "/receipt");
        }
        assertThat(mvc.get().uri("/trust").secure(true)).bodyText().contains("不用另外装");
        assertThat(mvc.get().uri("/trust/lianxin.crt").secure(true)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/nowhere", "/lianxin.css", "/icon-192.png", "/api/v1/units"})
    void whatever_is_asked_the_answer_says_what_to_refuse_and_to_come_by_https(String address) throws IOException {
        try (var client = Client.trusting(inForce.current().own())) {
            var headers = client.get("https://localhost:" + port + address, "Origin", "https://elsewhere.example")
                    .headers();

            assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void old_versions_of_tls_are_refused() {
        assertThat(greeting("-tls1_3")).contains("New, TLSv1.3");
        assertThat(greeting("-tls1_2")).contains("New, TLSv1.2");
        for (var old : List.of("-tls1_1", "-tls1")) {
            assertThat(greeting(old)).as(old).contains("alert protocol version");
        }
    }

    /** What a foreign program hears that is itself ready for anything. */
    private String greeting(String version) {
        return new OpenSsl(data)
                .run("s_client", "-connect", "localhost:" + port, version, "-cipher", "ALL:@SECLEVEL=0")
                .output();
    }

    @Test
    void new_files_come_into_force_without_a_restart_and_bad_ones_do_not() throws IOException {
        var administrator = village.holder(Role.ADMINISTRATOR, village.mine());
        var openssl = new OpenSsl(data);
        var before = inForce.current();
        openssl.certificate("c.pem", "new-key.pem", NAMES);

        renewing.look();
        assertThat(inForce.current()).isEqualTo(before);
        assertThat(mvc.get().uri("/certificate").secure(true).with(SignedIn.as(administrator)))
                .bodyText()
                .contains("新换的证书文件没有生效", "不是一对");

        openssl.write("k.pem", openssl.text("new-key.pem"));
        renewing.look();
        assertThat(inForce.trouble()).isEmpty();
        try (var client = Client.trusting(inForce.current().own())) {
            assertThat(Client.shown(client.get("https://localhost:" + port + "/sign-in")))
                    .isNotEqualTo(before.own())
                    .isEqualTo(inForce.current().own());
        }
    }

    @Test
    void a_month_before_the_end_the_administrators_at_the_top_are_told_once_and_again_when_it_comes_near() {
        var mine = village.mine();
        var above = village.holder(Role.ADMINISTRATOR, mine);
        var below = village.holder(Role.ADMINISTRATOR, village.district(mine));
        var ends = inForce.current().ends();

        TestClock.forward(
                Duration.between(TestClock.now(), ends.minus(Duration.ofDays(31).plusHours(1))));
        renewing.look();
        assertThat(told(above).rows()).isEmpty();

        TestClock.forward(Duration.ofDays(2));
        renewing.look();
        renewing.look();
        assertThat(told(above).rows()).hasSize(1);
        assertThat(told(below).rows()).isEmpty();
        assertThat(mvc.get().uri("/certificate").secure(true).with(SignedIn.as(below)))
                .bodyText()
                .contains("到期，还剩 29 天");

        TestClock.forward(Duration.ofDays(17));
        renewing.look();
        assertThat(told(above).rows()).hasSize(2);
    }

    private Page<InboxMessage> told(PersonId person) {
        return inbox.page(person, Optional.empty());
    }
}
