package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class BadLedgersTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    @TempDir
    Path directory;

    @Autowired
    Office office;

    private final MockMvcTester browser;
    private Office.Desk desk;

    BadLedgersTest(@Autowired WebApplicationContext context) {
        this.browser = MockMvcTester.from(context);
    }

    @BeforeEach
    void open() {
        desk = office.open();
    }

    @Test
    void each_wrong_file_gets_a_sentence_that_says_what_to_do_and_nothing_is_kept_of_it() throws IOException {
        var workbook = Files.readAllBytes(InventedLedger.write(
                directory, "a.xlsx", SpreadsheetFormat.XLSX, InventedLedger.HEADER, InventedLedger.rows(300, 5)));
        var header = String.join(",", InventedLedger.HEADER).getBytes(StandardCharsets.UTF_8);

        assertRefused("空.csv", new byte[0], "这个文件是空的");
        assertRefused("图.csv", PICTURE, "里面却不是文字");
        assertRefused("图.xlsx", PICTURE, "不是完整的 Excel 表格");
        assertRefused("图.png", PICTURE, "只收 .csv 和 .xlsx 表格");
        assertRefused("断.xlsx", Arrays.copyOf(workbook, workbook.length / 2), "不是完整的 Excel 表格");
        assertRefused("头.csv", header, "这个表只有表头");
        assertRefused("零.csv", "标题,时间\na\u0000b,2024-01-01".getBytes(StandardCharsets.UTF_8), "里面却不是文字");
        assertRefused("引号.csv", "标题,时间\n\"没有收尾,2024-01-01\nx,y".getBytes(StandardCharsets.UTF_8), "读不下去");
        assertRefused("", new byte[0], "还没有选文件");
        assertThat(page("/ledger")).contains("还没有导入过台账");
    }

    @Test
    void a_broken_file_is_refused_in_the_readers_language_and_the_chosen_unit_stays_chosen() {
        var refused = browser.post()
                .uri("/ledger/imports")
                .multipart()
                .file(new MockMultipartFile("file", "x.csv", "text/csv", new byte[0]))
                .param("unit", String.valueOf(desk.mine().value()))
                .cookie(new jakarta.servlet.http.Cookie("language", "en"))
                .with(SignedIn.as(desk.clerk()))
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("This file is empty", "value=\"" + desk.mine().value() + "\" selected");
    }

    @Test
    void a_unit_that_is_not_his_is_refused() throws IOException {
        var file = InventedLedger.write(
                directory, "a.csv", SpreadsheetFormat.CSV_UTF8, InventedLedger.HEADER, InventedLedger.rows(3, 6));
        var refused = browser.post()
                .uri("/ledger/imports")
                .multipart()
                .file(new MockMultipartFile("file", "a.csv", "text/csv", Files.readAllBytes(file)))
                .param("unit", String.valueOf(office.open().mine().value()))
                .with(SignedIn.as(desk.clerk()))
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("请选一个您管的单位");
    }

    @Test
    void strange_rows_do_not_hold_up_the_others() throws IOException {
        var rows = List.of(
                List.of("1", "", "长", "2024-01-01", "字".repeat(20_000), "", ""),
                List.of("2", "", "方向\u202E反了", "2024-01-01", "مرحبا \u202Eabc", "", ""),
                List.of("3", "", "", "2024-01-01", "", "只有答复", "2024-01-02"),
                List.of("4", "", "表情😀👨‍👩‍👧", "2024-01-01", "零\u200B宽", "", ""),
                List.of("4", "", "同号不同事", "2024-01-01", "另一件", "", ""),
                List.of("5", "", "将来", "2999-01-01", "还没发生", "", ""),
                List.of("6", "", "好好的一行", "2024-01-01", "没毛病", "", ""));
        var file = InventedLedger.write(directory, "怪.csv", SpreadsheetFormat.CSV_UTF8, InventedLedger.HEADER, rows);

        var ledger = office.bring(file, desk);

        assertThat(List.of(ledger.filed(), ledger.known(), ledger.faulty())).containsExactly(4, 1, 2);
        assertThat(page("/ledger/imports/" + ledger.id()))
                .contains("内容和标题都是空的", "编号和时间与第 5 行相同", "这个时间还没有到：2999-01-01");
    }

    private void assertRefused(String name, byte[] content, String sentence) {
        var refused = browser.post()
                .uri("/ledger/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("unit", String.valueOf(desk.mine().value()))
                .with(SignedIn.as(desk.clerk()))
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains(sentence).contains("error-summary");
    }

    private String page(String address) {
        return text(browser.get().uri(address).with(SignedIn.as(desk.clerk())).exchange());
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
