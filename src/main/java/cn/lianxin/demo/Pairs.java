package cn.lianxin.demo;

import cn.lianxin.concern.ConcernState.ReviewOutcome;
import java.util.List;
import java.util.Map;

/** Phrases that belong together: why something is declined and where to turn; why a review is asked for and what it finds. */
record Pairs(Wording wording) {

    private static final List<Map.Entry<String, String>> WHERE_TO_TURN = List.of(
            Map.entry("法院", "县法院"),
            Map.entry("邻居", "司法所可以调"),
            Map.entry("复查", "等复查机关"),
            Map.entry("商铺", "市场监管"),
            Map.entry("借款", "私人借款"),
            Map.entry("社保", "社保大厅"),
            Map.entry("仲裁", "仲裁员"),
            Map.entry("没有说是哪里", "补上地点"),
            Map.entry("公路", "12345"),
            Map.entry("升学", "教育局"),
            Map.entry("不是本公司", "对方单位"));

    private static final List<Map.Entry<String, String>> FINDINGS = List.of(
            Map.entry("夜班", "小本子"),
            Map.entry("谈过话", "没人找他谈"),
            Map.entry("老样子", "整改只做了一半"),
            Map.entry("前年的", "旧规定"),
            Map.entry("一样的情况", "同类情况"),
            Map.entry("连襟", "亲属关系"),
            Map.entry("证人名单", "四位证人"),
            Map.entry("借调", "借调半年"),
            Map.entry("重新交的", "材料补充后"),
            Map.entry("太轻", "处理与同类"));

    String whereToTurnAfter(String reason) {
        return wording.with("decline_where", partner(WHERE_TO_TURN, reason, "提出异议"));
    }

    String findingOn(String reason) {
        return wording.with("review_opinion", partner(FINDINGS, reason, "答复不全"));
    }

    static ReviewOutcome outcomeOf(String finding) {
        if (finding.contains("维持")) {
            return ReviewOutcome.UPHELD;
        }
        return finding.contains("撤销") || finding.contains("不成立") || finding.contains("换人")
                ? ReviewOutcome.SET_ASIDE
                : ReviewOutcome.CHANGED;
    }

    private static String partner(List<Map.Entry<String, String>> pairs, String phrase, String otherwise) {
        return pairs.stream()
                .filter(pair -> phrase.contains(pair.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }
}
