package cn.lianxin.platform.identifying;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The signs of a number that leads to somebody: its shape, what words like 工号 or 微信 stand near it, and what rules say of it. */
final class NumberLooks {

    private static final List<Pattern> NEAR = List.of(
            Pattern.compile("工号|职工号|员工号|识别卡|定位卡|人员卡|灯牌|灯号|胸牌|工牌|编号|编码|卡号|考勤号|人卡|矿灯|灯架|标识卡|饭卡|一卡通"),
            Pattern.compile(
                    "微信|威信|薇信|薇号|微号|v信|weixin|wechat|wx|vx|qq|扣扣|企鹅|抖音|快手|视频号|支付宝|钉钉|微博|小红书|b站|邮箱|信箱|邮件|mail|球球|抠抠|扣号|账号|绿泡泡|加微"),
            Pattern.compile("银行|工资卡|卡号|账号|帐号|存折|农行|工行|建行|中行|农信|农商|邮储|打到|打进|开户|卡"),
            Pattern.compile("电话|手机|联系|打|拨|座机|号码|宅电|家里"),
            Pattern.compile("公寓|宿舍|单身楼|家属|小区|单元|号楼|栋|住|房间|室|楼|排|院|新村|家园|苑|寝室|床"),
            Pattern.compile("身份证|证件|证号|身份"),
            Pattern.compile("调度|办公|值班|热线|举报|监督|信访|投诉|服务|咨询|科|处|室|中心|站|公司|单位|厂家|公开|工会|纪委|保卫|订单|合同|设备|型号|单号|编号|文|第"));
    private static final Map<Kind, Pattern> OF_KIND = new EnumMap<>(Map.of(
            Kind.NUMBER,
            NEAR.get(0),
            Kind.ACCOUNT,
            NEAR.get(1),
            Kind.BANK,
            NEAR.get(2),
            Kind.PHONE,
            NEAR.get(3),
            Kind.ID,
            NEAR.get(5)));
    private static final String PARTS = ".-_ ·/";
    private static final int NOTHING = 0;

    private final String text;
    private final Cut cut;
    private final int[] classes;
    private final List<int[]> since;
    private final List<int[]> until;
    private final int[] begins;
    private final int[] ends;
    private final int[] digits;
    private final int[] shape;
    private final int[] sure;

    NumberLooks(Form form, Cut cut, int[] classes) {
        text = form.text;
        this.cut = cut;
        this.classes = classes;
        since = NEAR.stream().map(words -> Spans.since(text, words)).toList();
        until = List.of(Spans.until(text, NEAR.get(0)), Spans.until(text, NEAR.get(1)), Spans.until(text, NEAR.get(4)));
        begins = new int[text.length()];
        ends = new int[text.length()];
        digits = new int[text.length()];
        shape = new int[text.length()];
        sure = Spans.of(form, Recognizer.numbers(form.original));
        runs(form.inDigits().text);
    }

    /** Digits and letters in a row, with single signs between them. */
    private void runs(String inDigits) {
        for (int from = 0, to; from < text.length(); from = Math.max(to, from + 1)) {
            to = from;
            while (to < text.length() && goesOn(inDigits, from, to)) {
                to++;
            }
            var figures = 0;
            var letters = 0;
            var form = new StringBuilder();
            for (var at = from; at < to; at++) {
                var is = Character.isDigit(inDigits.charAt(at)) ? classes[at] == '0' ? '0' : 'n' : (char) classes[at];
                figures += is == '0' || is == 'n' ? 1 : 0;
                letters += is == 'a' ? 1 : 0;
                if (form.length() < 7 && (form.isEmpty() || form.charAt(form.length() - 1) != is)) {
                    form.append(is);
                }
            }
            for (var at = from; at < to; at++) {
                begins[at] = from;
                ends[at] = to;
                digits[at] = figures;
                shape[at] = form.toString().hashCode() * 128 + Math.min(figures, 20) * 6 + Math.min(letters, 5) | 1;
            }
        }
    }

    private boolean goesOn(String inDigits, int from, int at) {
        return isPart(inDigits, at)
                || at > from
                        && at + 1 < text.length()
                        && PARTS.indexOf(text.charAt(at)) >= 0
                        && isPart(inDigits, at + 1);
    }

    private boolean isPart(String inDigits, int at) {
        return Character.isDigit(inDigits.charAt(at)) || classes[at] == 'a';
    }

    void at(int at, Signs signs) {
        signs.add(300, since.get(1)[at] < 6 ? 1 : since.get(1)[at] < 12 ? 2 : 3, classes[at]);
        signs.add(301, since.get(0)[at] < 6 ? 1 : 0, classes[at]);
        signs.add(302, sure[at]);
        signs.add(303, Spans.at(sure, at - 1), sure[at]);
        signs.add(304, sure[at], Spans.at(sure, at + 1));
        if (shape[at] != NOTHING) {
            inRun(at, signs);
        }
    }

    private void inRun(int at, Signs signs) {
        int from = begins[at];
        int length = digits[at];
        signs.add(310, shape[at]);
        signs.add(311, length, Math.min(at - from, 3));
        int nearest = -1;
        int best = Spans.FAR;
        for (var which = 0; which < since.size(); which++) {
            var distance = since.get(which)[at];
            if (distance < Spans.FAR) {
                signs.add(312, which, Spans.step(distance - (at - from)), classes[at]);
                signs.add(313, which, shape[at]);
                signs.add(314, which, length);
                nearest = distance < best ? which : nearest;
                best = Math.min(best, distance);
            }
        }
        int ahead = (until.get(0)[at] < 8 ? 1 : 0) + (until.get(1)[at] < 8 ? 2 : 0) + (until.get(2)[at] < 6 ? 4 : 0);
        char before = Looks.character(text, from - 1);
        signs.add(315, nearest, shape[at]);
        signs.add(316, nearest, classes[at], length);
        signs.add(317, ahead, shape[at]);
        signs.add(318, ahead, nearest, length);
        signs.add(319, before, Looks.character(text, from - 2), length);
        signs.add(320, before, shape[at]);
        signs.add(321, Spans.at(cut.word, from - 1), length);
        signs.add(322, Looks.character(text, ends[at]), length);
        signs.add(323, Looks.character(text, ends[at]), Looks.character(text, ends[at] + 1));
        signs.add(324, Spans.at(cut.word, from - 1), Looks.character(text, from - 2), classes[at]);
    }

    /** Which kind this number is by the word that stands nearest before it, or behind. */
    static Kind likeliest(Piece number, String text) {
        var before = Form.folded(text.substring(Math.max(0, number.from() - 14), number.from())).text;
        var behind = Form.folded(text.substring(number.to(), Math.min(text.length(), number.to() + 8))).text;
        return kindBy(before, true).or(() -> kindBy(behind, false)).orElse(Kind.NUMBER);
    }

    private static Optional<Kind> kindBy(String words, boolean last) {
        return OF_KIND.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), distance(words, entry.getValue(), last)))
                .filter(entry -> entry.getValue() < Spans.FAR)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static int distance(String words, Pattern pattern, boolean last) {
        return pattern.matcher(words)
                .results()
                .mapToInt(found -> last ? words.length() - found.end() : found.start())
                .min()
                .orElse(Spans.FAR);
    }
}
