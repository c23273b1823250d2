package cn.lianxin.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private static List<Finding> in(String text, Term... terms) {
        return new Checker(new Wordlist(1, List.of(terms))).in(new CheckedText(0, 0, DAY, Map.of("text", text)));
    }

    @Test
    void a_word_of_the_list_is_found_and_a_part_of_other_words_is_not() {
        var list = Trial.word("炸药厂", Level.BLOCK);
        var crossing = Trial.word("口交", Level.BLOCK);

        assertThat(in("他在炸药厂上班。", list)).extracting(Finding::words).containsExactly("炸药厂");
        assertThat(in("井下的炸药厂房每班检查。", list)).isEmpty();
        assertThat(in("南门路口交通已恢复正常。", crossing)).isEmpty();
    }

    @Test
    void what_is_written_apart_in_full_width_or_in_traditional_characters_is_found_where_it_stands() {
        var list = Trial.word("代开发票", Level.CONFIRM);

        for (var written : List.of("代 开 发 票", "代*开*发*票", "代開發票", "代-开发·票")) {
            assertThat(in("有人" + written + "。", list))
                    .as(written)
                    .containsExactly(
                            new Finding(Flaw.WORD, Level.CONFIRM, "text", 2, 2 + written.length(), written, ""));
        }
        assertThat(in("由他代。开发票要登记。", list)).isEmpty();
    }

    @Test
    void in_its_exceptions_a_word_is_meant_otherwise() {
        var list = Trial.word("瞎子", Level.CONFIRM, "瞎子沟");

        assertThat(in("瞎子沟风井开工。", list)).isEmpty();
        assertThat(in("瞎子沟来了一个瞎子。", list)).extracting(Finding::from).containsExactly(7);
    }

    @Test
    void another_office_is_no_slip_of_a_name() {
        var list = Trial.name("应急管理部");

        assertThat(in("省应急管理厅来人，应急管理部门配合，应急管理工作加强。", list)).isEmpty();
        assertThat(in("应急管里部来人。", list)).extracting(Finding::advice).containsExactly("应急管理部");
    }

    @Test
    void titles_and_people_have_their_order_and_a_former_title_is_believed() {
        var first = Trial.person("周建业", 1, "党委书记", "董事长");
        var second = Trial.person("韩立群", 2, "总经理");

        assertThat(in("党委书记、董事长周建业和总经理韩立群到会。", first, second)).isEmpty();
        assertThat(in("原总经理周建业到会。", first, second)).isEmpty();
        assertThat(in("董事长、党委书记周建业到会。", first, second))
                .extracting(Finding::flaw)
                .containsExactly(Flaw.TITLE);
        assertThat(in("副总经理韩立群到会。", first, second)).extracting(Finding::advice).containsExactly("总经理韩立群");
        assertThat(in("韩立群、周建业到会。", first, second)).extracting(Finding::advice).containsExactly("周建业、韩立群");
        assertThat(in("董事长周健业到会。", first, second)).extracting(Finding::advice).containsExactly("周建业");
    }

    @Test
    void days_that_cannot_be_and_days_of_the_week_that_do_not_fit() {
        assertThat(in("2月30日开会。")).extracting(Finding::flaw).containsExactly(Flaw.DATE);
        assertThat(in("2024年2月29日开会，2023年2月29日也开会。")).extracting(Finding::from).containsExactly(13);
        assertThat(in("农历二月三十日下雪。4月31号工作面停产。")).isEmpty();
        assertThat(in("11月30日（星期二）开会。")).extracting(Finding::advice).containsExactly("星期一");
        assertThat(in("11月30日，周边群众来看。11月30日（星期一）开会。")).isEmpty();
    }

    @Test
    void a_day_to_come_is_not_told_as_past_but_may_be_planned() {
        assertThat(in("12月5日，公司召开了会议。")).extracting(Finding::flaw).containsExactly(Flaw.FUTURE);
        assertThat(in("12月5日，公司将召开会议。去年12月5日，公司召开了会议。截至12月5日的计划已经下达。")).isEmpty();
        assertThat(in("5月1日，公司表彰了劳模。")).isEmpty();
    }

    @Test
    void units_measures_doubled_characters_and_pairs() {
        assertThat(in("当月进尺312吨。")).extracting(Finding::flaw).containsExactly(Flaw.UNIT);
        assertThat(in("当月进尺312米，产煤900吨，抽采浓度42%。")).isEmpty();
        assertThat(in("合格率120%。")).extracting(Finding::flaw).containsExactly(Flaw.MEASURE);
        assertThat(in("装车3500吨，又装了200t。")).extracting(Finding::level).containsExactly(Level.HINT);
        assertThat(in("这是矿上的的规定。")).extracting(Finding::words).containsExactly("的的");
        assertThat(in("这次活动的目的的确明确，为了了解情况，天天学习。")).isEmpty();
        assertThat(in("他说：“慢一点。\n“看清楚。”大家记住了。\n1）点名\n（2）下井")).isEmpty();
        assertThat(in("他说：“慢一点。")).extracting(Finding::from).containsExactly(3);
    }

    @Test
    void marks_stand_in_the_paragraph_where_it_was_found() {
        var text = "第一段。\n这是矿上的的规定。";
        var found = in(text).stream()
                .map(finding -> new TextChecks.Judged(finding, java.util.Optional.empty()))
                .toList();

        var pieces = Marks.of("text", text, found).in("这是矿上的的规定。");

        assertThat(pieces).extracting(Marks.Piece::text).containsExactly("这是矿上", "的的", "规定。");
        assertThat(pieces).extracting(Marks.Piece::number).containsExactly(0, 1, 0);
        assertThat(Marks.of("text", text, found).in("第一段。")).hasSize(1);
    }
}
