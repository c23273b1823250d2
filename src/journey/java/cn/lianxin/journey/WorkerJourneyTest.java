package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class WorkerJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @ParameterizedTest
    @EnumSource
    void a_worker_raises_with_a_photo_on_three_screens_and_judges_in_two_taps(Face face, Devices devices) {
        var worker = devices.phone(face).signIn(colliery.worker());

        worker.press("concern.raise")
                .sees("raise.words")
                .write("raise.words", "澡堂晚班下来没热水，连着四天了")
                .attach("raise.files", Samples.photo("澡堂.jpg"))
                .press("raise.next")
                .sees("raise.matter")
                .write("raise.place", "二号澡堂")
                .press("raise.next")
                .sees("raise.name")
                .press("raise.send");

        worker.sees("sent.title").seesWords("澡堂晚班下来没热水").sees("sent.receipt.help");
        assertThat(worker.page().locator(".digits").innerText().replaceAll("\\s", ""))
                .matches("[0-9]{20}");
        var number = shortcuts.latestOf(colliery.worker());

        worker.open("/")
                .press("concern.list.title")
                .leaveBy(worker.page().locator(".concern-card").first()::click);
        worker.seesWords("二号澡堂").seesWords(colliery.desk().name()).doesNotSee("verdict.question");

        shortcuts.answer(number, colliery);
        worker.open("/")
                .sees("home.waiting")
                .leaveBy(worker.page().locator(".concern-card").first()::click);

        worker.seesWords("11月28日前换好换热器").sees("verdict.question");
        assertThat(worker.page().locator(".photos img").count()).isEqualTo(1);

        worker.choose("solved.PARTLY").press("satisfied.SATISFIED");

        worker.sees("verdict.kept").sees("solved.PARTLY");
    }
}
