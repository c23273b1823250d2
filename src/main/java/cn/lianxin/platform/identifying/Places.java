package cn.lianxin.platform.identifying;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where somebody sleeps, by the room; and a crew with its shift, by which a dozen people are known. Read in digits. */
final class Places {

    private static final String GAP = "[ ,，的在是·\\-—#/]{0,3}";
    private static final String COUNT = "(?:[1-9]?十[1-9]?|\\d{1,2})";
    private static final String ROOM =
            "(?:[1-9]\\d{2,3}|[1-9]百0?(?:[1-9]?十)?[1-9]?)(?![\\d.]|[年月日天元块吨米人个次分点小度平方户张台瓦kwm%万千架])(?:号)?(?:室|房间?|宿舍|寝室|门|户|屋)?(?:[ ]?-?\\d号?(?:床|铺)(?:位)?|[a-d]床)?";
    private static final String LIVED_IN = "(?:单身|职工|工人|青年|矿工|家属|住宅|集体|外协|公寓|宿舍|夫妻|女工)";
    private static final String HOUSE =
            "(?:(?:第|[东西南北中甲乙丙丁])?(?:" + COUNT + "|[a-h甲乙丙丁东西南北])(?:号|#)?" + LIVED_IN + "{0,2}(?:楼|栋|幢|座|院|公寓|宿舍)|"
                    + LIVED_IN + "{1,3}(?:楼|区|院|房)?" + GAP + "(?:" + COUNT + "|[a-h])?(?:号|#)?(?:楼|栋|幢|座)?)";

    private static final String BUILDING = "(?:(?:第|[东西南北中新老])?(?:" + COUNT + "|[a-h甲乙丙丁])(?:号|#)?(?:" + LIVED_IN
            + "|[新老红白]){0,2}(?:楼|栋|幢|座|公寓|宿舍|号院|院)|" + COUNT + "[#号](?!门|车|线|面|机|泵|孔|井|洞|硐|台|头|点)|" + LIVED_IN
            + "{1,3}(?:楼|区|院|房)?|[一-鿿]{0,4}(?:小区|新村|花园|家园|苑|公寓|宿舍|工棚|板房|招待所|平房|筒子楼|家属院|家属区|生活区|工人村|棚户区|东院|西院|南院|北院|新区|老区|大院|里弄|胡同|嘉园|雅居|名都|新城)|(?:外委|外包|外协|劳务|单工|探亲|女工|男工|红|白|黄|筒子|老|新|东|西|南|北)楼)";
    private static final String STEP =
            "(?:(?:" + COUNT + "|[a-h甲乙丙丁东西南北中])(?:号楼|栋|幢|座|排|单元|层|楼|区|组|号院|期|#)" + GAP + "){0,4}";
    private static final String DOOR = "(?:[a-h]?-?" + ROOM
            + "|" + COUNT + "(?:室|房间|号房|号门|号室|号户|门(?!口))|[东西南北中左右](?:边)?(?:户|门|首|头(?:第)?" + COUNT
            + "(?:间|家|户|个门))|(?:左手|右手|靠[一-鿿]{1,4}|把头|尽头|最里头|楼梯口)[一-鿿]{0,4}(?:间|门|户|屋)|[东西南北左右]?(?:数|边)?第" + COUNT
            + "(?:间|个门|户|家|号)|" + COUNT + "号(?!前|后|之前|以前|早|晚|到|开始|起|那天|下午|上午|停|检修|楼|院|门|线))";

    private static final List<Pattern> ROOMS = patterns(
            BUILDING + GAP + STEP + DOOR,
            "(?:" + COUNT + "|[a-h甲乙丙丁东西])单元" + GAP + "(?:" + COUNT + "(?:层|楼))?" + GAP + DOOR,
            "[1-9]\\d{2,3}(?:号)?(?:宿舍|寝室|房间)(?!里?的?(?:热水|灯|钥匙)都)",
            "住(?:在|的是?|了)?[^,，。;；]{0,8}?(?:[1-9a-h]?\\d{0,2}[-—])?[1-9]\\d{2,3}(?:号)?(?:室|房间?|宿舍|房)",
            "(?:住|家在|家是|搬到|租在|寄到|送到|地址)[^,，。;；\\d]{0,10}(?:" + COUNT + "[^,，。;；\\d]{1,4}){0,3}" + DOOR,
            "\\d{1,2}排\\d{1,3}(?:号|户|家)",
            "(?<![\\d-])(?:[a-h]|\\d{1,2})[-—]\\d{1,2}[-—]\\d{3,4}(?![\\d-])(?=.{0,10}(?:小区|家园|苑|花园|公寓|宿舍|新村|家属|生活区|住|快递|楼))",
            "(?:小区|家园|苑|花园|公寓|宿舍|新村|家属|生活区|住|快递|外卖|院|楼).{0,8}?(?<![\\d-])(?:[a-h]|\\d{1,2})(?:号楼)?[-—](?:\\d{1,2}(?:单元)?[-—])?[1-9]\\d{2,3}(?![\\d-])",
            "[一-鿿]{1,3}(?:村|庄|屯|寨|堡)(?:" + COUNT + "(?:组|社|队))?" + GAP + "\\d{1,3}号",
            "(?:家|住)[^,，。;；]{0,10}(?:路|街|巷|胡同|里|弄)\\d{1,4}号",
            BUILDING + GAP + STEP + "\\d{1,2}-\\d{1,4}(?![\\d-])",
            "(?:窑洞|窑|土窑)第?" + COUNT + "(?:孔|眼)",
            "(?:村|庄|屯|组|队)(?:[东西南北]头|口)第?" + COUNT + "(?:家|户)",
            "(?:公寓|宿舍|楼)[^,，。;；]{0,12}?(?:那间|房间|间|号房|屋)(?:是)?[1-9]\\d{2,3}(?!\\d)",
            "(?:宿舍|公寓|楼)" + GAP + COUNT + "(?:层|楼)" + GAP + "(?:[东西南北]头)?" + GAP + "第?" + COUNT + "(?:间|个门|号房)");

    /** Where people work: everybody finds the office. */
    private static final Pattern AT_WORK = Pattern.compile(
            "办公|综合楼|调度|机关|行政|培训|联建|医院|会议|教室|灯房|工会|任务|活动室|图书|实验|大厅|服务|门诊|财务|生产楼|业务|人力|劳资|公楼|科技楼|指挥|巷|工作面|变电所|泵房|硐室|机房|车间|仓库|食堂|澡堂|窗口|浴室|更衣|卫生间|厕所|会议|主楼|副楼|体育|俱乐部");

    private static final String CREW =
            "(?:[一-鿿]{0,4}(?:[1-9十]{1,2})?(?:队|工区|区队|车间|班组|厂|食堂|澡堂|浴池|站|房|库|科|部|室|所|中心|井口|井底|采区|煤场|公司)|[采掘开运机通综抽修准安钻维连洗选放探防救保][1-9]|(?:综采|综掘|采煤|掘进|开拓|通风|通防|机电|运输|机运|皮带|提升|巷修|修护|准备|安装|探水|地测|调度|选煤|洗煤|主井|副井|风井|灯房|保卫|后勤|救护|主扇|压风|瓦斯|抽采|防突|无轨|辅运|监测|充填|注浆)[1-9]?)";
    private static final String SHIFT =
            "(?:(?:早|中|晚|夜|白|大夜|小夜|前夜|后夜|下夜|上夜|午|0点|[1-9]点|1[0-9]点|2[0-4]点|早[68]点|晚[68]点|甲|乙|丙|丁|头|检修|生产|准备|圆|整|[1-4]|运转|维修|大|小|长白|常白|常日|上午|下午|综合|包机|生产[1-4]|检修[1-4]|掘进|采煤)(?:班)|[048]点|夜里|半夜)";
    private static final String POST =
            "(?:[一-鿿]{0,6}?(?:司机|(?<![职员施开收停误民矿出加完复务返用临竣])工(?![人友作资序具程伤会商业地时])|(?<![人全党成队班组定满超缺减职动学团])员(?!工)|(?:队|班|组|区|副|科|站|段)长|跟班|带班|领导|师傅|看守|值守|调度|会计|大夫|护士|厨师|厨子|主任|队干|把钩|信号|瓦检|验收|放炮|打眼|支护|电钳|技术|安检|材料|主管|管事|机长|值班员|工程师|司炉|面案|白案|红案|墩子|负责人|看门|门卫|手(?![续套机脚指下上]))"
                    + "|(?:那个|那位|个)?[开看打管卖发收送烧守值跟带验切炒洗扫拉推装卸喷挖修焊接量测记站搓盛做剪递领抬扛清掏][一-鿿]{0,4}的|[一-鿿]{1,3}的(?=把|在|不|没|也|天天|总|是|说|又|给|对|从|偷|睡|喝|骂|打|少|多|老|就|还|被|,|，|。))";
    private static final String OF = "(?:的|里的?|上的?|那个|这个|那位|有个|有一个|[ ·\\-—/]){0,3}";
    private static final String ONLY =
            "(?:唯1(?:1[个名位])?|唯11|独1(?:1[个名位])?|只有他1个|最(?:年轻|老|大|小|胖|高|矮)|年纪最[大小]|就1个|就这?1名|只有1[个名位]|仅有的?1?[个名位]?|就这1个|独独1个|头1个|就那1个|独苗)(?:的|名|位|个|那个)?(?:女|男|老)?";
    private static final String SOMEBODY = "(?:[会能有戴没从][一-鿿]{1,7}的|" + POST
            + "|[一-鿿]{0,6}(?:生|女的?|男的?|族|娃|师|兵|党员|职工|工人|同志|研究生|大学生|本科生|女将|夫|人员|的人|干部|师傅|残疾人|单身汉|光棍|寡妇|双胞胎))";

    private static final List<Pattern> CREWS = patterns(
            CREW + OF + SHIFT + OF + "(?:女|男|老|新来的)?" + POST,
            SHIFT + OF + CREW + OF + "(?:女|男|老|新来的)?" + POST,
            CREW + OF + "(?:女|男|老)?" + POST + OF + SHIFT,
            CREW + OF + "(?:" + SHIFT + ")?" + OF + ONLY + SOMEBODY);

    private static final Pattern EVERY = Pattern.compile("(?:各|每个?|所有|全部|全矿|任何|哪个|几个|多个)[^,，。]{0,4}$");

    private Places() {}

    static List<Piece> in(Form digits) {
        return Stream.concat(
                        ROOMS.stream()
                                .flatMap(pattern -> digits.find(Kind.DORMITORY, pattern))
                                .filter(one -> !atWork(digits, one)),
                        CREWS.stream()
                                .flatMap(pattern -> digits.find(Kind.CREW, pattern))
                                .filter(one -> !EVERY.matcher(digits.beforeOriginal(one.from(), 8))
                                        .find()))
                .toList();
    }

    private static boolean atWork(Form form, Piece room) {
        var around = form.beforeOriginal(room.from(), 6) + room.words();
        var behind = form.original.substring(room.to(), Math.min(form.original.length(), room.to() + 4));
        return AT_WORK.matcher(around).find() || behind.matches("办公.*|会议.*|教室.*");
    }

    private static List<Pattern> patterns(String... all) {
        return Stream.of(all).map(Pattern::compile).toList();
    }
}
