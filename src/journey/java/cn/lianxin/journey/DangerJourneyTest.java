package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class DangerJourneyTest {

    @Autowired
    Collieries collieries;

    @Test
    void a_danger_lights_up_on_a_wall_that_nobody_touched_and_stays_until_the_dispatcher_says_that_he_heard(
            Devices devices) {
        var colliery = collieries.found();
        var wall = devices.desktop();
        wall.signIn(colliery.dispatcher()).open("/dispatch").sees("dispatch.quiet");

        var worker = devices.desktop();
        worker.signIn(colliery.worker())
                .press("concern.raise")
                .sees("emergency.first")
                .write("raise.words", "回风巷透水了，水没到膝盖，人出不来")
                .press("raise.next")
                .sees("emergency.first")
                .press("raise.next")
                .sees("emergency.first")
                .press("raise.send")
                .sees("sent.title");

        wall.page().waitForSelector(".alarm");
        assertThat(wall.text())
                .contains("水没到膝盖")
                .doesNotContain(colliery.worker().name());
        assertThat(wall.page().title()).startsWith("(1)");
        wall.press("dispatch.hear", colliery.dispatcher().name())
                .sees("dispatch.quiet")
                .seesWords(colliery.dispatcher().name());
        worker.open("/concerns").leaveBy(worker.page().locator(".concern-card").first()::click);
        worker.seesWords("调度室" + colliery.dispatcher().name() + "听到了");
    }
}
