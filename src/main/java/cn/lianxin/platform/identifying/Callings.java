package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How people call somebody so that it is one person: a surname with an office that one person has (王矿长), or a byname with his post or place
 * (绞车司机大刘). 老张 and 张师傅 alone are nobody yet.
 */
final class Callings {

    static final String POSTS =
            "(?:副|正|总支|支部|党总支|党委|党支部|工会|常务|生产|安全|机电|跟班|值班|原|代)?(?:队长|班长|矿长|科长|部长|处长|主任|书记|经理|工长|组长|厂长|站长|所长|院长|区长|段长|场长|局长|股长|主席|总工程师|总工|总监|主管|队副|班副|副总|副区|副队|副科|副矿|副部|指导员|政委|教导员|护士长|厨师长|校长|园长|秘书|干事|总调|大班长|调度长|部门长)";
    static final String JOBS =
            "(?:会计|出纳|干事|工程师|技术员|安全员|安检员|安监员|瓦检员|瓦检工|瓦斯员|放炮员|爆破员|验收员|材料员|核算员|考勤员|调度员|办事员|库管员|管理员|资料员|保管员|测风员|收费员|炊事员|服务员|保洁员|信号工|把钩工|支架工|打眼工|支护工|皮带工|检修工|维修工|机修工|绞车工|泵工|司机|电工|钳工|焊工|宿管|大夫|医生|护士|教练|律师|保安)";
    static final String KIN = "师傅|师父|师兄|师弟|大哥|大姐|大叔|大爷|大妈|大娘|大嫂|阿姨|同志|先生|女士|小姐|老师|老弟|兄弟|哥|姐|叔|婶|嫂|姨";

    private static final String SURNAME = Surnames.BEFORE_A_TITLE;

    /** Those of whom one says 老王 and 王队: none that makes a word of it. */
    private static final String FAMILIAR =
            "王李张刘陈杨赵黄吴周徐孙胡朱林郭罗梁宋郑谢韩唐冯董曹袁邓许沈彭吕苏蒋蔡贾丁魏薛潘杜姜谭廖邹熊郝崔邱秦侯邵孟阎闫樊乔贺龚庞翟齐申卢傅程肖耿牛葛裴霍卫岳靳武高马何田任范陆史龙段雷钱汤尹方余叶夏钟金毛常万顾白";

    private static final String OFFICE = "(?:" + POSTS + "|会计|出纳|技术员|工程师|医生|大夫|医师|律师|教练|库管|宿管)(?!办|级|们|信箱|室)";

    /** 王队, 李科: of those alone whose names make no word of it. */
    private static final String SHORT =
            "队(?![长伍员部组列里副友])|科(?![室长员学技研目普])|处(?![长理分罚在于境室所])|矿(?![长区井上山工务业产石难用副])|总(?![是共之体结要会额计量工部和理算裁有机包长觉说让得])";

    private static final Pattern WITH_OFFICE = Pattern.compile(
            "(?<it>(?![位车管单强连施门司])(?:" + SURNAME + ")(?:" + OFFICE + ")|[" + FAMILIAR + "](?:" + SHORT + "))");

    private static final String REGIONS = "(?:四川|山东|河南|河北|山西|陕西|东北|安徽|甘肃|贵州|云南|湖南|湖北|江苏|内蒙|重庆|大同|陕北|福建|广西)";
    private static final String REGION = REGIONS + "?";
    private static final String ODD =
            "(?:老[拐歪蔫黑幺大二三四五六七八九猫虎鬼抠倔犟闷怪皮贼狗毛瘸聋哑胖][头子哥鬼]?|小[辫黑胖四五六七八九不点辣钢个矮瘦虎牛毛豆蛋][子头点儿炮]?|大[头嘴炮牛眼脸脚胖黑个喇胡嗓舌背肚毛拿][子门巴头叭]?|[胖瘦黑白高矮秃光麻瘸聋哑疯独烂铁二三憨傻土闷][子姐哥嫂叔婶姨爷妞娃蛋牛狗虎猴头脸仔愣柱墩妹鬼熊猫]"
                    + "|[小老]" + REGIONS
                    + "|[狗铁毛石驴牛猪泥二三黑臭][蛋娃子毛剩柱栓锁胖]|万事通|百事通|一根筋|夜猫子|小诸葛|包打听|铁算盘|老油条|老顽固|二百五|马大哈|黑脸|阎王|包公|财神|活雷锋|[老大胖瘦黑](?:会计|中医|大姐|大哥|大妈|大爷|大嫂|光棍|哑巴)|"
                    + REGIONS
                    + "(?:大汉|佬|蛋子?|妹子?|婆娘|小子|侉子)|四眼|眼镜|[一-鿿]{1,2}(?:胡子|眼镜|脖子|嗓门|喇叭|辫子)|山炮|算盘|笑面虎|铁公鸡|活阎王|母老虎|酒鬼|烟枪|黑旋风|[一二三四五六七八九]哥|[猴耗豹]子|泥鳅|麻杆|[铁钢]嘴|炮仗|闷葫芦)";
    private static final String BYNAME = "(?:老[" + FAMILIAR
            + "](?!实|板|乡|师|人|是|区|化|旧)|小[" + FAMILIAR + "](?![时组心型学队车卖菜度温速压桥路处])|大[刘李张赵孙陈吴郑杨朱胡郭徐宋马王](?!旗|力|路)|["
            + FAMILIAR
            + "](?:姐|哥|嫂|婶|姨|叔|师傅?|大姐|大哥|工|胖子|瘸子|瞎子|麻子)|" + ODD + ")";

    private static final String PLACE =
            "(?:[一二三四五六七八九十\\d]?(?:食堂|澡堂|浴室|门岗|门卫|大门|医务室|灯房|矿灯房|充电房|充电室|更衣室|调度室|材料库|库房|仓库|泵房|水泵房|锅炉房|绞车房|变电所|配电室|机房|车间|车队|井口|副井|主井|绞车|皮带|机头|机尾|火药库|炸药库|小卖部|超市|宿管|公寓|理发|窗口|白案|红案|面案|收费|检身|把钩|人车|平车|猴车|铲车|叉车|吊车|班车|通勤车|洗衣房|招待所|图书室|磅房|煤场|筛分楼|选矸楼|劳资|财务|工会|后勤)"
                    + "|[一-鿿\\d]{1,4}(?:队|(?<![值早中晚夜白上下])班|组|科|车间|区队|厂|房|站|库|室|处|段)|" + JOBS + "|" + POSTS
                    + "|[开看打管卖发收送烧守修搓验扫切炒洗][一-鿿]{1,3}的)";

    private static final Pattern AT_HIS_PLACE =
            Pattern.compile("(?<it>" + PLACE + "(?:的|那个|上的|里的|有个|姓)?" + REGION + BYNAME + ")(?![一-鿿]?[庄村屯沟矿])");

    private static final Pattern ANY_BYNAME = Pattern.compile(
            "(?<it>" + PLACE + "(?:的|那个|上的|里的|有个|姓)?" + REGION
                    + "(?<by>[老小大阿胖瘦黑白憨傻愣犟倔歪秃麻铁红黄花瞎聋哑疯高矮][一-鿿]{1,2}?|[二三](?![个天间倍台次名人条分班点号块元])[一-鿿]{1,2}?|[一-鿿&&[^一二三四五六七八九十两几个那这是在了着过的有没就也还都有跟和]]{1,2}?[子哥姐嫂叔婶姨爷头毛鬼蛋牛狗虎猫猴精仙妹娃婆佬胖瘸眼嘴腿脸鼻牙嗓筒枪炮丫包公通筋娘爹弟伯]))(?=把|在|不|没|也|天天|总|说|又|给|对|从|偷|睡|喝|骂|打|少|老|就|还|被|的|管|收|让|叫|是|上|下|开|拿|要|发|卖|跟|和|动|,|，|。|：|:|半夜|昨|今|一|每|经常|真|很|人)");

    private static final Pattern BESIDE_HIS_NUMBER = Pattern.compile(
            "(?<it>" + ODD + ")(?:的|他|她)?(?:电话|手机|号码?|微信|联系方式)?(?:是|[:：,，])?\\s?[\\d〇零一二三四五六七八九幺壹叁]{3}");

    private static final Pattern SAID_TO_BE = Pattern.compile(
            "(?:外号|绰号|诨号|诨名|人称|人送外号)(?:叫做?|是|为|[:：“\"「『 ‘']){0,3}(?<it>[一-鿿]{2,4}?)(?=[”\"」』’'])|(?:外号|绰号|人称)(?:叫做?|是)?[一-鿿]{2,4}?的(?:那个|那位)?(?:"
                    + POSTS + "|" + JOBS + ")");

    private Callings() {}

    static List<Piece> in(Form close) {
        var words = Words.of(close.text);
        var offices = WITH_OFFICE
                .matcher(close.text)
                .results()
                .filter(found -> begins(close.text, found.start(), words))
                .map(found -> close.piece(Kind.NICKNAME, found.start(), found.end()));
        return Stream.of(
                        offices,
                        close.find(Kind.NICKNAME, AT_HIS_PLACE),
                        close.find(Kind.NICKNAME, BESIDE_HIS_NUMBER),
                        beside(close, words),
                        close.find(Kind.NICKNAME, SAID_TO_BE))
                .flatMap(one -> one)
                .toList();
    }

    /** 食堂老蔫, 绞车司机黑牛: whatever stands there between his post and what he does, and is no word. */
    private static Stream<Piece> beside(Form close, Words words) {
        return ANY_BYNAME
                .matcher(close.text)
                .results()
                .filter(found -> words.borders(found.start("by"))
                        && words.isBroken(found.start("by"), found.end("by"))
                        && !Glossary.begins(close.text, found.start("by")))
                .map(found -> close.piece(Kind.NICKNAME, found.start("it"), found.end("it")));
    }

    /** 保卫科长 has no 卫, 企管科长 no 管: nobody is called from within a word. */
    private static boolean begins(String text, int at, Words words) {
        return words.borders(at) && !Glossary.endsBefore(text, at + 1) && !Glossary.begins(text, at);
    }
}
