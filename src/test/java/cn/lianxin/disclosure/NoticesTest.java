package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class NoticesTest {

    private static final String TABLE =
            "姓名\t身份证号\t出勤\t工分\t开户账号\n张一山\t140202198001011234\t26\t131.5\t6222021234567890123\n"
                    + "李二水\t140202198001011235\t25\t120\t6222021234567890124\n";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    Board board;
    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        board = new Board(context, mine);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void nobody_but_those_who_keep_it_sees_it_before_a_second_person_has_approved_it() {
        var number = board.submitted(Board.PAY, "综采一队 11 月工分公示", "按职代会通过的办法算。", TABLE);

        for (var one : List.of(mine.worker, mine.otherHandler, mine.stranger)) {
            assertThat(mvc.get().uri("/disclosures/" + number).with(SignedIn.as(one)))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/disclosures/" + number + "/draft").with(SignedIn.as(one)))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/disclosures?circle=" + mine.mine.value()).with(SignedIn.as(one)))
                    .bodyText()
                    .doesNotContain("综采一队 11 月");
        }
        assertThatThrownBy(() -> board.approving.approve(number, 1, false, mine.handler))
                .isInstanceOf(Refusal.Violation.class)
                .hasMessageContaining("notice-second-person");
        assertThatThrownBy(() -> board.approving.approve(number, 1, false, mine.otherHandler))
                .isInstanceOf(Refusal.NotFound.class);

        board.approving.approve(number, 1, false, mine.leader);

        assertThat(mvc.get().uri("/disclosures/" + number).with(SignedIn.asNobody()))
                .hasStatusOk()
                .bodyText()
                .contains("综采一队 11 月工分公示", "按职代会通过的办法算", "张一山", "131.5");
    }

    @Test
    void whoever_wrote_it_does_not_approve_it_even_as_a_leader_and_the_database_says_so_too() {
        var number = board.writing.begin(mine.district, mine.mine, Board.OTHER, "", mine.leader);
        board.pages.save(
                number,
                new WritingPages.Typed("停电通知", "周六停电两小时。", ""),
                Optional.empty(),
                false,
                List.of(),
                mine.leader);
        board.writing.submit(number, mine.leader);

        assertThatThrownBy(() -> board.approving.approve(number, 1, false, mine.leader))
                .hasMessageContaining("notice-second-person");
        assertThatThrownBy(() -> database.sql("""
                                update disclosure.version set state = 'PUBLIC', approved_by = drafted_by, published_at = now()
                                where notice = :number
                                """).param("number", number).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("个人信息保护法 §§6, 28: only columns that are allowed are taken, the others are kept nowhere")
    void columns_that_may_not_be_public_are_kept_nowhere() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);

        assertThat(board.notices.get(number).current().orElseThrow().table().columns())
                .containsExactly("姓名", "出勤", "工分");
        assertThat(database.sql("select cells from disclosure.version where notice = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .doesNotContain("140202", "6222");
        assertThat(mvc.get().uri("/disclosures/" + number).with(SignedIn.asNobody()))
                .bodyText()
                .contains("没有收进来：身份证号、开户账号");
        assertThat(new String(bytes("/disclosures/" + number + "/table.csv"), StandardCharsets.UTF_8))
                .contains("姓名,出勤,工分", "李二水,25,120");
    }

    @Test
    void a_cell_that_looks_like_a_number_of_somebody_is_refused_with_its_row_whichever_way_it_comes() {
        var number = board.writing.begin(mine.district, mine.mine, Board.PAY, "", mine.handler);
        var table = "姓名,工分,备注\n张一山,131,无\n李二水,120,１４０２０２１９８００１０１１２３５\n";

        var uploaded = catchThrowableOfType(
                Refusal.Violation.class, () -> board.upload(number, "工分", "表.csv", Board.csv(table)));
        var pasted = catchThrowableOfType(
                Refusal.Violation.class, () -> board.write(number, "工分", "", table.replace(',', '\t')));

        assertThat(List.of(uploaded, pasted)).allSatisfy(refused -> {
            assertThat(refused.code()).isEqualTo("cell-id");
            assertThat(refused.arguments()).containsExactly(2, "备注");
        });
        assertThat(board.notices.get(number).versions().getFirst().table().isEmpty())
                .isTrue();
    }

    @Test
    void what_is_public_is_never_changed_not_even_in_the_database() {
        var number = board.published(Board.OTHER, "停水", "周日停水。", "");

        for (var statement : List.of(
                "update disclosure.version set body = 'x' where notice = " + number,
                "delete from disclosure.version where notice = " + number)) {
            assertThatThrownBy(() -> database.sql(statement).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_correction_is_a_version_that_can_be_compared_and_the_old_one_stays() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);
        board.corrected(number, "11 月工分", "", TABLE.replace("131.5", "133"), false);

        assertThat(mvc.get().uri("/disclosures/" + number)).bodyText().contains("这是第 2 版", "算错了一行", "133");
        assertThat(mvc.get().uri("/disclosures/" + number + "/versions/1"))
                .hasStatusOk()
                .bodyText()
                .contains("131.5");
        assertThat(mvc.get().uri("/disclosures/" + number + "/comparison?from=1&to=2"))
                .hasStatusOk()
                .bodyText()
                .contains("<del>张一山 | 26 | 131.5</del>", "<ins>张一山 | 26 | 133</ins>");
    }

    @Test
    void a_correction_can_close_what_told_too_much() {
        var number = board.published(Board.OTHER, "帮扶名单", "张一山家里的事写多了。", "");
        board.corrected(number, "帮扶名单", "只写名单。", "", true);

        for (var address : List.of("/versions/1", "/comparison?from=1&to=2")) {
            for (Actor one : List.of(new Actor.Visitor(), mine.worker, mine.handler, mine.supervisor)) {
                assertThat(mvc.get().uri("/disclosures/" + number + address).with(SignedIn.as(one)))
                        .hasStatus(404);
            }
        }
        assertThat(mvc.get().uri("/disclosures/" + number))
                .bodyText()
                .contains("第 1 版和以前的，写了不该写的个人信息，不再显示")
                .doesNotContain("写多了");
    }

    @Test
    void what_was_withdrawn_says_why_under_its_address() {
        var number = board.published(Board.PAY, "11 月工分", "算法见正文。", TABLE);
        board.withdrawn(number, false);

        assertThat(mvc.get().uri("/disclosures/" + number))
                .hasStatus(410)
                .bodyText()
                .contains("整张表都算错了", "/versions/1")
                .doesNotContain("张一山", "算法见正文");
        assertThat(mvc.get().uri("/disclosures/" + number + "/versions/1")).hasStatusOk();
        for (var address : List.of("/table.csv", "/sheet.pdf", "/objections")) {
            assertThat(mvc.get().uri("/disclosures/" + number + address)).hasStatus(404);
        }
    }

    @Test
    void an_objection_without_a_name_is_nobodys_and_its_receipt_shows_the_reply() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);
        var receipt = board.objected(number, "第二行我的班少记了一个", false, mine.worker);
        var objection = board.last(number);

        assertThat(objection.person()).isEmpty();
        assertThat(auditedBy("objection:" + objection.id()))
                .doesNotContain(mine.worker.person().value() + "");
        board.objecting.reply(number, objection.id(), Reply.Outcome.UPHELD, "核对了考勤，确实少记一个班，本月更正。", mine.handler);

        assertThat(mvc.post().uri("/disclosures/receipt").param("receipt", receipt.grouped()))
                .hasStatusOk()
                .bodyText()
                .contains("第二行我的班少记了一个", "核对了考勤，确实少记一个班");
        assertThat(mvc.post().uri("/disclosures/receipt").param("receipt", "1234 5678 9012 3456 7890"))
                .hasStatus(422);
        assertThat(mvc.get().uri("/disclosures/" + number))
                .bodyText()
                .contains("核对了考勤，确实少记一个班")
                .doesNotContain("第二行我的班少记了一个");
    }

    @Test
    void an_objection_by_name_is_of_somebody_who_works_there_and_he_sees_his_words_and_the_reply() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);

        assertThatThrownBy(() -> board.objected(number, "不对", true, mine.stranger))
                .hasMessageContaining("objection-not-of-circle");
        assertThatThrownBy(() -> board.objected(number, "不对", true, new Actor.Visitor()))
                .hasMessageContaining("objection-not-of-circle");
        board.objected(number, "第一行算高了", true, mine.worker);
        var objection = board.last(number);

        assertThat(mvc.get().uri("/disclosures/" + number).with(SignedIn.as(mine.worker)))
                .bodyText()
                .contains("第一行算高了");
        assertThat(mvc.get().uri("/disclosures/" + number).with(SignedIn.as(mine.stranger)))
                .bodyText()
                .doesNotContain("第一行算高了");
        assertThatThrownBy(() ->
                        board.objecting.reply(number, objection.id(), Reply.Outcome.NOT_UPHELD, "不行", mine.handler))
                .hasMessageContaining("reply-reasons");
        var name = database.sql("select name from organization.person_card where id = :id")
                .param("id", mine.worker.person().value())
                .query(String.class)
                .single();
        assertThatThrownBy(() -> board.objecting.reply(
                        number, objection.id(), Reply.Outcome.NOT_UPHELD, name + "说的不对，考勤机上有记录。", mine.handler))
                .hasMessageContaining("reply-names-objector");
    }

    @Test
    void sent_twice_it_objects_once_under_the_same_receipt() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);
        var token = UUID.randomUUID().toString();

        var first = board.objecting.object(number, "少记了", false, token, new Actor.Visitor());
        var second = board.objecting.object(number, "少记了", false, token, new Actor.Visitor());

        assertThat(second).isEqualTo(first);
        assertThat(board.objections.to(number)).hasSize(1);
    }

    @Test
    @DisplayName("A notice does not end before each objection has its reply, and the database refuses it too")
    void it_never_ends_with_an_objection_that_nobody_answered() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);
        board.objected(number, "少记了一个班", false, mine.worker);
        TestClock.forward(Duration.ofDays(60));
        board.ending.look();

        assertThat(board.notices.get(number).endedAt()).isEmpty();
        assertThatThrownBy(() -> database.sql("update disclosure.notice set ended_at = now() where number = :number")
                        .param("number", number)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nobody answered");
        assertThat(mvc.get().uri("/disclosures/" + number)).hasStatusOk();

        board.objecting.reply(number, board.last(number).id(), Reply.Outcome.PARTLY, "考勤机坏了一天，按班报补上。", mine.handler);
        board.ending.look();

        assertThat(mvc.get().uri("/disclosures/" + number))
                .hasStatus(410)
                .bodyText()
                .contains("按班报补上", "答复晚了")
                .doesNotContain("张一山");
        assertThatThrownBy(() -> database.sql("""
                                insert into disclosure.objection (notice, place, digest, words, at, reply_due)
                                values (:number, 1, 'later', '晚了', now(), now())
                                """).param("number", number).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void after_the_days_for_objections_nobody_objects() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);
        TestClock.forward(Duration.ofDays(12));

        assertThatThrownBy(() -> board.objected(number, "晚了一步", false, mine.worker))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("objection-over");
    }

    @Test
    void how_many_have_read_it_is_told_from_five_on_and_who_has_not_only_to_who_keeps_it() {
        var number = board.published(Board.PAY, "11 月工分", "", TABLE);
        var address = "/disclosures/" + number;

        assertThat(mvc.post().uri(address + "/reading").param("place", "1").with(SignedIn.as(mine.worker)))
                .hasStatus(303);
        assertThat(mvc.post().uri(address + "/reading").param("place", "1").with(SignedIn.as(mine.stranger)))
                .hasStatus(404);

        assertThat(mvc.get().uri(address).with(SignedIn.as(mine.worker)))
                .bodyText()
                .contains("看过的不到 5 人", "您看过了")
                .doesNotContain("还没看的");
        for (var one : List.of(mine.handler, mine.otherHandler, mine.leader, mine.mineLeader, mine.desk)) {
            board.objections.read(number, 1, one.person(), TestClock.now());
        }
        assertThat(mvc.get().uri(address)).bodyText().contains("6 人看过").doesNotContain("还没看的");
        assertThat(mvc.get().uri(address).with(SignedIn.as(mine.handler)))
                .bodyText()
                .contains("还没看的");
    }

    @Test
    void it_prints_as_a_sheet_for_the_board() {
        var number = board.published(Board.PAY, "11 月工分", "按办法算。", TABLE);

        for (var paper : List.of("A4", "A3")) {
            var sheet = bytes("/disclosures/" + number + "/sheet.pdf?paper=" + paper);

            assertThat(new String(sheet, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    private List<String> auditedBy(String subject) {
        return database.sql("select coalesce(person::text, '') as who from audit.entry where subject = :subject")
                .param("subject", subject)
                .query((row, _) -> row.getString("who"))
                .list();
    }

    private byte[] bytes(String address) {
        var answer = mvc.get().uri(address).with(SignedIn.asNobody()).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
