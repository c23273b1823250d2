package cn.lianxin.platform.identifying;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whole names: a surname and one or two characters that are no word, where a dictionary takes them for a name, or somebody is
 * spoken of before or behind them, or they stand in a row with others. Each sign counts; one alone is not enough.
 */
final class Names {

    private static final int ENOUGH = 3;

    private static final String HE = "职工|员工|工人|工友|同事|工长|师傅|师父|徒弟|队员|班员|组员|组长|党员|团员|青工|矿工|学员|老乡|搭档|对象|舍友|室友|姓名|名字|大名|真名|叫做?|名叫|联系人|经办人|负责人|当事人|投诉人|举报人|反映人|申请人|证明人|收款人|开户人|户主|户名|承办人|受理人|处理人|责任人|签收人|伤者|伤员|死者|患者|家属|本人|我是|他是|她是|我叫|老婆|媳妇|妻子|丈夫|爱人|儿子|女儿|父亲|母亲|爸爸?|妈妈?|哥哥?|弟弟?|姐姐?|妹妹?|侄子|外甥|同志|[司电钳焊车]机?工?|支护工|皮带工|检修工|维修工|机修工|采煤工|掘进工|采煤机司机|经手人|顶替|代替|替";
    private static final Pattern BEFORE =
            Pattern.compile("(?:" + HE + "|" + Callings.POSTS + ")(?:名?[是为:：“\"( （、]{0,2})$");
    private static final Pattern WITH = Pattern.compile("(?:和|跟|与|给|让|被|找|问|替|帮|对|向|由|是|把|叫|请|同|及|[、,，:：(（“\"])$|^$");

    private static final Pattern BEHIND = Pattern.compile("^[”\" ]?(?:" + Callings.POSTS + "|" + Callings.KIN
            + "|同学|说|讲|骂|告诉|表示|反映|投诉|举报|答应|负责|签的?字|签收|安排|打了?人|打我|扣我|扣了|克扣|管着|带班|值班|当班|接的?电话|家(?:里|的|住)|的(?:电话|手机|身份证|工号|银行卡|工资|卡|号|名字|家|老婆|媳妇|孩子|爱人|宿舍|床|房|微信|车|账号|奖金|名额|亲戚|侄子|小舅子|关系)|本人|自己|夫妇|两口子|等[两三四五六七八九十\\d]|[一二两三四五六七八九十]人|受伤|工伤|住院|病故|去世|离职|退休|调走|请假|旷工|电话|手机|身份证|工号|微信|卡号|账号|[男女][,，、 ])");
    private static final Pattern AFTER = Pattern.compile("^(?:[,，。;；、!！?？)）”\"\\s:：]|$|和|跟|与|在|的|已|没|不|也|就|都|还|又|又是|今年|去年|昨天|今天|当时|从|把|被|因|要|把|来|去|一个人|同|及|是)");

    private static final Pattern NO_PLACE = Pattern.compile("^(?:矿|煤|庄|村|镇|县|市|乡|屯|沟|集团|公司|小区|路|街|井田|站|厂|社区|风井|副井|主井|选煤|洗煤|隧道|水库|河|工业园)");

    private static final String NOT_GIVEN = "的了是在不我你他她它们这那有没就都也很把被让给和跟与或但而则且因为所以吗呢吧啊呀哦么什怎谁哪几多少个些每各到从对于以及其此上下里外前后左右中间内时候说讲看听问答走来去做干打吃喝睡想要会能可该应须得再又还只才刚已曾将正着过完到不没队班组区科部处室矿厂井巷面层楼号米吨元块钱人工天年月周点分秒次件台套根条把张车间段线网电话机器煤岩石水气风火瓦斯钻架泵阀管绳索链带轮轴缸筒杆柱梁板箱柜灯帽鞋衣服饭菜票卡证表单本章程度率数量值比例标准规定制度办法通知文件方案措施计划报告申请";

    private record Candidate(int from, int to, int worth) {}

    private Names() {}

    static List<Piece> in(Form close) {
        var text = close.text;
        var words = Words.of(text);
        var found = new ArrayList<Candidate>();
        for (var at = 0; at + 1 < text.length(); at++) {
            var surname = Surnames.lengthAt(text, at);
            for (var given = 1; surname > 0 && given <= 2 && at + surname + given <= text.length(); given++) {
                var to = at + surname + given;
                var worth = worth(text, at, surname, to, words);
                if (worth > 0) {
                    found.add(new Candidate(at, to, worth));
                }
            }
        }
        return accepted(found, text).stream()
                .map(one -> close.piece(Kind.NAME, one.from(), one.to()))
                .toList();
    }

    private static List<Candidate> accepted(List<Candidate> found, String text) {
        var kept = new ArrayList<Candidate>();
        found.stream()
                .sorted(Comparator.comparingInt(Candidate::worth)
                        .reversed()
                        .thenComparing(Comparator.<Candidate>comparingInt(one -> one.to() - one.from())
                                .reversed()))
                .filter(one -> one.worth() >= ENOUGH)
                .filter(one -> kept.stream().noneMatch(other -> one.from() < other.to() && other.from() < one.to()))
                .forEach(kept::add);
        // Who stands in a row with somebody is somebody too.
        for (var row = 0; row < 5; row++) {
            found.stream()
                    .filter(one -> one.worth() >= ENOUGH - 2)
                    .filter(one -> kept.stream().noneMatch(other -> one.from() < other.to() && other.from() < one.to()))
                    .filter(one -> kept.stream().anyMatch(other -> inRow(one, other, text) || inRow(other, one, text)))
                    .max(Comparator.comparingInt(Candidate::worth)
                            .thenComparingInt(one -> one.to() - one.from()))
                    .ifPresent(kept::add);
        }
        return kept;
    }

    private static boolean inRow(Candidate one, Candidate next, String text) {
        return one.to() < next.from() && text.substring(one.to(), next.from()).matches("[、,，/ ]|和|跟|与|还有|以及");
    }

    private static int worth(String text, int from, int surname, int to, Words words) {
        var name = text.substring(from, to);
        var given = name.substring(surname);
        if (!given.codePoints().allMatch(Character::isIdeographic)
                || given.chars().anyMatch(one -> NOT_GIVEN.indexOf(one) >= 0 && !Given.all(Character.toString(one)))
                || Surnames.isWord(name)
                || Glossary.begins(text, from)
                || Glossary.endsBefore(text, from + 1)
                || NO_PLACE.matcher(text.substring(to)).find()) {
            return 0;
        }
        var person = words.all().stream()
                .anyMatch(word -> word.person() && word.from() == from && word.to() == to);
        if (!person && words.isOtherwise(from, to)) {
            return 0;
        }
        var before = text.substring(Math.max(0, from - 10), from);
        var behind = text.substring(to, Math.min(text.length(), to + 10));
        var worth = person ? 3 : words.borders(from) ? 0 : -2;
        worth += Surnames.isCommon(name.charAt(0)) || surname > 1 ? 1 : -1;
        worth += Given.all(given) ? given.length() > 1 ? 1 : 0 : -1;
        worth += BEFORE.matcher(before).find() ? 2 : 0;
        worth += BEHIND.matcher(behind).find() ? 2 : 0;
        worth += WITH.matcher(before).find() && AFTER.matcher(behind).find() ? 1 : 0;
        worth -= words.borders(to) ? 0 : 1;
        return worth;
    }
}
