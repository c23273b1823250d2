package cn.lianxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pairs as people would judge them; the limit lies between them. */
class NearnessTest {

    private static final List<String[]> ALIKE = List.of(
            new String[] {"澡堂晚班下来没热水，连着四天了", "澡堂晚班没有热水怎么办？"},
            new String[] {"夜班补贴这个月没发", "夜班补贴什么时候发？"},
            new String[] {"请问年休假怎么申请，找谁批", "年休假怎么申请？"},
            new String[] {"班车早上老是晚到，赶不上班前会", "早上班车晚到，班前会算不算迟到？"},
            new String[] {"我的公积金想提出来买房", "公积金买房怎么提取？"},
            new String[] {"ＢＡＴＨ 澡堂晚班沒有熱水", "澡堂晚班没有热水怎么办？"},
            new String[] {"矿灯充电架坏了好几个没人修", "矿灯充电架坏了找谁修？"});

    private static final List<String[]> UNLIKE = List.of(
            new String[] {"宿舍暖气不热", "澡堂晚班没有热水怎么办？"},
            new String[] {"队长让带病作业", "夜班补贴什么时候发？"},
            new String[] {"请问这个问题怎么解决，找谁管", "请问年休假怎么申请，该找谁？"},
            new String[] {"食堂的馒头发酸", "早上班车晚到，班前会算不算迟到？"},
            new String[] {"水", "澡堂晚班没有热水怎么办？"},
            new String[] {"", "澡堂晚班没有热水怎么办？"},
            new String[] {"😀😀😀🔥🔥", "澡堂晚班没有热水怎么办？"},
            new String[] {"The shuttle is late in the morning", "澡堂晚班没有热水怎么办？"},
            new String[] {"我们希望领导能解决一下这个问题", "我们希望领导解决反映的问题，怎么办理？"});

    @Test
    void what_people_call_alike_is_near_enough_and_what_they_do_not_is_not() {
        assertThat(ALIKE)
                .allSatisfy(pair ->
                        assertThat(Nearness.of(pair[0], pair[1])).as(pair[0]).isGreaterThanOrEqualTo(Nearness.ENOUGH));
        assertThat(UNLIKE)
                .allSatisfy(pair ->
                        assertThat(Nearness.of(pair[0], pair[1])).as(pair[0]).isLessThan(Nearness.ENOUGH));
    }
}
