package cn.lianxin.demo;

import cn.lianxin.organization.UnitKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people are called in a miners' enterprise, by the unit and their rank in it. */
final class Titles {

    private static final List<String> GROUP =
            List.of("董事长", "总经理", "党委副书记", "工会主席", "纪委书记", "副总经理", "总工程师", "总会计师", "安全总监");
    private static final List<String> COMPANY = List.of("经理", "党委书记", "纪委书记", "工会主席", "生产副经理", "安全副经理", "总工程师");
    private static final List<String> MINE =
            List.of("矿长", "党委书记", "纪委书记", "工会主席", "安全副矿长", "生产副矿长", "机电副矿长", "总工程师", "经营副矿长");
    private static final List<String> DISTRICT = List.of("队长", "书记", "技术员", "办事员", "生产副队长", "安全副队长");
    private static final List<String> WORKSHOP = List.of("主任", "书记", "技术员", "办事员", "副主任");
    private static final List<String> CONTRACTOR = List.of("项目经理", "安全员", "技术员");

    /** The first word found in a crew's name says what its people do. */
    private static final Map<String, List<String>> TRADES = new LinkedHashMap<>();

    static {
        TRADES.put("采煤机组", List.of("采煤机司机"));
        TRADES.put("支架组", List.of("支架工"));
        TRADES.put("端头组", List.of("端头支护工"));
        TRADES.put("采煤队检修", List.of("检修钳工", "检修电工"));
        TRADES.put("综采", List.of("支架工", "采煤机司机", "刮板机司机", "端头支护工", "转载机司机"));
        TRADES.put("采煤", List.of("支架工", "采煤机司机", "刮板机司机", "端头支护工"));
        TRADES.put("打眼组", List.of("打眼工"));
        TRADES.put("支护组", List.of("锚杆支护工"));
        TRADES.put("综掘机组", List.of("综掘机司机"));
        TRADES.put("锚网组", List.of("锚杆支护工"));
        TRADES.put("喷浆", List.of("喷浆工"));
        TRADES.put("掘进", List.of("综掘机司机", "锚杆支护工", "打眼工", "耙装机司机"));
        TRADES.put("开拓", List.of("爆破工", "锚杆支护工", "耙装机司机"));
        TRADES.put("安装", List.of("安装工", "起重工"));
        TRADES.put("安撤", List.of("安装工", "起重工"));
        TRADES.put("回撤", List.of("回撤工", "绞车司机"));
        TRADES.put("巷修", List.of("巷修工"));
        TRADES.put("提升", List.of("主提升机司机", "信号工"));
        TRADES.put("供电", List.of("井下电工", "变电工"));
        TRADES.put("排水", List.of("水泵工", "压风机司机"));
        TRADES.put("灯房", List.of("矿灯管理工"));
        TRADES.put("瓦检", List.of("瓦斯检查员"));
        TRADES.put("测风", List.of("测风员", "密闭工"));
        TRADES.put("防尘", List.of("防尘工"));
        TRADES.put("皮带", List.of("皮带机司机", "皮带维修工"));
        TRADES.put("电机车", List.of("电机车司机", "跟车工"));
        TRADES.put("把钩", List.of("把钩工", "信号工"));
        TRADES.put("轨道", List.of("轨道工"));
        TRADES.put("筛", List.of("筛分工", "洗选工", "手选工"));
        TRADES.put("集控", List.of("集控员"));
        TRADES.put("装", List.of("装车工", "装载机司机"));
        TRADES.put("化验", List.of("化验员"));
        TRADES.put("机修", List.of("机修钳工", "电焊工"));
        TRADES.put("食堂", List.of("炊事员", "面点员", "售饭员"));
        TRADES.put("浴室", List.of("浴室管理员", "洗衣工", "水暖工"));
        TRADES.put("维修", List.of("水暖工", "电工", "瓦工"));
        TRADES.put("班车", List.of("班车司机", "乘务员"));
        TRADES.put("派遣", List.of("派遣驻矿员"));
        TRADES.put("安监", List.of("安监员"));
        TRADES.put("调度", List.of("调度员"));
        TRADES.put("保卫", List.of("保卫队员"));
        TRADES.put("物资", List.of("库管员", "采购员"));
        TRADES.put("通防", List.of("通防技术员"));
        TRADES.put("地测", List.of("地质技术员", "测量员", "探放水工"));
        TRADES.put("生产技术", List.of("采掘技术员"));
        TRADES.put("机电", List.of("机电技术员", "检修电工"));
        TRADES.put("财务", List.of("会计", "出纳"));
        TRADES.put("劳资", List.of("劳资员"));
        TRADES.put("社保", List.of("社保员"));
        TRADES.put("职防", List.of("职防员"));
    }

    private Titles() {}

    static String of(UnitPlan unit, int rank, Dice dice) {
        return switch (unit.kind()) {
            case GROUP -> ranked(GROUP, rank);
            case COMPANY -> ranked(COMPANY, rank);
            case MINE -> ranked(MINE, rank);
            case DISTRICT -> ranked(unit.name().endsWith("车间") ? WORKSHOP : DISTRICT, rank);
            case DEPARTMENT -> rank == 0 ? head(unit.name()) : rank == 1 ? "副" + head(unit.name()) : trade(unit, dice);
            case CONTRACTOR -> rank < CONTRACTOR.size() ? CONTRACTOR.get(rank) : trade(unit, dice);
            case CREW -> rank == 0 ? (unit.name().endsWith("组") ? "组长" : "班长") : trade(unit, dice);
        };
    }

    private static String ranked(List<String> titles, int rank) {
        return titles.get(Math.min(rank, titles.size() - 1));
    }

    private static String head(String department) {
        if (department.endsWith("工会") || department.endsWith("女工委员会")) {
            return "主席";
        }
        if (department.endsWith("纪委") || department.contains("团委")) {
            return "书记";
        }
        var plain = department.replaceAll("[(（].*", "");
        return switch (plain.charAt(plain.length() - 1)) {
            case '部' -> "部长";
            case '科' -> "科长";
            case '站' -> "站长";
            case '队' -> "队长";
            default -> "主任";
        };
    }

    private static String trade(UnitPlan unit, Dice dice) {
        return TRADES.entrySet().stream()
                .filter(trade -> unit.name().contains(trade.getKey()))
                .findFirst()
                .map(trade -> dice.one(trade.getValue()))
                .orElse(unit.kind() == UnitKind.DEPARTMENT ? "主管干事" : "采掘工");
    }
}
