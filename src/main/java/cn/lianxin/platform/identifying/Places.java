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
            "\\d{1,2}排\\d{1,3}号",
            "(?<![\\d-])\\d{1,2}-\\d{1,2}-\\d{3,4}(?![\\d-])(?=.{0,8}(?:小区|家园|苑|花园|公寓|宿舍|新村|家属|生活区|住))",
            "(?:小区|家园|苑|花园|公寓|宿舍|新村|家属|生活区|住|快递|外卖).{0,8}?(?<![\\d-])\\d{1,2}-\\d{1,2}-\\d{3,4}(?![\\d-])",
            "(?:公寓|宿舍|外委楼|外协楼|[单集]身楼|家属楼|职工楼)[^,，。;；]{0,12}?(?:那间|房间|间|号房|屋)(?:是)?[1-9]\\d{2,3}(?!\\d)",
            "(?:宿舍|公寓|楼)" + GAP + COUNT + "(?:层|楼)" + GAP + "(?:[东西南北]头)?" + GAP + "第?" + COUNT + "(?:间|个门|号房)");

    /** Where people work: everybody finds the office. */
    private static final Pattern AT_WORK = Pattern.compile(
            "办公|综合楼|调度|机关|行政|培训|联建|医院|会议|教室|灯房|工会|任务|活动室|图书|实验|大厅|服务|门诊|财务|生产楼|业务|人力|劳资|公楼|科技楼|指挥");

    private static final String CREW =
            "(?:[一-鿿]{0,3}(?:[1-9十]{1,2})?(?:队|工区|区队|车间|班组|厂|食堂|澡堂|站|房|库|科|部|井口)|[采掘开运机通综抽修准安钻维连][1-9])";
    private static final String SHIFT =
            "(?:(?:早|中|晚|夜|白|大夜|小夜|前夜|后夜|下夜|上夜|午|0点|[48]点|1[26]点|2[04]点|甲|乙|丙|丁|头|检修|生产|准备|圆|整|[1-4])(?:班)|[048]点)";
    private static final String POST =
            "(?:[一-鿿]{0,5}?(?:司机|(?<![职员施开收停误民矿出加完复务返用临竣])工(?![人友作资序具程伤会商业地])|(?<![人全党成队班组定满超缺减职动学团])员(?!工)|(?:队|班|组|区)长|跟班|带班|领导|师傅|看守|值守|手(?![续套机脚指下上]))|[一-鿿]{1,3}的(?=把|在|不|没|也|天天|总|是|说|又|给|对|从|偷|睡|喝|骂|打|少|多|老|就|还|被))";
    private static final String OF = "(?:的|里的?|上的?|那个|这个|那位|[ ·\\-—/]){0,3}";
    private static final String ONLY = "(?:唯1|独1|就1个|只有1个|仅有1个|就这1个|独独1个)(?:的|名|位|那个)?(?:女|男|老)?";

    private static final List<Pattern> CREWS = patterns(
            CREW + OF + SHIFT + OF + "(?:女|男|老)?" + POST,
            SHIFT + OF + CREW + OF + "(?:女|男|老)?" + POST,
            CREW + OF + "(?:" + SHIFT + ")?" + OF + ONLY + "(?:" + POST + "|调度|会计|大夫|护士|宿管|厨师|瓦检|把钩|老师傅)");

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
