package cn.lianxin.correspondent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.newsroom.Paper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class CorrespondentPagesTest {

    private static final String ROOM = "/correspondents";

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CorrespondentTrial trial;

    Paper paper;
    List<PersonId> editors = List.of();

    @BeforeEach
    void found() {
        paper = new Paper(village);
        editors = List.of(paper.editor.person(), paper.section.person(), paper.chief.person());
    }

    @Test
    void an_editor_draws_up_a_month_shares_a_byline_and_a_chief_editor_closes_it() {
        trial.rate(paper.mine, paper.chief.person(), trial.ago(3).atDay(1), "50", Map.of());
        var article = trial.publish(
                "headline", "采煤机检修不过夜", trial.ago(1).atDay(5), paper.author.person(), paper.mine, editors);

        var sheet = location(
                post(ROOM + "/fees", paper.editor, "month", trial.ago(1).toString()));
        var faulty = post(sheet + "/pieces/" + article, paper.editor, "people-" + article, "没有这个人");
        assertThat(faulty).hasStatus(422);
        assertThat(page(faulty).select("textarea").text()).isEqualTo("没有这个人");
        assertThat(post(
                        sheet + "/pieces/" + article,
                        paper.editor,
                        "people-" + article,
                        number(paper.author) + " 2\n" + number(paper.worker)))
                .hasStatus(303);
        assertThat(page(get(sheet, paper.editor)).select("form[action$=/closing]"))
                .isEmpty();
        var digest = page(get(sheet, paper.chief)).select("input[name=digest]").attr("value");
        assertThat(post(sheet + "/closing", paper.chief, "digest", "x")).hasStatus(409);
        assertThat(post(sheet + "/closing", paper.chief, "digest", digest)).hasStatus(303);

        var closed = page(get(sheet, paper.editor));
        assertThat(closed.text()).contains(digest, "33.33", "16.67", "一个字节都不差");
        assertThat(FeeSheet.digest(text(get(sheet + "/document", paper.editor))))
                .isEqualTo(digest);
        assertThat(post(sheet + "/collection", paper.editor)).hasStatus(409);
        assertThat(page(get(ROOM + "/mine", paper.author)).text()).contains("采煤机检修不过夜", "33.33");
        assertThat(page(get(ROOM + "/mine", paper.worker)).text()).contains("采煤机检修不过夜", "16.67");
        assertThat(text(get(ROOM + "/mine", paper.elsewhere))).doesNotContain("采煤机检修不过夜");
    }

    @Test
    void a_file_tells_units_trainings_and_awards_to_its_editors_and_to_its_person_alone() {
        var begun = post(ROOM + "/files", paper.editor, "staff-number", number(paper.author), "since", "2026-01-05");
        var file = location(begun);
        assertThat(post(file + "/entries", paper.editor, "kind", "AWARD", "day", "2026-03-01", "words", "用稿第一名"))
                .hasStatus(303);
        assertThat(post(file + "/entries", paper.editor, "kind", "AWARD", "day", "2999-03-01", "words", ""))
                .hasStatus(422);

        var page = page(get(file, paper.author));
        assertThat(page.text()).contains("用稿第一名", "采煤工");
        assertThat(page.select("form[action*=entries]")).isEmpty();
        assertThat(post(file + "/entries", paper.author, "kind", "AWARD", "day", "2026-03-01", "words", "自己封的"))
                .hasStatus(404);
        for (var stranger : List.of(paper.worker, paper.elsewhere)) {
            assertThat(get(file, stranger)).hasStatus(404);
            assertThat(get(file + "/certificate.pdf?period=2025", stranger)).hasStatus(404);
            assertThat(post(file + "/end", stranger, "until", "2026-06-01")).hasStatus(404);
        }
        assertThat(text(get(ROOM + "/files", paper.elsewhere))).doesNotContain(number(paper.author));
        var foreign =
                post(ROOM + "/files", paper.elsewhere, "staff-number", number(paper.worker), "since", "2026-01-05");
        assertThat(foreign).hasStatus(422);
        assertThat(text(foreign)).doesNotContain("李看");
        var entry =
                page(get(file, paper.editor)).select("form[action$=/striking]").attr("action");
        assertThat(post(entry, paper.editor, "because", "记错了人")).hasStatus(303);
        assertThat(page(get(file, paper.editor)).select("del").text()).isEqualTo("用稿第一名");
        assertThat(post(file + "/end", paper.editor, "until", "2026-06-01")).hasStatus(303);
    }

    @Test
    void everybody_who_signed_in_sees_who_writes_how_much_and_a_correspondent_gets_a_certificate() throws IOException {
        var shown = trial.show(paper.author.person(), paper.mine, editors);
        var unit = village.worker(paper.mine);
        var reader = new Actor.Member(unit, "看", List.of());
        var month = trial.ago(2).toString();

        var page = page(get(ROOM + "?period=" + month, reader));
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("矿工", "特约通讯员", "1"));
        assertThat(page.text()).contains("总揽", "区队");
        assertThat(get(ROOM + "?period=1999", reader)).hasStatus(404);
        assertThat(get(ROOM, new Actor.Visitor()).getResponse().getStatus()).isNotEqualTo(200);

        var pdf = get(
                ROOM + "/files/" + shown.correspondent().value() + "/certificate.pdf?period=" + month, paper.author);
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        try (var document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("用稿证书", "特约通讯员", "1 篇");
        }
        assertThat(get(ROOM + "/files/" + shown.correspondent().value() + "/certificate.pdf", paper.author))
                .hasStatus(409);
        for (var address : List.of("/fees", "/fees/" + shown.closed(), "/fees/" + shown.open(), "/rates", "/files")) {
            assertThat(get(ROOM + address, paper.editor)).as(address).hasStatusOk();
            assertThat(get(ROOM + address, reader)).as(address).hasStatus(404);
        }
        for (var foreign : List.of(shown.closed(), shown.open())) {
            assertThat(get(ROOM + "/fees/" + foreign, paper.elsewhere)).hasStatus(404);
            assertThat(get(ROOM + "/fees/" + foreign + "/document", paper.elsewhere))
                    .hasStatus(404);
            assertThat(post(ROOM + "/fees/" + foreign + "/collection", paper.elsewhere))
                    .hasStatus(404);
        }
        assertThat(text(get(ROOM + "/rates", paper.elsewhere))).doesNotContain("33.33");
        assertThat(text(get(ROOM + "/rates", paper.chief))).contains("33.33");
    }

    private String number(Actor.Member member) {
        return village.staffNumber(member.person());
    }

    private MvcTestResult get(String address, Actor by) {
        var call = mvc.get().uri(address);
        return by instanceof Actor.Visitor
                ? call.with(SignedIn.asNobody()).exchange()
                : call.with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, Actor by, String... form) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return call.exchange();
    }

    private static String location(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        return String.valueOf(result.getResponse().getHeader("Location"));
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(text(result));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
