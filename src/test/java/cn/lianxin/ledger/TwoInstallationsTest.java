package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import cn.lianxin.TestDatabase;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An export that moves into an empty installation, and out of it again; and the import from the shell. */
@Tag("database")
class TwoInstallationsTest {

    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext elsewhere;

    @TempDir
    Path directory;

    @BeforeAll
    static void found() {
        here = installation();
        elsewhere = installation();
    }

    @AfterAll
    static void close() {
        here.close();
        elsewhere.close();
    }

    private static ConfigurableApplicationContext installation() {
        return new SpringApplicationBuilder(Lianxin.class)
                .initializers(new TestDatabase())
                .run("--server.port=-1", "--lianxin.demo=false", "--lianxin.clockwork=false");
    }

    @Test
    void the_full_export_lives_on_in_an_empty_installation_cell_by_cell() throws IOException {
        var desk = here.getBean(Office.class).open();
        bringOldLedger(desk);
        raiseOneOfEachKind(desk);
        var there = elsewhere.getBean(Office.class).open();

        for (var format : SpreadsheetFormat.values()) {
            var file = export(here, desk, format, Locale.SIMPLIFIED_CHINESE);
            var ledger = elsewhere.getBean(Office.class).bring(file, there);

            assertThat(ledger.faulty()).isZero();
            assertThat(LedgerImportTest.read(export(elsewhere, there, format, Locale.SIMPLIFIED_CHINESE)))
                    .isEqualTo(LedgerImportTest.read(file))
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void an_export_brought_back_to_where_it_came_from_adds_nothing() throws IOException {
        var desk = here.getBean(Office.class).open();
        raiseOneOfEachKind(desk);
        var other = here.getBean(Office.class).open();

        var file = export(here, desk, SpreadsheetFormat.XLSX, Locale.ENGLISH);

        assertThat(here.getBean(Office.class).bring(file, desk).filed()).isZero();
        assertThat(here.getBean(Office.class).bring(file, other).filed()).isZero();
    }

    @Test
    void what_has_moved_on_since_is_exported_as_it_stands_now_under_its_old_number() throws IOException {
        var desk = here.getBean(Office.class).open();
        raiseOneOfEachKind(desk);
        var there = elsewhere.getBean(Office.class).open();
        var file = export(here, desk, SpreadsheetFormat.CSV_UTF8, Locale.SIMPLIFIED_CHINESE);
        elsewhere.getBean(Office.class).bring(file, there);

        var waiting = new ArrayList<ConcernNumber>();
        elsewhere.getBean(ConcernLists.class).eachLine(there.clerk(), line -> {
            if (line.state().equals("FILED")) {
                waiting.add(ConcernNumber.parse(line.number()).orElseThrow());
            }
        });
        waiting.forEach(it -> elsewhere.getBean(HandlingConcerns.class).accept(it, there.clerk()));

        var before = LedgerImportTest.read(file);
        var after =
                LedgerImportTest.read(export(elsewhere, there, SpreadsheetFormat.CSV_UTF8, Locale.SIMPLIFIED_CHINESE));
        var state = ExportColumn.STATE.ordinal();
        assertThat(after)
                .extracting(List::getFirst)
                .isEqualTo(before.stream().map(List::getFirst).toList());
        assertThat(after).extracting(row -> row.get(state)).contains("已受理");
    }

    @Test
    void a_name_that_was_confidential_is_not_shown_to_another_desk() throws IOException {
        var desk = here.getBean(Office.class).open();
        var worker = raise(desk, Reporter.Mode.CONFIDENTIAL, "怕人知道");
        var name = ((Actor.Member) worker).name();

        assertThat(text(export(here, desk, SpreadsheetFormat.CSV_UTF8, Locale.ENGLISH)))
                .contains(name);
        var leader = Office.member(
                here.getBean(Village.class).worker(desk.mine()),
                new Grant(Role.UNIT_LEADER, desk.mine()),
                new Grant(Role.ADMINISTRATOR, desk.mine()));
        var seen = directory.resolve("leader.csv");
        try (var out = Files.newOutputStream(seen)) {
            here.getBean(ExportingLedgers.class).everything(out, SpreadsheetFormat.CSV_UTF8, Locale.ENGLISH, leader);
        }
        assertThat(text(seen)).contains("怕人知道").doesNotContain(name);
    }

    @Test
    void from_the_shell_a_ledger_comes_in_with_its_progress_and_a_summary() throws IOException {
        var desk = elsewhere.getBean(Office.class).open();
        var code = elsewhere.getBean(Directory.class).unit(desk.mine()).code();
        var file = InventedLedger.write(
                directory,
                "旧台账.csv",
                SpreadsheetFormat.CSV_GB18030,
                InventedLedger.HEADER,
                InventedLedger.rows(450, 9));

        assertThat(shell(file, code, 0)).contains("已读入 旧台账.csv：GB18030 ,，450 行", "已办 200 / 450 行", "导完了：新导入 450 行");
        assertThat(shell(file, code, 0)).contains("新导入 0 行，以前导过 450 行");
        assertThat(shell(file, "XX-NO", 1)).contains("没有这个单位：XX-NO");
        assertThat(shell(directory.resolve("没有.csv"), code, 1)).contains("没有这个文件");
        Files.writeString(directory.resolve("错.csv"), "甲,乙\n1,2\n");
        assertThat(shell(directory.resolve("错.csv"), code, 1)).contains("没认出必须的列");
        Files.writeString(directory.resolve("坏.csv"), "时间,内容\n昨天,事\n2024-01-02,事\n");
        assertThat(shell(directory.resolve("坏.csv"), code, 1)).contains("第 2 行 时间：看不懂这个时间：昨天", "新导入 1 行");
        assertThat(shell(
                        directory.resolve("空.csv").toFile().createNewFile() ? directory.resolve("空.csv") : file,
                        code,
                        1))
                .contains("这个文件是空的");
    }

    private String shell(Path file, String unit, int exitCode) {
        var said = new ByteArrayOutputStream();
        var ended = elsewhere
                .getBean(ShellImport.class)
                .run(file, unit, Locale.SIMPLIFIED_CHINESE, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(ended).isEqualTo(exitCode);
        return said.toString(StandardCharsets.UTF_8);
    }

    private void bringOldLedger(Office.Desk desk) throws IOException {
        var file = InventedLedger.write(
                directory, "old.csv", SpreadsheetFormat.CSV_GB18030, InventedLedger.HEADER, InventedLedger.rows(50, 8));
        here.getBean(Office.class).bring(file, desk);
    }

    private void raiseOneOfEachKind(Office.Desk desk) {
        raise(desk, Reporter.Mode.NAMED, "班中餐凉\n=SUM(A1)\n\n\"引号\"，,逗号");
        raise(desk, Reporter.Mode.CONFIDENTIAL, "怕穿小鞋，先别说我是谁 😀");
        raise(desk, Reporter.Mode.ANONYMOUS, "-1 号绞车有异响");
        var handling = here.getBean(HandlingConcerns.class);
        var replied = number(desk, "班中餐");
        handling.accept(replied, desk.clerk());
        handling.assign(replied, desk.mine(), Set.of(), "", desk.clerk());
        var handler = Office.member(
                here.getBean(Village.class).holder(Role.HANDLER, desk.mine()), new Grant(Role.HANDLER, desk.mine()));
        handling.acknowledge(replied, "", handler);
        handling.reply(replied, new Reply("要热饭", "保温箱坏了", "换新的\n本周到位", "后勤制度第三条", Reply.Outcome.SUPPORT), handler);
    }

    private static ConcernNumber number(Office.Desk desk, String words) {
        var found = new ArrayList<ConcernNumber>();
        here.getBean(ConcernLists.class).eachLine(desk.clerk(), line -> {
            if (line.words().startsWith(words)) {
                found.add(ConcernNumber.parse(line.number()).orElseThrow());
            }
        });
        return found.getFirst();
    }

    private static Actor raise(Office.Desk desk, Reporter.Mode mode, String words) {
        var worker = here.getBean(Village.class).worker(desk.mine());
        var name = here.getBean(Directory.class).person(worker).name();
        var actor = new Actor.Member(worker, name, List.of());
        var raised = new NewConcern(
                ConcernKind.COMPLAINT,
                "G1",
                "",
                words,
                "二号门",
                mode,
                Optional.of(desk.mine()),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        here.getBean(RaisingConcerns.class).raise(raised, UUID.randomUUID().toString(), actor);
        return actor;
    }

    private Path export(
            ConfigurableApplicationContext from, Office.Desk desk, SpreadsheetFormat format, Locale language)
            throws IOException {
        var file = directory.resolve(UUID.randomUUID() + "." + format.extension());
        try (var out = Files.newOutputStream(file)) {
            from.getBean(ExportingLedgers.class).everything(out, format, language, desk.clerk());
        }
        return file;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
