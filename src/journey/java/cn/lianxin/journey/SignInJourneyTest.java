package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class SignInJourneyTest {

    @Autowired
    Collieries collieries;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @Test
    void a_wrong_password_says_what_to_do_and_keeps_the_number(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker().number(), "not this one");

        worker.sees("refusal.sign-in-wrong");
        assertThat(worker.field("sign-in.number").inputValue())
                .isEqualTo(colliery.worker().number());
        assertThat(worker.field("sign-in.password").inputValue()).isEmpty();
    }

    @Test
    void the_password_of_the_slip_is_changed_before_anything_else(Devices devices) {
        var newcomer = devices.phone().signIn(colliery.newcomer().number(), colliery.newcomersPassword());

        newcomer.sees("password.title-first").open("/concerns").sees("password.title-first");
        newcomer.write("password.new", colliery.newcomer().number())
                .write("password.again", colliery.newcomer().number())
                .press("password.go")
                .sees("faults.title");
        newcomer.write("password.new", "早班下井注意安全")
                .write("password.again", "早班下井注意安全")
                .press("password.go");

        newcomer.open("/").seesWords(colliery.newcomer().name());
        devices.desktop()
                .signIn(colliery.newcomer().number(), "早班下井注意安全")
                .seesWords(colliery.newcomer().name());
    }

    @Test
    void whoever_comes_by_a_link_signs_in_and_is_where_he_wanted_to_go(Devices devices) {
        var worker = devices.phone().open("/me").sees("sign-in.title");

        worker.write("sign-in.number", colliery.worker().number())
                .write("sign-in.password", Colliery.PASSWORD)
                .press("sign-in.go");

        worker.sees("me.title");
        assertThat(worker.page().url()).endsWith("/me");
    }

    @Test
    void senior_mode_is_one_tap_on_every_page_and_remembered(Devices devices) {
        var worker = devices.phone().open("/receipt");
        var before = worker.page().locator("main p").first().boundingBox().height;

        worker.press("layout.senior-on").sees("receipt.use");

        assertThat(worker.page().locator("html.senior").count()).isEqualTo(1);
        assertThat(worker.page().locator("main p").first().boundingBox().height).isGreaterThan(before);
        worker.open("/").sees("layout.senior-off").signIn(colliery.worker()).sees("layout.senior-off");
    }

    @Test
    void the_other_language_is_one_tap_away_and_comes_back_to_the_same_page(Devices devices) {
        var worker = devices.phone().open("/receipt");

        worker.pressWords("English").seesWords("The 20 digits on your receipt");
        assertThat(worker.page().locator("html").getAttribute("lang")).isEqualTo("en");
        worker.open("/").seesWords("Tell us what is wrong");

        worker.pressWords("中文").sees("home.greeting.nobody");
    }

    @Test
    void whoever_signs_out_leaves_nothing_behind_the_back_key(Devices devices) {
        var worker = devices.phone().signIn(colliery.worker()).press("concern.list.title");

        worker.open("/sign-out").press("sign-out.go");
        worker.page().goBack();
        worker.open("/concerns");

        assertThat(worker.text()).doesNotContain(colliery.worker().name());
    }
}
