package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.TestClock;
import cn.lianxin.TestDatabase;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The started server with an authority of its own, and clients that trust nothing else. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianxin.https=true", "lianxin.demo=false", "lianxin.clockwork=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {TestDatabase.class, Installation.class})
@Import(TestClock.Setup.class)
class HttpsTest {

    @LocalServerPort
    int port;

    @Value("${lianxin.redirect-port}")
    int plainPort;

    @Autowired
    CertificateInForce inForce;

    @Autowired
    RenewingCertificates renewing;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void who_trusts_the_authority_is_answered_by_name_and_by_address_and_nobody_else() throws IOException {
        try (var client = Client.trusting(root());
                var stranger = new Client(HttpClient.newHttpClient())) {
            for (var host : List.of("localhost", "127.0.0.1")) {
                var answer = client.get("https://" + host + ":" + port + "/sign-in");

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
            }
            assertThatThrownBy(() -> stranger.get(secure("/sign-in"))).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void the_session_is_kept_where_only_https_can_put_it() throws IOException {
        var person = village.worker(village.mine());
        accounts.openMany(Map.of(person, "a password of tests"));

        try (var client = Client.trusting(root())) {
            var answer = client.post(
                    secure("/sign-in"), "number=" + village.staffNumber(person) + "&password=a+password+of+tests");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-lianxin=")
                    .contains("Secure", "HttpOnly", "Path=/")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void without_https_there_is_the_way_to_trust_and_nothing_else() throws IOException {
        try (var client = new Client(HttpClient.newHttpClient())) {
            var led = client.get(plain("/concerns/2026-0000000-0?x=1"));
            assertThat(led.statusCode()).isEqualTo(302);
            assertThat(location(led)).isEqualTo("/trust?to=%2Fconcerns%2F2026-0000000-0%3Fx%3D1");

            var page = client.get(plain("/trust?to=%2Freceipt"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("让手机认得连心", "https://localhost:" + port + "/receipt", "lianxin.test")
                    .contains(Fingerprint.of(root()).groups());
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("connect-src 'self' https://localhost:" + port + ";");
            assertThat(client.get(plain("/trust.js")).statusCode()).isEqualTo(200);

            for (var hidden : List.of("/trust/../sign-in", "/trust/%2e%2e/sign-in", "/trust;/sign-in", "/sign-in")) {
                assertThat(client.get(plain(hidden)).statusCode()).as(hidden).isIn(302, 400);
            }
            assertThat(client.get(plain("/sign-in"), "X-Forwarded-Proto", "https")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(client.post(plain("/sign-in"), "number=1&password=1").statusCode())
                    .isEqualTo(403);
            // A program whose token was read on the way must learn it at once, and not be led on.
            assertThat(client.get(plain("/api/v1/application"), "Authorization", "Bearer lxp_read")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_root_is_given_as_phones_take_it() throws IOException {
        try (var client = new Client(HttpClient.newHttpClient())) {
            var answer = client.get(plain("/trust/lianxin.crt"));

            assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-x509-ca-cert");
            assertThat(mvc.get()
                            .uri("/trust/lianxin.crt")
                            .secure(true)
                            .exchange()
                            .getResponse()
                            .getContentAsByteArray())
                    .isEqualTo(Pem.encoded(root()));
        }
    }

    @Test
    void who_types_http_at_the_port_of_https_reads_where_to_go() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: lianxin.test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("text/html", "连心要从这里进", "https://lianxin.test", ":" + plainPort + "/trust");
        }
    }

    @Test
    void another_certificate_comes_into_force_while_people_work() throws Exception {
        var before = inForce.current();
        TestClock.forward(Duration.ofDays(360));
        var faults = Collections.synchronizedList(new ArrayList<String>());
        var answers = new AtomicInteger();
        var going = new AtomicBoolean(true);
        try (var kept = Client.trusting(root());
                var workers = Executors.newFixedThreadPool(4)) {
            assertThat(Client.shown(kept.get(secure("/sign-in")))).isEqualTo(before.own());
            for (var worker = 0; worker < 4; worker++) {
                workers.submit(() -> {
                    while (going.get()) {
                        try (var fresh = Client.trusting(root())) {
                            ask(kept, answers, faults);
                            ask(fresh, answers, faults);
                        }
                    }
                });
            }
            while (answers.get() < 20) {
                Thread.sleep(20);
            }

            renewing.look();

            var asked = answers.get();
            while (answers.get() < asked + 40) {
                Thread.sleep(20);
            }
            going.set(false);
        }
        try (var fresh = Client.trusting(root())) {
            var shown = Client.shown(fresh.get(secure("/sign-in")));

            assertThat(shown)
                    .isNotEqualTo(before.own())
                    .isEqualTo(inForce.current().own());
            assertThat(shown.getNotAfter()).isAfter(before.own().getNotAfter());
        }
        assertThat(faults).isEmpty();
        var recorded = jdbc.sql(
                        "select count(*) from audit.entry where action = 'certificate.renewed' and who = 'CLOCKWORK'")
                .query(Long.class)
                .single();
        assertThat(recorded).isPositive();
    }

    /** Tomcat puts the new certificate in the place of the old one and touches no connection that stands. */
    @Test
    void what_is_half_said_when_the_certificate_changes_is_heard_to_the_end_and_answered() throws IOException {
        var before = inForce.current();
        var form = "number=nobody&password=wrong-password";
        var kept = new ArrayList<Wire>();
        try {
            for (var each = 0; each < 20; each++) {
                var wire = Wire.to(port, root());
                kept.add(wire);
                wire.say("GET /sign-in HTTP/1.1\r\nHost: localhost:%d\r\n\r\n".formatted(port));
                assertThat(wire.hear()).isEqualTo(200);
            }
            var speaking = kept.subList(0, 10);
            var waiting = kept.subList(10, 20);
            for (var wire : speaking) {
                wire.say("POST /sign-in HTTP/1.1\r\nHost: localhost:%d\r\nOrigin: https://localhost:%d\r\n"
                        .formatted(port, port));
                wire.say("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(form.length(), form.substring(0, 20)));
            }

            inForce.renew(inForce.own().orElseThrow());

            for (var wire : speaking) {
                wire.say(form.substring(20));
                assertThat(wire.hear()).isEqualTo(422);
                assertThat(wire.shown()).isEqualTo(before.own());
            }
            for (var wire : waiting) {
                wire.say("GET /sign-in HTTP/1.1\r\nHost: localhost:%d\r\n\r\n".formatted(port));
                assertThat(wire.hear()).isEqualTo(200);
            }
            try (var fresh = Wire.to(port, root())) {
                assertThat(fresh.shown()).isEqualTo(inForce.current().own()).isNotEqualTo(before.own());
            }
        } finally {
            for (var wire : kept) {
                wire.close();
            }
        }
    }

    @Test
    void an_administrator_sees_it_renews_it_and_prints_the_sheet() throws IOException {
        var mine = village.mine();
        var administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        var before = inForce.current();

        var page = mvc.get()
                .uri("/certificate")
                .secure(true)
                .with(SignedIn.as(administrator))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("lianxin.test", "根证书", "现在就换一张新的");
        var sheet = mvc.get()
                .uri("/certificate/sheet")
                .secure(true)
                .with(SignedIn.as(administrator))
                .exchange();
        assertThat(sheet)
                .hasStatusOk()
                .bodyText()
                .contains(Fingerprint.of(root()).groups())
                .contains("http://lianxin.test:" + plainPort + "/trust");
        var renewed = mvc.post()
                .uri("/certificate/renewal")
                .secure(true)
                .with(SignedIn.as(administrator))
                .exchange();

        assertThat(renewed).hasStatus(303);
        try (var client = Client.trusting(root())) {
            assertThat(Client.shown(client.get(secure("/sign-in"))))
                    .isNotEqualTo(before.own())
                    .isEqualTo(inForce.current().own());
        }
    }

    /** Asks as a browser does: where a connection ends before its answer begins, once more (RFC 9112 §9.3.1). */
    private int statusFor(Client client) throws IOException {
        try {
            return client.get(secure("/sign-in")).statusCode();
        } catch (IOException ended) {
            return client.get(secure("/sign-in")).statusCode();
        }
    }

    private void ask(Client client, AtomicInteger answers, List<String> faults) {
        try {
            var status = statusFor(client);
            if (status != 200) {
                faults.add("status " + status);
            }
        } catch (IOException | RuntimeException fault) {
            faults.add(fault.toString());
        }
        answers.incrementAndGet();
    }

    private X509Certificate root() {
        return inForce.own().orElseThrow().authority().root();
    }

    private String secure(String path) {
        return "https://localhost:" + port + path;
    }

    private String plain(String path) {
        return "http://localhost:" + plainPort + path;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
