package cn.lianxin.raising;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class LetterBoxTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    UnitId mine;
    PersonId clerk;
    PersonId worker;

    @BeforeEach
    void found() {
        mine = village.mine();
        clerk = village.holder(Role.DESK_OFFICER, mine);
        worker = village.worker(village.district(mine));
    }

    @Test
    void the_letters_of_a_box_are_entered_at_once_and_a_second_sending_enters_none() {
        var tokens = tokens();

        var first = send(tokens, "梁见证", List.of("井口风大没处躲", "", "班中餐凉"), List.of("", "", village.staffNumber(worker)));
        var second = send(tokens, "梁见证", List.of("井口风大没处躲", "", "班中餐凉"), List.of("", "", village.staffNumber(worker)));

        assertThat(first).hasStatus(201).bodyText().contains("共取出 2 封", "未署名", "梁见证");
        assertThat(second).hasStatus(201);
        assertThat(filed()).containsExactlyInAnyOrder("ANONYMOUS", "NAMED");
    }

    @Test
    void one_unknown_signer_keeps_all_letters_out_and_everything_typed_in_place() {
        var refused = send(tokens(), "梁见证", List.of("井口风大没处躲", "班中餐凉"), List.of("", "没这个人"));

        assertThat(refused).hasStatus(422).bodyText().contains("井口风大没处躲", "班中餐凉", "没这个人");
        assertThat(filed()).isEmpty();
    }

    @Test
    void a_box_is_opened_by_two() {
        var alone = send(tokens(), " ", List.of("井口风大没处躲"), List.of(""));
        var empty = send(tokens(), "梁见证", List.of(" "), List.of(""));

        assertThat(alone).hasStatus(422).bodyText().contains("开箱要两个人");
        assertThat(empty).hasStatus(422).bodyText().contains("一封信也没有录");
        assertThat(filed()).isEmpty();
    }

    @Test
    void only_the_desk_opens_letter_boxes() {
        assertThat(mvc.get().uri("/desk/letter-box").with(SignedIn.as(worker))).hasStatus(404);
    }

    private List<String> tokens() {
        var form = mvc.get().uri("/desk/letter-box").with(SignedIn.as(clerk)).exchange();
        assertThat(form).hasStatusOk();
        var found = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(text(form));
        var tokens = new ArrayList<String>();
        while (found.find()) {
            tokens.add(found.group(1));
        }
        assertThat(tokens).hasSize(10);
        return tokens;
    }

    private MvcTestResult send(List<String> tokens, String witness, List<String> letters, List<String> numbers) {
        var request = mvc.post()
                .uri("/desk/letter-box")
                .param("box", "二号井口意见箱")
                .param("witness", witness)
                .param("unit", String.valueOf(mine.value()))
                .param("token", tokens.subList(0, letters.size()).toArray(String[]::new))
                .param("letter", letters.toArray(String[]::new))
                .param("staffNumber", numbers.toArray(String[]::new))
                .param("matter", letters.stream().map(_ -> "E4").toArray(String[]::new));
        return request.with(SignedIn.as(clerk)).exchange();
    }

    private List<String> filed() {
        return database.sql("select reporter_mode from concern.concern where desk_unit = :mine and channel = 'LETTER'")
                .param("mine", mine.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
