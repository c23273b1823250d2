package cn.lianxin.textcheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Units that do not fit what is measured, that stand there twice or are written two ways, and more than there can be. */
final class Measures {

    /** @param wrong units in which it is never measured */
    private record Kind(Pattern things, List<String> wrong) {
        static Kind of(String things, String... wrong) {
            return new Kind(pattern(things), List.of(wrong));
        }
    }

    /** @param most of it there can be, in this unit */
    private record Limit(Pattern things, String unit, BigDecimal most) {
        static Limit of(String things, String unit, int most) {
            return new Limit(pattern(things), unit, BigDecimal.valueOf(most));
        }
    }

    private static final String BETWEEN = "[了为到达约近超过完成共计均每日月班本的产是在稳定最高保持实现总量:\\s]{0,6}";
    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,6})?)";
    private static final String UNIT = "(?:万|亿)?(吨|t(?![a-z])|立方米|平方米|米|m(?![a-z0-9])|mpa|kv|伏|℃|°c|公斤|kg)";
    private static final List<Kind> KINDS = List.of(
            Kind.of("进尺", "吨", "t", "mpa", "℃", "°c", "公斤", "kg"),
            Kind.of("原煤|产煤|精煤|商品煤|煤炭|原煤产量|精煤产量|装煤|煤炭产量", "米", "m", "平方米", "mpa", "kv", "伏", "℃", "°c"),
            Kind.of("风速", "吨", "t", "mpa", "℃", "°c", "公斤"),
            Kind.of("风量", "吨", "t", "mpa", "℃", "°c", "平方米", "公斤"),
            Kind.of("电压|电压等级", "吨", "t", "米", "m", "mpa", "℃", "°c", "公斤"),
            Kind.of("初撑力|泵站压力|水压|瓦斯压力", "米", "m", "℃", "°c", "平方米", "kv"),
            Kind.of("温度|气温|水温", "米", "m", "吨", "t", "mpa", "公斤"),
            Kind.of("瓦斯浓度|灰分|水分|硫分", "米", "m", "吨", "t", "mpa", "℃", "°c"),
            Kind.of("采高|煤厚|煤层厚度|井深|巷道净宽|净高|净宽", "吨", "t", "mpa", "℃", "°c"));
    private static final List<Limit> LIMITS = List.of(
            Limit.of(
                    "合格率|完好率|出勤率|整改率|优良率|签订率|覆盖率|持证率|持证上岗率|及格率|达标率|满意率|抽采率|普及率|参与率|参保率|在岗率|开机率|回采率|回收率|入洗率|处理率|上岗率|知晓率|瓦斯浓度|灰分",
                    "%",
                    100),
            Limit.of("采高|煤厚|煤层厚度", "米", 40),
            Limit.of("采高|煤厚|煤层厚度", "m(?![a-z0-9])", 40),
            Limit.of("风速", "(?:米|m(?![a-z0-9]))", 40),
            Limit.of("工作面温度|巷道温度|环境温度|气温|井下温度", "(?:℃|°c|度)", 60));
    private static final Pattern TWICE =
            Pattern.compile(NUMBER + "(?:(万万|亿亿|吨吨|米米|元元)|(?:吨|米|公斤|千克) ?(?:t|m|kg)(?![a-z0-9]))");
    private static final Pattern TONS = Pattern.compile("[0-9]吨|[0-9]万吨");
    private static final Pattern T = Pattern.compile("(?<=[0-9]) ?(?:万)?t(?![a-z0-9])");
    private static final Pattern METRES = Pattern.compile("[0-9]米");
    private static final Pattern M = Pattern.compile("(?<=[0-9]) ?m(?![a-z0-9])");
    private static final Pattern CASE =
            Pattern.compile("(?<=[0-9]) ?(KG|Kg|Mpa|MPA|mpa|KW|Kw|KM|Km|KV|Kv|KWH|Kwh|MM|Mm|KN|Kn)(?![A-Za-z])");
    private static final List<String> RIGHT = List.of("kg", "MPa", "kW", "km", "kV", "kWh", "mm", "kN");

    private Measures() {}

    private static Pattern pattern(String things) {
        return Pattern.compile("(?:" + things + ")(?:量)?" + BETWEEN + "(?:每秒|每分钟|每小时)?" + NUMBER);
    }

    static List<Finding> in(Passage passage) {
        var found = new ArrayList<Finding>();
        kinds(passage, found);
        limits(passage, found);
        var twice = TWICE.matcher(passage.normal);
        while (twice.find()) {
            found.add(passage.normally(Flaw.UNIT, Level.CONFIRM, twice.start(), twice.end(), ""));
        }
        twoWays(passage, TONS, T, "吨", found);
        twoWays(passage, METRES, M, "米", found);
        writing(passage, found);
        return found;
    }

    private static void kinds(Passage passage, List<Finding> found) {
        for (var kind : KINDS) {
            var match = kind.things.matcher(passage.normal);
            while (match.find()) {
                var unit = Pattern.compile("^ ?" + UNIT).matcher(passage.normal.substring(match.end()));
                if (unit.find() && kind.wrong.contains(unit.group(1))) {
                    found.add(passage.normally(Flaw.UNIT, Level.CONFIRM, match.start(), match.end() + unit.end(), ""));
                }
            }
        }
    }

    private static void limits(Passage passage, List<Finding> found) {
        for (var limit : LIMITS) {
            var match = limit.things.matcher(passage.normal);
            while (match.find()) {
                var unit = Pattern.compile("^ ?(?:" + limit.unit + ")").matcher(passage.normal.substring(match.end()));
                if (unit.find() && new BigDecimal(match.group(1)).compareTo(limit.most) > 0) {
                    found.add(
                            passage.normally(Flaw.MEASURE, Level.CONFIRM, match.start(), match.end() + unit.end(), ""));
                }
            }
        }
    }

    /** Of one text; which of the two it is to be is for its author to say. */
    private static void twoWays(
            Passage passage, Pattern characters, Pattern letter, String right, List<Finding> found) {
        var written = letter.matcher(passage.normal);
        if (characters.matcher(passage.normal).find() && written.find()) {
            found.add(passage.normally(Flaw.UNIT, Level.HINT, written.start(), written.end(), right));
        }
    }

    private static void writing(Passage passage, List<Finding> found) {
        var match = CASE.matcher(passage.raw);
        while (match.find()) {
            var right = RIGHT.stream()
                    .filter(unit -> unit.equalsIgnoreCase(match.group(1)))
                    .findFirst()
                    .orElse("");
            found.add(passage.rawly(Flaw.UNIT, Level.HINT, match.start(1), match.end(1), right));
        }
    }
}
