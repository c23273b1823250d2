package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A like case stands above the answer, who decides otherwise says why, and where the first was wrong the second is looked at again. */
@JourneyTest
class PrecedentJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");
    private static final String BECAUSE = "那回是锅炉坏了，这回是阀门有人关了";
    private static final String AGAIN = "两回都是换热器，这件也要重新查";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void who_decides_otherwise_says_why_and_an_overturned_answer_brings_it_back(Face face, Devices devices) {
        var colliery = collieries.found();
        shortcuts.compare();
        List.of("食堂夜宵八点就没了", "班车早上总是晚到", "矿灯充电架坏了六个", "宿舍暖气不热", "九月工资少发", "更衣柜的锁坏了")
                .forEach(words -> shortcuts.raise(words, colliery));
        var first = shortcuts.raise("澡堂晚班下来没热水，连着四天了", colliery);
        shortcuts.answer(first, colliery);
        var second = shortcuts.raise("澡堂晚班下来没热水，连着四天了，又来说一遍", colliery);
        shortcuts.take(second, colliery);

        var handler = devices.desktop(face).signIn(colliery.services());
        handler.open("/concerns/" + second).sees("precedent.likest").seesWords(first.toString());
        photograph(handler, "precedent-likest", face);
        handler.write("reply.request", "修热水")
                .write("reply.facts", "阀门关着")
                .write("reply.opinion", "阀门加了锁")
                .write("reply.basis", "《澡堂管理办法》");
        handler.press("move.reply").seesWords(first.toString()).sees("precedent.because");
        assertThat(handler.page().locator("#reply-opinion").inputValue()).isEqualTo("阀门加了锁");
        handler.page().locator("input[value=different]").first().check();
        handler.press("move.reply").sees("refusal.precedent-because");
        photograph(handler, "precedent-refused", face);
        handler.write("precedent.because", BECAUSE);
        handler.press("move.reply").sees("precedent.kept.different");

        var supervisor = devices.desktop(face).signIn(colliery.supervisor());
        supervisor.open("/concerns/" + second).seesWords(BECAUSE).sees("precedent.kept.different");
        photograph(supervisor, "precedent-kept", face);
        supervisor.open("/precedents/overturned").sees("precedent.none");

        shortcuts.askReview(first, colliery);
        shortcuts.changeByReview(first, colliery);

        supervisor.open("/precedents/overturned").seesWords(first.toString()).seesWords(second.toString());
        supervisor.open("/concerns/" + first).press("precedent.to-second-look");
        supervisor.unfold("precedent.look").choose("second-look.REOPEN").write("concern.reason", AGAIN);
        photograph(supervisor, "precedent-look", face);
        supervisor.press("precedent.look.go").seesWords(AGAIN).sees("precedent.reopen.replied");
        photograph(supervisor, "precedent-overturned", face);
        var desk = devices.phone(face).signIn(colliery.desk());
        desk.open("/precedents/overturned").seesWords(AGAIN);
        photograph(desk, "precedent-overturned-phone", face);
    }

    private static void photograph(Walk walk, String name, Face face) {
        walk.photograph(PICTURES.resolve(name + "-" + face.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
