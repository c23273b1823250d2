package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class FactorJourneyTest {

    @Autowired
    Collieries collieries;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void a_worker_sets_it_up_and_signs_in_with_a_code_and_once_with_the_paper(Face face, Devices devices) {
        var worker = devices.phone(face).signIn(colliery.worker()).open("/me").press("me.second-factor");
        worker.sees("factor.lead");
        var app = SecondFactors.begin(worker);
        assertThat(worker.page().locator("a[href^='otpauth://totp/']").getAttribute("href"))
                .contains("secret=" + app.secret());
        photograph(worker, "enrolment", face);
        worker.write("factor.code", "000000").press("factor.confirm").sees("refusal.factor-code-wrong");

        worker.write("factor.code", app.code(Instant.now())).press("factor.confirm");

        worker.sees("factor.codes-once");
        photograph(worker, "codes", face);
        var paper = worker.page().locator(".fingerprint").first().innerText();
        worker.press("factor.codes-kept").open("/sign-out").press("sign-out.go");

        worker.signIn(colliery.worker()).sees("factor.code-lead");
        photograph(worker, "code", face);
        var field = worker.field("factor.code");
        assertThat(field.getAttribute("inputmode")).isEqualTo("numeric");
        assertThat(field.getAttribute("autocomplete")).isEqualTo("one-time-code");
        worker.open("/concerns").sees("sign-in.title");
        worker.open("/sign-in/code")
                .write("factor.code", SecondFactors.nextCode(app))
                .press("sign-in.go");
        worker.open("/me").seesWords(colliery.worker().number());
        photograph(worker, "me", face);

        worker.open("/sign-out").press("sign-out.go").signIn(colliery.worker());
        worker.unfold("factor.no-phone").write("factor.recovery", paper).press("factor.recovery-go");
        worker.open("/me/second-factor").sees("factor.codes-count", 9);
        photograph(worker, "mine", face);
    }

    @Test
    void the_desk_takes_it_away_from_whoever_lost_phone_and_paper(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker());
        SecondFactors.setUp(worker);
        var desk = devices.desktop().signIn(colliery.desk());

        desk.open("/accounts/" + colliery.worker().id().value()).press("account.second-factor");
        photograph(desk, "taking-away", Face.CHINESE);
        desk.write("account.reason", "手机掉井下了，核对过工作证").press("factor.take-away");

        desk.sees("done.FACTOR_TAKEN_AWAY").sees("factor.of-none");
        worker.open("/concerns").sees("sign-in.title");
        worker.signIn(colliery.worker()).open("/inbox").sees("factor.was-taken-away");
    }

    /** At 360 px in the size that was asked for and in large letters. */
    private static void photograph(Walk walk, String page, Face face) {
        walk.photograph(Path.of("target", "journeys", "factor-" + page + "-" + face + ".png"));
    }
}
