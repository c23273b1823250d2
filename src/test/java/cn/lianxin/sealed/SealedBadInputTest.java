package cn.lianxin.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is not whole is not taken, and the answer says so in words. */
@ProductTest
@Import(SealedTrial.class)
class SealedBadInputTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    SealedTrial trial;

    @Autowired
    JsonMapper json;

    ECKey key;

    @BeforeEach
    void ready() {
        var mine = village.mine();
        trial.recoveryKey(new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine))));
        key = trial.keyOf(new Actor.Member(
                village.holder(Role.SUPERVISOR, mine), "纪", List.of(new Grant(Role.SUPERVISOR, mine))));
    }

    @Test
    void whole_it_is_taken() {
        assertThat(status(report())).isEqualTo(201);
    }

    @Test
    void cut_off_or_garbled_it_is_refused_in_words() {
        var whole = json.writeValueAsString(report());

        assertRefused(whole.substring(0, whole.length() / 2), 422, "不完整");
        assertRefused("", 422, "不完整");
        assertRefused("null", 422, "不完整");
        assertRefused("[]", 422, "不完整");
        assertRefused("{}", 422, "不完整");
        assertRefused(changed("/envelope", "ciphertext", "AAAA"), 422, "不完整");
        assertRefused(changed("/envelope", "ciphertext", "井下"), 422, "不完整");
        assertRefused(changed("/envelope", "iv", "AAAA"), 422, "不完整");
        assertRefused(changed("/envelope", "tag", ""), 422, "不完整");
        assertRefused(
                changed("", "head", Sealing.text("{\"enc\":\"A128GCM\"}".getBytes(StandardCharsets.UTF_8))),
                422,
                "不完整");
        assertRefused(changed("", "reporterLock", "not.a.lock"), 422, "不完整");
        assertRefused(changed("", "opening", "0000"), 422, "不完整");
        assertRefused(changed("/reporter", "x", Sealing.text(new byte[32])), 422, "不完整");
        assertRefused(changed("/envelope/recipients/0/header", "alg", "RSA1_5"), 422, "不完整");
        assertRefused(changed("/envelope/recipients/0/header/epk", "y", Sealing.text(new byte[32])), 422, "不完整");
        assertRefused(changed("/envelope/recipients/0/header", "kid", "A".repeat(43)), 409, "刚换了密钥");
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_understood() {
        assertRefused("\"" + "A".repeat(Envelope.LARGEST / 3 * 4 + 70_000) + "\"", 422, "太大了");
    }

    @Test
    void a_receipt_that_nobody_has_leads_nowhere() {
        var answer = mvc.post()
                .uri("/sealed/receipt")
                .param("opening", "0".repeat(64))
                .with(SignedIn.asNobody());

        assertThat(answer).hasStatus(404);
        assertThat(mvc.post().uri("/sealed/receipt").param("opening", "1").with(SignedIn.asNobody()))
                .hasStatus(422);
    }

    private String changed(String at, String field, String value) {
        var tree = (ObjectNode) json.valueToTree(report());
        ((ObjectNode) tree.at(at)).put(field, value);
        return json.writeValueAsString(tree);
    }

    private NewSealedReport.Sent report() {
        return trial.report(UUID.randomUUID().toString(), "内容", SealedTrial.newKey(), key);
    }

    private int status(NewSealedReport.Sent report) {
        return mvc.post()
                .uri("/sealed")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(report))
                .with(SignedIn.asNobody())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private void assertRefused(String body, int status, String words) {
        var answer = mvc.post()
                .uri("/sealed")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(SignedIn.asNobody());
        assertThat(answer).hasStatus(status).bodyText().contains(words);
    }
}
