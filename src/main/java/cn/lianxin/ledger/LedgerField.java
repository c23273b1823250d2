package cn.lianxin.ledger;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column of a ledger may mean, and the names that offices give it; what means nothing here is kept all the same. */
enum LedgerField {
    FILED_AT("反映时间 反映日期 时间 日期 登记时间 登记日期 受理时间 来访时间 来信时间 诉求时间 raised raisedon date filed filedat time"),
    TITLE("标题 主题 题目 诉求标题 title subject"),
    CONTENT("反映内容 内容 诉求内容 诉求 说的事 主要内容 反映问题 words content text message description"),
    NUMBER("编号 诉求编号 序号 受理编号 登记编号 登记号 工单号 number no id case casenumber"),
    REPORTER("反映人 姓名 诉求人 来访人 来信人 职工姓名 worker name reporter person"),
    STAFF_NUMBER("工号 职工号 员工号 staffnumber employeenumber"),
    MODE("是否匿名 实名情况 署名方式 anonymous namegiven"),
    UNIT("单位 区队 反映单位 所在单位 部门 班组 unit district department"),
    UNIT_CODE("单位编码 单位代码 unitcode"),
    MATTER("事项 类别 事项类别 诉求类别 问题类别 matter category"),
    KIND("类型 诉求类型 kind type"),
    CHANNEL("渠道 来源 诉求渠道 反映渠道 channel source"),
    PLACE("地点 位置 place location"),
    REPLY("答复意见 答复内容 答复 办理结果 处理结果 处理意见 回复 回复内容 办理意见 reply answer result opinion"),
    REPLY_REQUEST("答复请求 诉求请求 request"),
    REPLY_FACTS("事实与理由 事实和理由 调查情况 facts factsandreasons"),
    REPLY_BASIS("依据 答复依据 政策依据 basis"),
    OUTCOME("答复结论 结论 outcome"),
    AMOUNT("补发或退还金额 金额 金额元 补发金额 退还金额 兑付金额 发放金额 amountinyuan amount yuan"),
    REPLIED_AT("答复时间 答复日期 回复时间 回复日期 办理时间 办结时间 办结日期 replied repliedon repliedat replydate");

    private final List<String> names;

    LedgerField(String names) {
        this.names = List.of(names.split(" "));
    }

    /** How good a name for this field the heading is, smallest best; as large as an int gets where it is none. */
    int rank(String heading) {
        var at = names.indexOf(normal(heading));
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** Without these a row says nothing or not when. */
    boolean required() {
        return this == FILED_AT || this == CONTENT;
    }

    /** Those that every office has; the others are offered below. */
    boolean common() {
        return ordinal() <= REPORTER.ordinal() || this == UNIT || this == MATTER || this == REPLY || this == REPLIED_AT;
    }

    static List<LedgerField> all() {
        return Arrays.asList(values());
    }

    private static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
