package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 说的是谁: one folded field for the worker; whoever is named, and whoever steps back, finds nothing. */
@JourneyTest
class RecusalJourneyTest {

    private static final String WORDS = "劳资科长扣了我三个月的奖金，说是他的规矩";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Test
    void whom_it_speaks_of_cannot_find_it_and_who_steps_back_hands_it_on(Devices devices) {
        var colliery = collieries.found();
        var worker = devices.phone();
        worker.signIn(colliery.worker())
                .press("concern.raise")
                .write("raise.words", WORDS)
                .press("raise.next")
                .press("raise.next")
                .unfold("raise.about")
                .write("raise.about.label", "没有这个人")
                .press("raise.send")
                .seesWords("没有这个人")
                .write("raise.about.label", colliery.payLeader().number())
                .press("raise.send")
                .sees("sent.title");
        var address = "/concerns/" + shortcuts.latestOf(colliery.worker());

        var named = devices.desktop();
        named.signIn(colliery.payLeader());
        assertThat(named.page().navigate(devices.home() + address).status()).isEqualTo(404);

        var desk = devices.desktop();
        desk.signIn(colliery.desk())
                .open(address)
                .sees("concern.about")
                .seesWords(colliery.payLeader().name());
        desk.unfold("move.step-back").write("concern.reason", "他是我姐夫").press("move.step-back");
        assertThat(desk.page().navigate(devices.home() + address).status()).isEqualTo(404);

        worker.open(address).seesWords("说的是：" + colliery.payLeader().name());
    }
}
