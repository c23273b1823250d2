package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ReceiptJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    Colliery colliery;

    @BeforeEach
    void own_colliery() {
        colliery = collieries.found();
    }

    @Test
    void somebody_without_a_name_comes_back_by_receipt_from_another_phone_answers_and_judges(Devices devices) {
        var nobody = devices.phone().open("/");
        nobody.press("concern.raise")
                .write("raise.words", "食堂夜宵八点就没了，下四点班的吃不上")
                .press("raise.next")
                .select("raise.unit", colliery.mineName())
                .press("raise.next")
                .doesNotSee("raise.name.NAMED.help")
                .choose("raise.name.ANONYMOUS")
                .press("raise.send");
        var receipt = nobody.sees("sent.receipt").page().locator(".digits").innerText();
        var number = Shortcuts.number(
                nobody.page().locator(".facts dd").first().innerText().strip());

        shortcuts.ask(number, "是哪个食堂？", colliery);
        var other = devices.phone().open("/").press("receipt.use");
        other.write("receipt.use", receipt).press("receipt.open");

        other.seesWords("是哪个食堂？").sees("concern.answer");
        other.write("concern.answer", "南食堂，靠澡堂那个").press("concern.answer.send");
        other.seesWords("南食堂，靠澡堂那个").doesNotSee("concern.answer");

        shortcuts.reply(number, colliery);
        other.open("/concerns/" + number).seesWords("11月28日前换好换热器");
        other.choose("solved.SOLVED").press("satisfied.FAIRLY");
        other.sees("verdict.kept").sees("solved.SOLVED");
    }

    @ParameterizedTest
    @EnumSource
    void somebody_comes_back_by_the_words_of_his_receipt(Face face, Devices devices) {
        var nobody = devices.phone(face).open("/");
        nobody.press("concern.raise")
                .write("raise.words", "灯房充电架第三排不亮")
                .press("raise.next")
                .select("raise.unit", colliery.mineName())
                .press("raise.next")
                .choose("raise.name.ANONYMOUS")
                .press("raise.send");
        var words =
                nobody.sees("sent.words").page().locator(".spoken-words span").allInnerTexts();
        var other = devices.phone(face).open("/receipt").unfold("receipt.by-words");

        other.write("receipt.words", String.join("", words.subList(0, 6)))
                .press("receipt.open")
                .sees("refusal.receipt-words-count", 7, 14, 12);
        other.write("receipt.words", String.join("\u3000", words)).press("receipt.open");

        other.seesWords("灯房充电架第三排不亮");
    }

    @Test
    void a_receipt_that_is_mistyped_is_kept_in_the_field_and_opens_nothing(Devices devices) {
        var nobody = devices.phone().open("/receipt");

        nobody.write("receipt.use", "1234 5678 9012 3456 7890").press("receipt.open");

        nobody.sees("refusal.receipt-unknown");
        assertThat(nobody.field("receipt.use").inputValue()).isEqualTo("1234 5678 9012 3456 7890");
    }
}
