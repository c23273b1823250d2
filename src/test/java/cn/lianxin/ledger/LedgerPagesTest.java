package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class LedgerPagesTest {

    private static final List<String> HEADER = List.of("编号", "反映人", "标题", "反映时间", "反映内容", "答复意见", "答复时间", "联系电话");

    @TempDir
    Path directory;

    @Autowired
    Office office;

    @Autowired
    Village village;

    private final MockMvcTester browser;
    private Office.Desk desk;

    LedgerPagesTest(@Autowired WebApplicationContext context) {
        this.browser = MockMvcTester.from(context);
    }

    @BeforeEach
    void open() {
        desk = office.open();
    }

    @Test
    void a_clerk_hands_in_a_ledger_looks_first_imports_and_reads_what_was_left_out() throws IOException {
        assertThat(text(get("/ledger"))).contains("还没有导入过台账");
        assertThat(text(get("/ledger/imports/new"))).contains("选一个表格文件");

        var address = handIn(ledger(HEADER));

        assertThat(text(get(address)))
                .contains("先看一遍", "澡堂没热水", "没有这一列", "有答复，已结", "没答复，接着办", "有问题", "2024-02-30", "联系电话", "导入 3 行");
        assertThat(post(address + "/start")).hasStatus(303);
        assertThat(finished(address)).contains("新导入 2 行", "有问题没导入 1 行", "看不懂这个时间：2024-02-30", "“反映时间”一列");
        assertThat(body(get(address + "/faults.csv"), StandardCharsets.UTF_8))
                .startsWith("\uFEFF行,列,说明,导入了吗")
                .contains("4,反映时间,看不懂这个时间：2024-02-30");
        assertThat(text(get("/ledger"))).contains("台账.csv", "已完成");
    }

    @Test
    void columns_that_were_not_recognized_are_chosen_from_select_boxes() throws IOException {
        var address = handIn(ledger(List.of("a", "b", "c", "d", "e", "f", "g", "h")));
        assertThat(text(get(address))).contains("有些列没认出来").doesNotContain("导入 3 行");
        assertThat(text(post(address + "/start"))).contains("这一列必须有");

        var half = post(address + "/columns", "FILED_AT", "3", "CONTENT", "3");
        assertThat(half).hasStatus(422);
        assertThat(text(half)).contains("“d”这一列选了两次");

        assertThat(post(address + "/columns", "FILED_AT", "3", "CONTENT", "4", "TITLE", "2", "NUMBER", "0"))
                .hasStatus(303);
        assertThat(text(get(address))).contains("澡堂没热水", "导入 3 行");
    }

    @Test
    void everything_is_said_in_english_too() throws IOException {
        var address = handIn(ledger(HEADER));

        assertThat(english("/ledger/imports/new")).contains("Choose a spreadsheet file");
        assertThat(english(address)).contains("Look first, then import", "This date is not understood: 2024-02-30");
        post(address + "/start");
        finished(address);
        assertThat(english(address)).contains("2 rows imported, 0 imported before, 1 left out");
        assertThat(english("/ledger")).contains("Export everything");
        assertThat(english("/ledger/export"))
                .contains("Number,Source number,Raised on", "concluded", "waiting to be accepted");
    }

    @Test
    void a_running_import_shows_how_far_it_is_and_goes_on_when_asked() throws IOException {
        var id = office.begin(ledger(HEADER), desk);
        var address = "/ledger/imports/" + id;

        assertThat(text(get(address))).contains("已办 0 / 3 行", "继续");
        assertThat(post(address + "/start")).hasStatus(303);
        assertThat(finished(address)).contains("新导入 2 行");
    }

    @Test
    void a_draft_can_be_taken_back_and_an_import_that_began_cannot() throws IOException {
        var draft = handIn(ledger(HEADER));
        assertThat(post(draft + "/removal")).hasStatus(303);
        assertThat(get(draft)).hasStatus(404);

        var begun = handIn(ledger(HEADER));
        post(begun + "/start");
        finished(begun);
        assertThat(post(begun + "/removal")).hasStatus(409);
    }

    @Test
    void for_others_there_are_no_ledgers() throws IOException {
        var address = handIn(ledger(HEADER));
        var worker = Office.member(village.worker(desk.mine()));
        var handler = Office.member(village.worker(desk.mine()), new Grant(Role.HANDLER, desk.mine()));

        for (var path : List.of("/ledger", "/ledger/imports/new", "/ledger/export", address, address + "/file")) {
            assertThat(get(path, worker)).hasStatus(404);
            assertThat(get(path, handler)).hasStatus(404);
        }
        for (var path : List.of(address, address + "/file", address + "/faults.csv")) {
            assertThat(get(path, office.open().clerk())).hasStatus(404);
        }
        assertThat(get("/ledger/imports/nonsense")).hasStatus(404);
        assertThat(text(get("/ledger", office.open().clerk()))).contains("还没有导入过台账");
    }

    @Test
    void an_administrator_imports_and_sees_what_he_brought_but_no_concern() throws IOException {
        var administrator = Office.member(village.worker(desk.mine()), new Grant(Role.ADMINISTRATOR, desk.mine()));

        var address = handIn(ledger(HEADER), administrator);

        assertThat(get(address, administrator)).hasStatusOk();
        assertThat(get(address)).hasStatus(404);
        assertThat(post(address + "/start", administrator)).hasStatus(303);
        finished(address);
        assertThat(body(get("/ledger/export", administrator), StandardCharsets.UTF_8))
                .doesNotContain("澡堂");
    }

    @Test
    void files_are_sent_whole_under_their_own_name() throws IOException {
        var address = handIn(ledger(HEADER));

        var file = get(address + "/file?format=CSV_GB18030");

        assertThat(file).hasStatusOk().hasContentType("text/csv;charset=GB18030");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment", "UTF-8''");
        assertThat(file.getResponse().getContentLength())
                .isEqualTo(file.getResponse().getContentAsByteArray().length);
        assertThat(body(file, java.nio.charset.Charset.forName("GB18030"))).contains("澡堂没热水");
        assertThat(get(address + "/file?format=PDF")).hasStatus(400);
    }

    private Path ledger(List<String> header) throws IOException {
        var rows = List.of(
                List.of("1", "甲", "澡堂没热水", "2024-01-05 08:00:00", "升井洗不上澡", "锅炉已修好", "2024-01-09", "123"),
                List.of("2", "乙", "夜班费没发", "2024/3/6", "两个月没发了", "", "", ""),
                List.of("3", "丙", "没有这一天", "2024-02-30", "<script>alert(1)</script>", "", "", ""));
        return InventedLedger.write(directory, "台账.csv", SpreadsheetFormat.CSV_GB18030, header, rows);
    }

    private String handIn(Path file) throws IOException {
        return handIn(file, desk.clerk());
    }

    private String handIn(Path file, Actor by) throws IOException {
        var given = browser.post()
                .uri("/ledger/imports")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile(
                        "file", "台账.csv", "text/csv", Files.readAllBytes(file)))
                .param("unit", String.valueOf(desk.mine().value()))
                .with(SignedIn.as(by))
                .exchange();
        assertThat(given).hasStatus(303);
        return Objects.requireNonNull(given.getResponse().getRedirectedUrl());
    }

    private MvcTestResult get(String address) {
        return get(address, desk.clerk());
    }

    private MvcTestResult get(String address, Actor by) {
        return browser.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        return post(address, desk.clerk(), parameters);
    }

    private MvcTestResult post(String address, Actor by, String... parameters) {
        var request = browser.post().uri(address).with(SignedIn.as(by));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String english(String address) {
        return text(browser.get()
                .uri(address)
                .cookie(new jakarta.servlet.http.Cookie("language", Locale.ENGLISH.toLanguageTag()))
                .with(SignedIn.as(desk.clerk()))
                .exchange());
    }

    private String finished(String address) {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        var page = office.pageOf(address);
        while (!page.done() && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
            page = office.pageOf(address);
        }
        return text(get(address));
    }

    private static String text(MvcTestResult result) {
        return body(result, StandardCharsets.UTF_8);
    }

    private static String body(MvcTestResult result, java.nio.charset.Charset charset) {
        return new String(result.getResponse().getContentAsByteArray(), charset);
    }
}
