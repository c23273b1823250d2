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

    private static final String HE =
            "职工|员工|工人|工友|同事|工长|师傅|师父|徒弟|队员|班员|组员|组长|党员|团员|青工|矿工|学员|老乡|搭档|对象|舍友|室友|姓名|名字|大名|真名|叫做?|名叫|联系人|经办人|负责人|签字人|签名人|领取人|值班人|当事人|投诉人|举报人|反映人|申请人|证明人|收款人|开户人|户主|户名|承办人|受理人|处理人|责任人|签收人|伤者|伤员|死者|患者|家属|本人|我是|他是|她是|我叫|老婆|媳妇|妻子|丈夫|爱人|儿子|女儿|父亲|母亲|爸爸?|妈妈?|哥哥?|弟弟?|姐姐?|妹妹?|侄子|外甥|同志|司机|电工|钳工|焊工|车工|支护工|皮带工|检修工|维修工|机修工|采煤工|掘进工|采煤机司机|经手人|顶替|代替|替";
    private static final Pattern BEFORE =
            Pattern.compile("(?:" + HE + "|" + Callings.POSTS + "|" + Callings.JOBS + ")(?:名?[是为:：“\"( （、]{0,2})$");
    private static final Pattern WITH = Pattern.compile(
            "(?:和|跟|与|给|让|被|找过?|问过?|替|帮|对|向|由|是|把|叫|请|同|及|就|但|而|连|联系|通知|转告|告诉|询问|咨询|感谢|谢谢|表扬|举报|投诉|反映|听说?|得知|怪|都怪|批评|点名|只有|没有|有|写|写成|是不是|由|归|替|举报|揭发|检举|上|看见|看到|碰见|遇到|喊|求|等|陪|送|带|还有|比如|例如|[、,，:：(（“\"])$|^$");

    private static final Pattern BEHIND = Pattern.compile(
            "^[”\" ]?(?:" + Callings.POSTS + "|" + Callings.JOBS + "|" + Callings.KIN
                    + "|同学|说|讲|骂|告诉|表示|反映|投诉|举报|答应|负责|签的?字|签收|安排|打了?人|打我|扣我|扣了|克扣|管着|带班|值班|当班|接的?电话|家(?:里|的|住)|代签|代领|代打卡|亲手|亲口|亲自|顶[我替撞]|替我|动手|被[罚打调骂扣撤开]|上回|上次|上个月|查得|医术|带的|[,，、( （]?[男女][,，、]|一个[男女]的|的(?:大名|小名|工伤|奖金|考勤|年休|调休|探亲|合同|档案|社保|公积金|医保|退休|补助|补贴|津贴|抚恤|公积|名下|事|话|脾气|态度|病|腿|手|胳膊|眼睛|职称|学历|证)|的(?:电话|手机|身份证|工号|银行卡|工资|卡|号|名字|家|老婆|媳妇|孩子|爱人|宿舍|床|房|微信|车|账号|奖金|名额|亲戚|侄子|小舅子|关系)|这(?:个)?名字|班组|是(?:我们?|咱们?|俺们?|他们)|是[一-鿿]{0,6}(?:员|长|工|司机|师傅)|本人|自己|夫妇|两口子|等[两三四五六七八九十\\d]|[一二两三四五六七八九十]人|受伤|工伤|住院|病故|去世|离职|退休|调走|请假|旷工|电话|手机|身份证|工号|微信|卡号|账号|[男女][,，、 ])");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:[,，。;；、!！?？)）”\"\\s:：]|$|和|跟|与|在|的|已|没|不|也|就|都|还|又|又是|今年|去年|昨天|今天|昨晚|前天|当时|上[个次回月周]|下[个月周]|刚|亲|查|打|顶|帮|拿|收|睡|喝|偷|写|签|当|管|开|调|跑|走|回|进|干|做|看|教|送|占|抢|骗|撞|摔|伤|病|老是|总是|天天|经常|每|家|一家|们?两|等|才|再|能|会|想|要|报|申|搬|住|欠|借|从|把|被|因|要|把|来|去|一个人|同|及|是)");

    private static final Pattern NO_PLACE =
            Pattern.compile("^(?:那边|矿|煤|庄|村|镇|县|市|乡|屯|沟|集团|公司|小区|路|街|井田|站|厂|期|时段|社区|风井|副井|主井|选煤|洗煤|隧道|水库|河|工业园)");

    private static final String NOT_GIVEN =
            "的了是在不我你他她它们这那有没就都也很把被让给和跟与或但而则且因为所以吗呢吧啊呀哦么什怎谁哪几多少个些每各到从对于以及其此上下里外前后左右中间内时候说讲看听问答走来去做干打吃喝睡想要会能可该应须得再又还只才刚已曾将正着过完到不没队班组区科部处室矿厂井巷面层楼号米吨元块钱人工天年月周点分秒次件台套根条把张车间段线网电话机器煤岩石水气风火瓦斯钻架泵阀管绳索链带轮轴缸筒杆柱梁板箱柜灯帽鞋衣服饭菜票卡证表单本章程度率数量值比例标准规定制度办法通知文件方案措施计划报告申请";

    /** Who begins with one of these is spoken of before, or it is no name: 和安全. */
    private static final String UNLIKELY = "来祝位段那成勾涂保房管和于向从应都那要后全代双别公能连支干通普时查关万单费车莫";

    /** A word that is a name as well needs more than one sign: 让高峰顶我的班. */
    private static final Pattern LED =
            Pattern.compile("(?:" + HE + "|" + Callings.POSTS + "|叫|找|跟|给|让|被|问|替|问过|找过|由|是|和|就|把|、|^|[,，。：:（(])$");

    /** Of these things there is more talk than of people called so. */
    private static final String THINGS = "钱米金车路水门井班边黄左费包项叶安盖谷滑沿秋高管武常方石孔温柴田苗陆";

    /** Of these surnames there is little else to say. */
    private static final String TOP =
            "王李张刘陈杨赵吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛阎余潘杜戴汪姜范姚谭廖邹熊郝邱秦侯邵孟尹黎乔贺赖龚庞樊殷陶翟倪严芦俞鲁葛韦聂邢岳祁耿詹凌纪靳盛童欧甄裴屈鲍覃翁甘柏柯阮桂闵解饶刁瞿戚滕邬肖闫苟廉娄穆郜栾窦敖鄢卓蔺冼佟鞠荆谌阚骆缪裘荀芮";

    static boolean isTop(char surname) {
        return TOP.indexOf(surname) >= 0;
    }

    private static final String MEASURED_BY = "张周";

    /** In names far more often than in words. */
    private static final String PERSONAL =
            "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛超霞刚桂鹏飞斌宇浩凯健俊帆亮婷莉燕梅玲琴萍晶雪娥凤兰英华国志建福贵祥瑞玉珍淑彪虎龙洁鑫豆诺轩欣怡佳嘉琪喜锁栓拴柱仓翠秋梓涵浩媛莉丹依晨曦俊博皓昊";

    /** Hardly anybody is called so. */
    private static final String HARDLY = "班区员那米井水后来都位才说";

    private static final Pattern CALLED_SO = Pattern.compile("(?:姓名|名字|大名|真名|叫做?|名叫|我是|他是|她是)(?:是|为|[:：“\" ]){0,2}$");

    private static final String FUNCTION = "得能才和有发来开进先无全起长大放超顶达设关一二三四五六七八九";

    private static final Pattern COUNTED =
            Pattern.compile("[一二三四五六七八九十两几半][天年月成米块元个]|安全|白天|重新|检查|开放|发现|成本|一致|通勤|格子|关怀|改成|补签|补登|医院|公开");

    private static final Pattern NO_NAME =
            Pattern.compile(Callings.KIN + "|" + Callings.POSTS + "|" + Callings.JOBS + "|[起出下过上回进]来|某某?|总");

    /** 代主任 is no 代主. */
    private static final Pattern TITLED = Pattern.compile("^(?:" + Callings.POSTS + "|" + Callings.KIN + ")");

    /** 高家梁, 金鸡滩. */
    private static final Pattern PLACES = Pattern.compile("家[梁川塔沟峁湾坪塬堡庄村河坡台岔渠畔滩营寨屯店岭]$|[滩峁塬畔岔渠]$");

    /** 贴张新的, 两张, 下周. */
    private static final Pattern MEASURED = Pattern.compile("[一二两三四五六七八九十几这那每半下上本贴拍开写发打领交填补换印复画\\d]$");

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
                    .max(Comparator.comparingInt(Candidate::worth).thenComparingInt(one -> one.to() - one.from()))
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
        var person = words.isPerson(from, to);
        if (isNone(text, from, name, given, to)) {
            return 0;
        }
        var before = text.substring(Math.max(0, from - 10), from);
        var behind = text.substring(to, Math.min(text.length(), to + 10));
        var called = BEFORE.matcher(before).find();
        var acts = BEHIND.matcher(behind).find();
        var spokenOf = called || acts;
        var led = WITH.matcher(before).find();
        var followed = led && AFTER.matcher(behind).find();
        var likely = Given.isWord(given) || Given.all(given) || Given.inNames(given);
        var whole = words.borders(from) && words.borders(to);
        var near = person || words.meetsPerson(from, to);
        var personal = given.chars().anyMatch(one -> PERSONAL.indexOf(one) >= 0)
                && (near || followed || given.length() > 1 && likely && whole);
        var first = name.charAt(0);
        if (MEASURED_BY.indexOf(first) >= 0 && MEASURED.matcher(before).find() && !called && !personal
                || "从和".indexOf(first) >= 0 && !acts && !(personal && called)
                || COUNTED.matcher(given).matches()
                        && !(Given.isWord(given) && spokenOf)
                        && !(TOP.indexOf(first) >= 0 && (followed || spokenOf))
                || HARDLY.indexOf(first) >= 0 && !CALLED_SO.matcher(before).find()
                || given.length() == 1
                        && (THINGS.indexOf(first) >= 0 || FUNCTION.contains(given))
                        && !spokenOf
                        && !personal
                || THINGS.indexOf(first) >= 0 && !spokenOf && !led && !personal
                || UNLIKELY.indexOf(first) >= 0 && !spokenOf && !personal) {
            return 0;
        }
        if (given.length() > 1
                && !person
                && !(spokenOf && TOP.indexOf(first) >= 0)
                && PERSONAL.indexOf(name.charAt(name.length() - 1)) < 0
                && words.isWord(from, to - 1)) {
            return 0;
        }
        var word = Surnames.isWord(name) || !person && words.isOtherwise(from, from + surname, to);
        if (word
                && !(likely && spokenOf && LED.matcher(before).find())
                && !(personal && (followed || spokenOf || near))) {
            return 0;
        }
        var common = TOP.indexOf(first) >= 0 || surname > 1;
        if (!person && !spokenOf && !followed && !(given.length() > 1 && likely && (whole || near && common))) {
            return ENOUGH - 2;
        }
        var worth = person ? 3 : near ? 2 : words.borders(from) || led && !before.isEmpty() ? 0 : -2;
        worth += surname > 1 ? 2 : Surnames.isCommon(first) ? 1 : -1;
        worth += likely ? given.length() > 1 ? 1 : personal ? 1 : 0 : common && led && (followed || spokenOf) ? 0 : -2;
        worth += called ? 3 : 0;
        worth += acts ? 2 : 0;
        worth += followed ? 1 : 0;
        worth += words.borders(to)
                ? words.borders(from) && given.length() > 1 ? 1 : 0
                : near || common && likely && given.length() > 1 ? 0 : -1;
        return worth;
    }

    /** What can be no name, whoever is spoken of. */
    private static boolean isNone(String text, int from, String name, String given, int to) {
        return !given.codePoints().allMatch(Character::isIdeographic)
                || !Given.isWord(given)
                        && given.chars()
                                .anyMatch(one -> NOT_GIVEN.indexOf(one) >= 0 && !Given.all(Character.toString(one)))
                || PLACES.matcher(name).find()
                || name.matches("和[老小大阿].*")
                || TITLED.matcher(text)
                        .region(to - given.length(), text.length())
                        .lookingAt()
                || name.charAt(0) == '和' && Surnames.lengthAt(text, from + 1) > 0 && given.length() == 1
                || given.length() > 1
                        && given.charAt(0) == '和'
                        && given.charAt(1) != '平'
                        && ("老小大阿".indexOf(given.charAt(1)) >= 0 || Surnames.lengthAt(given, 1) > 0)
                || NO_NAME.matcher(given).matches()
                || given.length() == 1 && from > 0 && "小老大阿".indexOf(text.charAt(from - 1)) >= 0
                || Glossary.begins(text, from)
                || Glossary.endsBefore(text, from + 1)
                || NO_PLACE.matcher(text).region(to, text.length()).lookingAt();
    }
}
