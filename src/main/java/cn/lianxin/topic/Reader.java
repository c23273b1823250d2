package cn.lianxin.topic;

import cn.lianxin.platform.text.Grams;
import cn.lianxin.topic.MineWords.Concept;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes features of a report: concepts of the mine, numbered places, pairs and triples of characters, matter and its area,
 * the district. Each weighs by how seldom it is in this mine.
 */
final class Reader {

    private static final Pattern NUMBERED =
            Pattern.compile("([0-9]{1,5}|[一二三四五六七八九十]{1,3})(号|#|采|楼|栋|单元|层|线|面|顺槽|水平|煤|变|仓|门|窗口|食堂|澡堂|井|巷|皮带|车间|部|台)");
    private static final Pattern FACE = Pattern.compile("(?<![0-9])([0-9]{4,5})(?![0-9])");
    private static final Pattern SIDE = Pattern.compile("[东西南北](?:翼|区|楼|门|院|一|二|三|盘区)");
    private static final String DIGITS = "一二三四五六七八九";

    // How much a thing counts that two reports share, times the logarithm of one in how many has it.
    private static final double CONCEPT = 2;
    private static final double THEME = 1.2;
    private static final double NUMBER = 1.2;
    private static final double MATTER = 3;
    private static final double AREA = 0.4;
    private static final double DISTRICT = 0.15;
    private static final double COMMON = 0.4;
    private static final double GRAM = 0.05;
    private static final double COMMON_GRAM = 1.5;
    private static final double FAMILIAR = 0.4;
    private static final double LEAST_NEWS = 0.03;
    private static final double ENOUGH_NEWS = 8;

    private final MineWords words = MineWords.known();
    private final Map<String, Integer> numbersOf = new HashMap<>();
    private int[] with = new int[1 << 12];
    private final Map<String, Integer> clauseGrams = new HashMap<>();
    private int read;
    private int own;

    /** A report that arrives: it counts from now on. */
    Understood read(Report report) {
        var understood = new Understood(report);
        weigh(understood, false);
        count(understood);
        return understood;
    }

    private void count(Understood understood) {
        understood.grams.forEach(gram -> clauseGrams.merge(gram, 1, Integer::sum));
        for (int feature : understood.features) {
            if (feature >= with.length) {
                with = Arrays.copyOf(with, Math.max(feature + 1, with.length * 2));
            }
            with[feature]++;
        }
        read++;
    }

    /** Weighs by what is known by now. @param isCounted whether the report is among what is known */
    void weigh(Understood understood, boolean isCounted) {
        own = isCounted ? 1 : 0;
        var report = understood.report;
        var written = new HashMap<Integer, String>();
        var base = new HashMap<Integer, Double>();
        var fresh = new HashMap<Integer, Double>();
        var counted = new HashMap<Integer, Double>();
        var clauses = Grams.stretches(report.title() + "\n" + report.detail());
        double said = 0;
        var all = new HashSet<String>();
        for (var clause : clauses) {
            double novel = 0;
            int number = Math.max(1, clause.length() - 2);
            for (int at = 0; at < number; at++) {
                var gram = clause.substring(at, Math.min(clause.length(), at + 3));
                all.add(gram);
                novel += 1 / (1 + (clauseGrams.getOrDefault(gram, own) - own) / 2.0);
            }
            double share = novel / number;
            said += novel * Math.max(0, share - FAMILIAR);
            double news = Math.max(LEAST_NEWS, share * share);
            for (var entry : words.in(clause).entrySet()) {
                Concept concept = entry.getKey();
                boolean isCommon = MineWords.isCommon(concept);
                put(number("c" + concept.number()), isCommon ? COMMON : CONCEPT, news, base, fresh);
                written.put(number("c" + concept.number()), entry.getValue());
                if (!isCommon) {
                    put(number("t" + concept.theme()), THEME, news, base, fresh);
                }
            }
            numbered(clause).forEach((name, word) -> {
                put(number("n" + name), NUMBER, news, base, fresh);
                written.put(number("n" + name), word);
            });
            for (int at = 0; at < clause.length(); at++) {
                for (int length = 2; length <= 3 && at + length <= clause.length(); length++) {
                    counted.merge(number(clause.substring(at, at + length)), news, Math::max);
                }
            }
        }
        double news = Math.max(LEAST_NEWS, Math.min(1, said / ENOUGH_NEWS));
        if (!report.matter().isEmpty()) {
            put(number("m" + report.matter()), MATTER, news, base, fresh);
            put(number("a" + report.matter().charAt(0)), AREA, news, base, fresh);
        }
        if (!report.district().isEmpty()) {
            put(number("d" + report.district()), DISTRICT, news, base, fresh);
        }
        int size = base.size() + counted.size();
        var features = new int[size];
        var weights = new float[size];
        int at = 0;
        for (var entry : base.entrySet()) {
            int feature = entry.getKey();
            features[at] = feature;
            weights[at++] =
                    (float) (fresh.getOrDefault(feature, LEAST_NEWS) * Math.sqrt(entry.getValue() * seen(feature)));
        }
        for (var entry : counted.entrySet()) {
            features[at] = entry.getKey();
            double rarity = Math.max(0, seen(entry.getKey()) - COMMON_GRAM);
            weights[at++] = (float) (entry.getValue() * Math.sqrt(GRAM * rarity));
        }
        understood.features = features;
        understood.weights = weights;
        understood.written = written;
        understood.grams = all;
        understood.news = news;
    }

    private static void put(
            int feature, double weight, double news, Map<Integer, Double> base, Map<Integer, Double> fresh) {
        base.put(feature, weight);
        fresh.merge(feature, news, Math::max);
    }

    private double seen(int feature) {
        int others = feature < with.length ? with[feature] - own : 0;
        return Math.max(0.05, Math.log((read + 2.0) / (Math.max(0, others) + 1.0)));
    }

    private int number(String name) {
        return numbersOf.computeIfAbsent(name, _ -> numbersOf.size());
    }

    /** 三号, 3号 and 3# are one; a face by its number; a wing or side of the mine. */
    static Map<String, String> numbered(String normal) {
        var found = new HashMap<String, String>();
        var match = NUMBERED.matcher(normal);
        while (match.find()) {
            var unit = match.group(2);
            var kind = unit.equals("#") || unit.equals("皮带") ? "号" : unit;
            found.putIfAbsent(digits(match.group(1)) + kind, match.group());
        }
        var face = FACE.matcher(normal);
        while (face.find()) {
            found.putIfAbsent(face.group(1), face.group());
        }
        var side = SIDE.matcher(normal);
        while (side.find()) {
            found.putIfAbsent(side.group(), side.group());
        }
        return found;
    }

    private static String digits(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return String.valueOf(Integer.parseInt(number));
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return number.chars()
                    .mapToObj(one -> String.valueOf(DIGITS.indexOf(one) + 1))
                    .reduce("", String::concat);
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(number.charAt(0)) + 1;
        int ones = ten + 1 < number.length() ? DIGITS.indexOf(number.charAt(ten + 1)) + 1 : 0;
        return String.valueOf(tens * 10 + ones);
    }
}
