package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.PrintedCodes;
import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.platform.transparency.Ticking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The sheet for the board carries what proves it; read off the paper it holds without a network. */
@ProductTest
class SheetProofTest {

    private static final String WORDS = "周日停水两小时。";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Village village;

    @TempDir
    Path directory;

    Board board;
    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        board = new Board(context, mine);
        Ticking.tick(context);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void without_a_place_in_the_log_the_sheet_says_so_and_carries_no_proof() throws Exception {
        var number = board.published(Board.OTHER, "停水", WORDS, "");

        var sheet = sheet(number);

        assertThat(sheet.text()).contains("刚刚公布，公开账本里还没有位置");
        assertThat(sheet.codes()).singleElement().asString().endsWith("/disclosures/" + number);
    }

    @Test
    void the_codes_read_off_the_paper_prove_its_words_to_a_laptop_without_a_network() throws Exception {
        var number = board.published(Board.PAY, "11 月工分", WORDS, "姓名\t出勤\t工分\n张一山\t26\t131\n");
        board.corrected(number, "11 月工分", WORDS, "姓名\t出勤\t工分\n张一山\t26\t133\n", false);
        Ticking.tick(context);

        var sheet = sheet(number);

        assertThat(sheet.text()).contains("这张纸有没有被换过、改过");
        assertThat(sheet.proofs()).hasSizeBetween(2, 6).allMatch(code -> code.contains("/log/paper#proof="));
        var good =
                verify(sheet.proofs(), "--words=" + file("words", WORDS), "--table=" + file("table", "张一山\t26\t133"));
        assertThat(good).contains("题目 · title: 11 月工分", "算错了一行", "✓ words", "✓ table", "✓ 以上的字在账本里");
        assertThat(verify(sheet.proofs(), "--table=" + file("table", "张一山\t26\t131")))
                .contains("✗", "version.cells, character 10");
    }

    @Test
    void words_too_long_for_the_codes_are_left_out_and_the_sheet_says_that_they_have_to_be_typed() throws Exception {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 120; i++) {
            lines.add("第 " + i + " 条：" + chance(i) + "，照此办理。");
        }
        var number = board.published(Board.OTHER, "细则", String.join("\n", lines), "");
        Ticking.tick(context);

        var sheet = sheet(number);

        assertThat(sheet.text()).contains("正文太长，码里装不下");
        assertThat(verify(sheet.proofs(), "--words=" + file("words", String.join("\n", lines))))
                .contains("✓ words")
                .doesNotContain("照此办理");
    }

    @Test
    void what_was_altered_in_the_database_is_printed_without_a_proof() throws Exception {
        var number = board.published(Board.OTHER, "停水", WORDS, "");
        Ticking.tick(context);
        rewrite(number, "周日停水三小时。");

        assertThat(sheet(number).text()).contains("和公开账本里记的对不上");
        assertThat(sheet(number).proofs()).isEmpty();

        rewrite(number, WORDS);
        assertThat(sheet(number).proofs()).isNotEmpty();
    }

    /** What does not compress. */
    private static String chance(int line) {
        return new Random(line)
                .ints(20, 0x4E00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As whoever owns the database can. */
    private void rewrite(long number, String body) {
        transactions.executeWithoutResult(_ -> {
            database.sql("set local session_replication_role = replica").update();
            database.sql("update disclosure.version set body = :body where notice = :notice")
                    .param("body", body)
                    .param("notice", number)
                    .update();
        });
    }

    private PrintedCodes sheet(long number) throws Exception {
        var answer = mvc.get()
                .uri("/disclosures/" + number + "/sheet.pdf")
                .with(SignedIn.as(mine.worker))
                .exchange();
        assertThat(answer).hasStatusOk();
        return PrintedCodes.of(answer.getResponse().getContentAsByteArray());
    }

    private String verify(List<String> codes, String... more) throws Exception {
        var key = mvc.get()
                .uri("/log/key")
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        var arguments = new ArrayList<>(List.of(file("codes", String.join("\n", codes)), "--key=" + key));
        arguments.addAll(List.of(more));
        try (var process = JavaProcess.start("cn.lianxin.platform.witness.VerifyMain", arguments)) {
            process.exit();
            return process.output();
        }
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
