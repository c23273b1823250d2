package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Over HTTPS the same is tried by {@link HttpsJourneyTest}. */
@JourneyTest
class PasskeyJourneyTest {

    @Autowired
    Collieries collieries;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @ParameterizedTest
    @EnumSource(
            value = Face.class,
            names = {"CHINESE", "ENGLISH"})
    void a_worker_adds_his_phone_and_signs_in_with_nothing_typed(Face face, Devices devices) {
        var worker = devices.phone(face).signIn(colliery.worker());

        VirtualDevice.addAndSignInWith(worker);

        worker.open("/me").seesWords(colliery.worker().number());
        worker.open("/me/second-factor").sees("passkey.one");
        photograph(worker, "mine", face);
        worker.open("/sign-out").press("sign-out.go").signIn(colliery.worker()).sees("factor.passkey-lead");
        photograph(worker, "half", face);
        worker.press("sign-in.passkey").press("passkey.sign-in-go").open("/concerns");
        assertThat(worker.page().url()).endsWith("/concerns");
    }

    @Test
    void a_device_that_was_never_added_says_so_and_leads_to_the_password(Devices devices) {
        var stranger = devices.phone();
        VirtualDevice.putInto(stranger);
        stranger.open("/sign-in/passkey");

        stranger.page().locator("[data-passkey] button").click();

        stranger.page().locator("[data-passkey-failed]:visible").waitFor();
        stranger.sees("passkey.failed");
        photograph(stranger, "failed", Face.CHINESE);
        stranger.press("passkey.by-password").sees("sign-in.title");
    }

    @Test
    void without_script_the_page_says_what_to_do(Devices devices) {
        var walk = devices.phone(Face.WITHOUT_SCRIPT).open("/sign-in/passkey").sees("passkey.unable");

        assertThat(walk.page().locator("[data-passkey] button:visible").count()).isZero();
        walk.press("passkey.by-password").sees("sign-in.title");
    }

    private static void photograph(Walk walk, String page, Face face) {
        walk.photograph(Path.of("target", "journeys", "passkey-" + page + "-" + face + ".png"));
    }
}
