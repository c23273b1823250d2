package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where plain HTTP is spoken. */
@ProductTest
class CertificatePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Test
    void nothing_has_to_be_trusted_and_there_is_no_root_to_fetch() {
        assertThat(mvc.get().uri("/trust")).hasStatusOk().bodyText().contains("不用装证书");
        assertThat(mvc.get().uri("/trust/lianxin.crt")).hasStatus(404);
        assertThat(mvc.get().uri("/sign-in")).doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void an_administrator_reads_that_https_is_not_spoken_and_nobody_else_reads_anything() {
        var mine = village.mine();
        var administrator = village.holder(Role.ADMINISTRATOR, mine);
        var worker = village.worker(mine);

        assertThat(mvc.get().uri("/certificate").with(SignedIn.as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("现在没有用 HTTPS");
        assertThat(mvc.post().uri("/certificate/renewal").with(SignedIn.as(administrator)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/certificate").with(SignedIn.as(worker))).hasStatus(404);
        assertThat(mvc.get().uri("/certificate/sheet").with(SignedIn.as(worker)))
                .hasStatus(404);
        assertThat(mvc.post().uri("/certificate/renewal").with(SignedIn.as(worker)))
                .hasStatus(404);
    }
}
