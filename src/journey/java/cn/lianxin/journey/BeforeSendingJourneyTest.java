package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.likeness.FollowedLikeness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a worker meets before he sends, in a browser with and without script. */
@JourneyTest
class BeforeSendingJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Autowired
    FollowedLikeness likeness;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
        likeness.follow();
    }

    @ParameterizedTest
    @EnumSource
    void who_finds_his_answer_sends_nothing(Face face, Devices devices) {
        var answered = shortcuts.raise("年休假能不能分成两回休", colliery);
        shortcuts.answer(answered, colliery);
        shortcuts.publish(answered, "年休假可以分几次休？", "可以分两次休，提前三天跟队里说。", colliery);
        var worker = devices.phone(face).signIn(colliery.worker());

        worker.open("/concerns/new")
                .write("raise.words", "今年的年休假可以分几次休")
                .press("raise.next")
                .press("raise.next")
                .sees("before.answered")
                .seesWords("可以分两次休")
                .press("before.answered.go")
                .sees("answered.lead")
                .press("answered.go");

        worker.sees("let-go.title");
        assertThat(shortcuts.latestOf(colliery.worker())).isEqualTo(answered);
    }

    @ParameterizedTest
    @EnumSource
    void who_wants_to_sends_his_own_all_the_same(Face face, Devices devices) {
        var answered = shortcuts.raise("探亲假路费怎么报", colliery);
        shortcuts.answer(answered, colliery);
        shortcuts.publish(answered, "探亲假的路费怎么报销？", "拿车票找劳资科。", colliery);
        var worker = devices.phone(face).signIn(colliery.worker());

        worker.open("/concerns/new")
                .write("raise.words", "探亲假的路费怎么报销，找了两回没人理")
                .press("raise.next")
                .press("raise.next")
                .press("before.send")
                .sees("raise.name")
                .press("raise.send");

        worker.sees("sent.title").seesWords("探亲假的路费怎么报销");
    }

    @ParameterizedTest
    @EnumSource
    void who_wrote_of_it_before_adds_to_it(Face face, Devices devices) {
        var first = shortcuts.raise("副井口候车室的顶棚漏雨", colliery);
        var worker = devices.phone(face).signIn(colliery.worker());

        worker.open("/concerns/new")
                .write("raise.words", "副井口候车室的顶棚漏雨，昨天一下雨又漏了")
                .press("raise.next")
                .press("raise.next")
                .press("before.own.go");

        assertThat(worker.page().url()).endsWith("/concerns/" + first);
        worker.seesWords("昨天一下雨又漏了");
        assertThat(shortcuts.latestOf(colliery.worker())).isEqualTo(first);
    }
}
