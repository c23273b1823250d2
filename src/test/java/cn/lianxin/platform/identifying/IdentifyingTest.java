package cn.lianxin.platform.identifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifyingTest {

    @Test
    void numbers_are_found_however_they_are_written() {
        for (var phone : List.of(
                "13803512345", "138 0351 2345", "138-0351-2345", "１３８０３５１２３４５", "幺三八零三五幺二三四五", "一三八〇三五一二三四五", "86 138 0351 2345", "1 3 8 0 3 5 1 2 3 4 5")) {
            assertFound(Kind.PHONE, "打" + phone + "找他", phone);
        }
        for (var id : List.of("14050219900307123X", "140502 19900307 123x", "１４０５０２１９９００３０７１２３Ｘ", "140502900307123")) {
            assertFound(Kind.ID, "身份证是" + id, id);
        }
        assertFound(Kind.BANK, "工资卡6222 0200 1234 5678 908", "6222 0200 1234 5678 908");
        assertFound(Kind.PLATE, "晋D·A1234那辆车", "晋D·A1234");
        assertFound(Kind.PLATE, "晋ＤＤ１２３４５堵了门", "晋ＤＤ１２３４５");
    }

    @Test
    void check_digits_and_plans_are_by_their_standards() {
        assertThat(Identity.holds("11010519491231002x")).isTrue();
        assertThat(Identity.holds("110105194912310021")).isFalse();
        assertThat(Luhn.holds("79927398713")).isTrue();
        assertThat(Luhn.holds("79927398710")).isFalse();
        assertThat(Mobile.is("12803512345")).isFalse();
    }

    @Test
    void who_is_called_what_is_found() {
        assertFound(Kind.NICKNAME, "跟王师傅说过", "王师傅");
        assertFound(Kind.NICKNAME, "老李又扣钱", "老李");
        assertFound(Kind.NICKNAME, "李队长不签字", "李队长");
        assertFound(Kind.NAME, "班长张建国扣了我们的钱", "张建国");
        assertFound(Kind.NAME, "工人王小明、李志强都能作证", "李志强");
    }

    @Test
    void where_somebody_sleeps_and_with_whom_he_goes_down_is_found() {
        for (var room : List.of("3号楼412", "单身楼2单元301", "三号公寓五零六室", "宿舍3-412")) {
            assertFound(Kind.DORMITORY, "我住" + room + "，漏水", room);
        }
        assertFound(Kind.CREW, "综采二队早班的人都知道", "综采二队早班");
        assertFound(Kind.CREW, "掘三队四点班没澡洗", "掘三队四点班");
    }

    @Test
    void words_of_the_mine_are_left_alone() {
        for (var harmless : List.of(
                "2103面的MG650/1620-WD采煤机又停了",
                "王庄矿高温，方案还没定",
                "矿发〔2026〕38号文件怎么说的",
                "调度室电话0355-5921110没人接",
                "保卫科长、企管科长和安全副矿长都来过",
                "石门里马丽散用完了",
                "各队早班都要开班前会",
                "办公楼302室办什么",
                "11月28日前换好换热器，花了12.5万元",
                "订单号15926000012还没到货",
                "老师傅说顶板不好",
                "金属网和单体柱不够")) {
            assertThat(Identifying.in(harmless)).as(harmless).isEmpty();
        }
    }

    private static void assertFound(Kind kind, String text, String words) {
        assertThat(Identifying.in(text))
                .as(text)
                .anyMatch(piece -> piece.kind() == kind && piece.words().contains(words));
    }
}
