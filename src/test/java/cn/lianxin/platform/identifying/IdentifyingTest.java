package cn.lianxin.platform.identifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifyingTest {

    @Test
    void numbers_are_found_however_they_are_written() {
        for (var phone : List.of(
                "13803512345",
                "138 0351 2345",
                "138-0351-2345",
                "１３８０３５１２３４５",
                "幺三八零三五幺二三四五",
                "一三八〇三五一二三四五",
                "86 138 0351 2345",
                "1 3 8 0 3 5 1 2 3 4 5")) {
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
    void a_name_is_found_by_what_stands_around_it() {
        assertFound(Kind.NAME, "班长张建国扣了我们的钱", "张建国");
        assertFound(Kind.NAME, "工人王小明、李志强都能作证", "李志强");
        assertFound(Kind.NAME, "張 建 國的檔案轉不過來", "張 建 國");
        assertFound(Kind.NAME, "买买提·艾力不吃大肉", "买买提·艾力");
    }

    @Test
    void a_byname_is_one_person_with_his_post_and_a_surname_alone_is_nobody_yet() {
        assertFound(Kind.NICKNAME, "王矿长答应过的事", "王矿长");
        assertFound(Kind.NICKNAME, "绞车司机大刘喝了酒上岗", "司机大刘");
        assertFound(Kind.NICKNAME, "想找门岗老蔫要个说法", "门岗老蔫");
        assertThat(Identifying.in("老张和小李师傅都说这个事反映过")).isEmpty();
    }

    @Test
    void where_somebody_sleeps_and_with_whom_he_goes_down_to_do_what_is_found() {
        for (var room : List.of("3号楼412", "单身楼2单元301", "三号公寓五零六室", "宿舍3-412")) {
            assertFound(Kind.DORMITORY, "我住" + room + "，漏水", room);
        }
        assertFound(Kind.CREW, "综采二队早班电工带电作业", "综采二队早班电工");
        assertFound(Kind.CREW, "机运队唯一的女绞车司机", "机运队唯一的女绞车司机");
        assertThat(Identifying.in("综采二队早班进尺少了，掘三队的工人没澡洗")).isEmpty();
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
                "3号楼的热水器坏了",
                "综采一队零点班这个月连着延点",
                "金属网和单体柱不够")) {
            assertThat(Identifying.in(harmless)).as(harmless).isEmpty();
        }
    }

    private static void assertFound(Kind kind, String text, String words) {
        assertThat(Identifying.in(text))
                .as(text)
                .anyMatch(piece -> piece.kind() == kind && piece.words().contains(words));
    }

    @Test
    void letters_without_a_digit_are_no_number_of_anybody() {
        assertThat(Identifying.in("几点有热水zcjbxxap？")).isEmpty();
        assertThat(Identifying.in("几点有热水zkvmnqjjv？")).isEmpty();
        assertThat(Identifying.in("工号是三零五一八的那位")).extracting(Piece::kind).containsExactly(Kind.NUMBER);
    }
}
