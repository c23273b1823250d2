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
    private static final String HOUSE = "(?:(?:第|[东西南北中甲乙丙丁])?(?:" + COUNT + "|[a-h甲乙丙丁东西南北])(?:号|#)?" + LIVED_IN
            + "{0,2}(?:楼|栋|幢|座|院|公寓|宿舍)|" + LIVED_IN + "{1,3}(?:楼|区|院|房)?" + GAP + "(?:" + COUNT + "|[a-h])?(?:号|#)?(?:楼|栋|幢|座)?)";

    private static final List<Pattern> ROOMS = patterns(
            HOUSE + GAP + "(?:" + COUNT + "单元)?" + GAP + "(?:" + COUNT + "(?:层|楼))?" + GAP + ROOM,
            HOUSE + GAP + COUNT + "单元" + GAP + "(?:" + COUNT + "(?:层|楼))?" + GAP + "(?:" + ROOM + "|[东西中]户|\\d号)",
            COUNT + "单元" + GAP + "(?:" + COUNT + "(?:层|楼))?" + GAP + "(?:" + ROOM + "|[东西中]户)",
            "(?:" + LIVED_IN + "|寝室)(?:楼)?" + GAP + "(?:[1-9a-h]\\d?(?:号楼|栋|#)?[ -])?" + ROOM,
            "[1-9]\\d{2,3}(?:号)?(?:宿舍|寝室)",
            "住(?:在|的是?|了)?[^,，。;；]{0,8}?(?:[1-9a-h]?\\d{0,2}[-—])?[1-9]\\d{2,3}(?:号)?(?:室|房间?|宿舍|房)",
            "(?:小区|苑|新村|家属院|生活区|花园|住|楼|院|公寓|宿舍)[^\\d,，。]{0,3}\\d{1,2}(?:号楼)?[-—]\\d{1,2}(?:单元)?[-—]\\d{3,4}(?!\\d)",
            "(?:宿舍|公寓|楼)" + GAP + COUNT + "(?:层|楼)" + GAP + "(?:[东西南北]头)?" + GAP + "第?" + COUNT + "(?:间|个门|号房)");

    /** Where people work: everybody finds the office. */
    private static final Pattern AT_WORK = Pattern.compile(
            "办公|综合楼|调度|机关|行政|培训|联建|医院|会议|教室|灯房|工会|任务|活动室|图书|实验|大厅|服务|门诊|财务|生产楼|业务|人力|劳资|公楼|科技楼|指挥");

    private static final String TYPE =
            "(?:综采|综掘|综放|采煤|采掘|掘进|掘开|开拓|开掘|普掘|炮掘|连采|快掘|岩掘|煤掘|准备|通风|通防|瓦斯|抽采|抽放|防突|机电|机运|机修|运输|皮带|运转|提升|安装|回撤|搬家|安拆|修护|巷修|修复|维修|检修|大修|钻探|钻机|探水|探放水|防治水|防冲|地测|测气|监测|监控|爆破|放炮|火工|注浆|充填|辅运|辅助运输|无轨|胶轮车|洗选|选煤|洗煤|筛选|煤质|装车|储运|外运|供电|供水|锅炉|压风|主扇|绞车|电修|综机|灯房|矿灯|救护|保卫|后勤|食堂|澡堂|浴室|生产|调度|信号|把钩|巷维|喷浆|支护|打钻|排水|水泵|架线|电机车|电车|车工|采运|主运|掘运|综维|综修|综合)";
    private static final String CREW = "(?:" + TYPE + "第?(?:[1-9]?十[1-9]?|\\d{1,2})?|[采掘开运机通综抽修准安钻维][1-9十]\\d?|(?<![\\d十a-z-])第?(?:十[1-9]?|[1-9]\\d?))"
            + "(?:工区|车间|班组|小组|队|区(?![域段别])|班(?![次车长前后中制])|组(?![织长]))";
    private static final String SHIFT =
            "(?:(?:早|中|晚|夜|白|大夜|小夜|前夜|后夜|下夜|上夜|午|0点|[48]点|1[26]点|2[04]点|甲|乙|丙|丁|头|检修|生产|准备|圆|整)班|[1-4]班(?![次车长])|[048]点(?=的|那|班|组)|(?:早|中|夜|晚)班?组)";
    private static final String JOIN = "(?:(?:的|里|上|那个|这个|今天|昨天|今儿|昨晚|前天|本周|那拨|我们|咱们|是|在)|[ ,·\\-—/()（）、]){0,3}";

    private static final List<Pattern> CREWS = patterns(
            CREW + JOIN + "(?:第?[1-4])?" + SHIFT, SHIFT + "(?:的|[ ,·\\-—/()（）]){0,2}" + "(?:我们|咱们?)?" + CREW);

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
        var around = form.beforeOriginal(room.from(), 6)
                + room.words()
                + form.original.substring(room.to(), Math.min(form.original.length(), room.to() + 4));
        return AT_WORK.matcher(around).find();
    }

    private static List<Pattern> patterns(String... all) {
        return Stream.of(all).map(Pattern::compile).toList();
    }
}
