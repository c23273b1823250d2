package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people call somebody: 王师傅, 老李, 张姐, 赵工, 外号大喇叭. */
final class Callings {

    static final String POSTS =
            "副?(?:队长|班长|矿长|科长|部长|处长|主任|书记|经理|工长|组长|厂长|站长|所长|院长|区长|段长|场长|局长|股长|主席|总工程师|总工|总监|主管|专员|干事|会计|出纳|工程师|技术员|安全员|安检员|安监员|瓦检员|瓦检工|瓦斯员|放炮员|验收员|材料员|核算员|考勤员|调度员|办事员|库管员|管理员|资料员|保管员|信号工|把钩工|支架工|司机|电工|钳工|焊工|宿管|大夫|医生|护士|老师|教练|律师|保安|队副|班副|跟班队长|值班长|值班员|带班|代班)";
    static final String KIN = "师傅|师父|师兄|师弟|大哥|大姐|大叔|大爷|大妈|大嫂|阿姨|同志|先生|女士|小姐|老板|老师|老弟|兄弟|哥|姐|叔|婶|嫂|姨|某某|某人|某|氏";

    /** Those of whom one says 老王 and 王工: none that makes a word of it. */
    private static final String FAMILIAR = "王李张刘陈杨赵黄吴周徐孙胡朱林郭罗梁宋郑谢韩唐冯董曹袁邓许沈彭吕苏蒋蔡贾丁魏薛潘杜姜谭廖邹熊郝崔邱秦侯邵孟阎闫樊乔贺龚庞翟齐申卢傅程肖耿牛葛裴霍卫岳靳武";

    private static final String SURNAME = Surnames.BEFORE_A_TITLE;

    private static final List<Pattern> ALL = Stream.of(
                    SURNAME + "(?:" + POSTS + ")",
                    "(?:" + SURNAME + "|[" + FAMILIAR + "])(?:" + KIN + ")(?![一-鿿]?[庄村屯沟])",
                    "老[" + FAMILIAR + "高马何田任范江陆白史龙段雷钱汤尹方石余叶夏钟金康毛常万顾](?!实|板|乡|师|人|是|百|区|化|旧|大家?|兴|年|天|厂|汉|店|家属)(?:头|家|哥|师傅|" + POSTS + ")?(?![一-鿿]?[庄村屯沟河矿山])",
                    "小[" + FAMILIAR + "高何范江陆夏马田叶余龙](?!苏打|时|于|心|组|型|[学区队班车]|扎|桥|围|务|压|度|温|速|处|路|说|粮|饭|瓦|米|豆|卖|伙)(?:子|哥|师傅|同志|" + POSTS + ")?(?![一-鿿]?[庄村屯沟河矿山])",
                    "大[刘李张赵孙陈吴郑杨朱胡郭徐宋](?!旗|家|小|概|量|口|风)(?:个|" + POSTS + ")?(?![一-鿿]?[庄村屯沟河矿山])",
                    "阿[强伟明华军勇辉斌飞龙杰亮刚峰东]",
                    "[" + FAMILIAR + "](?:工(?![一-鿿&&[作资人业序具种伤会时期艺况地匠龄休头商矿厂区棚装程]])|总(?![是共之体结要会额计量工部和理算裁有机包长觉])|队(?![长伍员部组列里副友])|科(?![室长员学技研目普])|班(?![长组车次子前后中里制副会委])|矿(?![长区井上山工务业产石难用副])|头儿|胖子|瘸子|瞎子|麻子|大个子?|大嘴|大炮|秃子|疯子|黑子|老大|老二|老三)")
            .map(Pattern::compile)
            .toList();

    private static final Pattern BYNAME = Pattern.compile(
            "(?:外号|绰号|诨号|诨名|小名|花名|人称|人送外号|都(?:管他)?叫他?|背地里叫)(?:叫做?|是|为|[:：“\"「『 ‘']){0,3}(?<it>[一-鿿]{2,5}?)(?=[”\"」』’'的,，。；;、!！?？ )）]|$|那个|这个|说|他|整天|天天|班长|队长|老是)");

    private static final String ODD =
            "(?:胖子|大胖|二胖|小胖|瘦子|瘦猴|黑子|老黑|黑脸|黑娃|二狗|狗蛋|狗子|铁蛋|铁柱|柱子|二柱|栓子|石头|石蛋|毛蛋|毛头|二愣子?|二虎|大牛|二牛|三娃|二娃|光头|秃头|麻子|四眼|眼镜|刀疤脸?|大嗓门|大喇叭|大炮|大嘴|大个子?|小个子|高个子?|矮子|小四川|小山东|小河南|小东北|四川佬|老烟枪|酒鬼|算盘|笑面虎|铁公鸡|活阎王|老抠|抠门|母老虎|一撮毛|络腮胡|小辫子|罗锅|哑巴|结巴|瘸子|黑旋风|猴子|耗子|老鼠|老虎|泥鳅|螃蟹|豹子|大头|二哥|三哥|四哥|五哥|六哥|七哥|老大|老二|老三|老四|老五|老六|老幺|老七|老八)";
    private static final Pattern ODD_POST = Pattern.compile(
            ODD + "(?:" + POSTS + "|师傅|大哥)|(?:" + POSTS + "|师傅)[“\"「『 ]?" + ODD + "(?![一-鿿]?[子头])");

    private Callings() {}

    static List<Piece> in(Form close) {
        var words = Words.of(close.text);
        var called = ALL.stream()
                .flatMap(pattern -> pattern.matcher(close.text).results())
                .filter(found -> begins(close.text, found.start(), words))
                .map(found -> close.piece(Kind.NICKNAME, found.start(), found.end()));
        return Stream.of(called, close.find(Kind.NICKNAME, BYNAME), close.find(Kind.NICKNAME, ODD_POST))
                .flatMap(one -> one)
                .toList();
    }

    /** 保卫科长 has no 卫, 企管科长 no 管: nobody is called from within a word. */
    private static boolean begins(String text, int at, Words words) {
        return words.borders(at) && !Glossary.endsBefore(text, at + 1);
    }
}
