package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.Reporter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One tap, somebody of another line by name, and every word of what was done; and what the accused says. */
@JourneyTest
class SafeguardJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");
    private static final String WORDS = "反映以后班长老派我一个人清溜煤眼";
    private static final String DONE = "跟矿上定了，清溜煤眼两个人一组，当班有安检员";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void on_the_thirtieth_day_one_tap_calls_somebody_from_outside(Face face, Devices devices) {
        var colliery = collieries.found();
        var number = shortcuts.raise("队长叫我们少报瓦斯数", Reporter.Mode.CONFIDENTIAL, colliery);
        shortcuts.take(number, colliery);
        var handler = devices.desktop(face).signIn(colliery.services());
        var before = handler.open("/concerns/" + number).text();
        var worker = devices.phone(face).signIn(colliery.worker());
        worker.open("/concerns/" + number).doesNotSee("safeguard.question");
        shortcuts.askIfLeftInPeace(number);

        worker.open("/concerns/" + number).sees("safeguard.question");
        photograph(worker, "safeguard-question", face);
        worker.press("safeguard.trouble").seesWords(colliery.supervisor().name());
        worker.write("safeguard.words", WORDS).press("safeguard.words.send").seesWords(WORDS);
        photograph(worker, "safeguard-called", face);

        var supervisor = devices.desktop(face).signIn(colliery.supervisor());
        supervisor.open("/safeguards").seesWords(number.toString());
        photograph(supervisor, "safeguard-list", face);
        supervisor.pressWords(number.toString()).seesWords(WORDS);
        assertThat(supervisor.text()).doesNotContain(colliery.worker().name());
        photograph(supervisor, "safeguard-entry", face);
        supervisor.press("safeguard.take").sees("safeguard.state.taken");
        supervisor.write("safeguard.write.label", DONE).choose("entry-finding.STOPPED");
        supervisor.press("safeguard.end").sees("entry-finding.STOPPED");

        worker.open("/concerns/" + number + "/safeguard").seesWords(DONE).sees("entry-finding.STOPPED");
        photograph(worker, "safeguard-done", face);
        assertThat(handler.open("/concerns/" + number).text()).isEqualTo(before);
        var second = devices.phone(face).signIn(colliery.secondSupervisor());
        assertThat(second.open("/safeguards").text()).doesNotContain(number.toString());
    }

    @Test
    void the_accused_is_told_and_heard_and_the_case_says_so(Devices devices) {
        var colliery = collieries.found();
        var number = shortcuts.raiseAbout("劳资科长扣了我三个月的奖金", colliery.payLeader(), colliery);
        var desk = devices.desktop().signIn(colliery.desk());

        desk.open("/concerns/" + number + "/hearing").sees("hearing.not-yet");
        desk.choose("hearing.what.TOLD").write("hearing.words", "当面告诉他，说的是奖金的事").press("hearing.send");
        desk.choose("hearing.what.REPLIED").write("hearing.words", "奖金是按考核表扣的").press("hearing.send");
        desk.seesWords("奖金是按考核表扣的").doesNotSee("hearing.not-yet");
        photograph(desk, "safeguard-hearing", Face.CHINESE);

        var worker = devices.phone().signIn(colliery.worker());
        worker.open("/concerns/" + number + "/hearing").sees("hearing-kind.REPLIED");
        assertThat(worker.text()).doesNotContain("奖金是按考核表扣的");
    }

    private static void photograph(Walk walk, String name, Face face) {
        walk.photograph(PICTURES.resolve(name + "-" + face.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
