package cn.lianxin.topic;

import cn.lianxin.platform.text.Grams;
import cn.lianxin.topic.MineWords.Concept;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
    private static final double MATTER = 5;
    private static final double AREA = 0.4;
    private static final double DISTRICT = 0.15;
    private static final double COMMON = 0.4;
    private static final double GRAM = 0.05;
    private static final double COMMON_GRAM = 1.5;
    private static final double FAMILIAR = 0.4;

    /** In so many other fortnights it was said when it is half as new as what nobody said. */
    private static final double AGAIN = 4;

    private static final double LEAST_NEWS = 0.03;
    private static final double ENOUGH_NEWS = 8;

    private final MineWords words = MineWords.known();
    private final Matters matters = new Matters();
    private final Map<String, Integer> numbersOf = new HashMap<>();
    private int[] with = new int[1 << 12];
    private int[] fortnights = new int[1 << 12];
    private int[] last = new int[1 << 12];
    private int read;
    private int own;

    /** A report that arrives: it counts from now on. */
    Understood read(Report report) {
        var understood = new Understood(
                report,
                Grams.stretches(report.title() + "\n" + report.detail()).stream()
                        .map(this::parse)
                        .toList());
        weigh(understood, false);
        count(understood);
        return understood;
    }

    private Clause parse(String text) {
        var things = new LinkedHashMap<Integer, Double>();
        var written = new HashMap<Integer, String>();
        for (var entry : words.in(text).entrySet()) {
            Concept concept = entry.getKey();
            boolean isCommon = MineWords.isCommon(concept);
            int feature = number("c" + concept.number());
            things.put(feature, isCommon ? COMMON : CONCEPT);
            written.put(feature, entry.getValue());
            if (!isCommon) {
                things.put(number("t" + concept.theme()), THEME);
            }
        }
        numbered(text).forEach((name, word) -> {
            int feature = number("n" + name);
            things.put(feature, NUMBER);
            written.put(feature, word);
        });
        int triples = Math.max(1, text.length() - 2);
        var said = new int[triples];
        for (int at = 0; at < triples; at++) {
            said[at] = number("s" + text.substring(at, Math.min(text.length(), at + 3)));
        }
        var grams = IntStream.builder();
        for (int at = 0; at < text.length(); at++) {
            for (int length = 2; length <= 3 && at + length <= text.length(); length++) {
                grams.add(number(text.substring(at, at + length)));
            }
        }
        return new Clause(said, grams.build().toArray(), things, written);
    }

    private void count(Understood understood) {
        int fortnight = fortnight(understood.report);
        understood.said().forEach(triple -> said(triple, fortnight));
        for (int feature : understood.features) {
            count(feature);
        }
        matters.count(understood.all(), understood.report.matter());
        read++;
    }

    /** In how many fortnights it was said: what came up once among several was news then, and is news when it returns. */
    private void said(int triple, int fortnight) {
        if (triple >= fortnights.length) {
            int wanted = Math.max(triple + 1, fortnights.length * 2);
            fortnights = Arrays.copyOf(fortnights, wanted);
            last = Arrays.copyOf(last, wanted);
        }
        if (fortnights[triple] == 0 || last[triple] != fortnight) {
            fortnights[triple]++;
            last[triple] = fortnight;
        }
    }

    private int otherFortnights(int triple, int fortnight) {
        if (triple >= fortnights.length || fortnights[triple] == 0) {
            return 0;
        }
        return fortnights[triple] - (own == 1 || last[triple] == fortnight ? 1 : 0);
    }

    private static int fortnight(Report report) {
        return (int) (report.at().getEpochSecond() / Alarms.FORTNIGHT.toSeconds());
    }

    private void count(int feature) {
        if (feature >= with.length) {
            with = Arrays.copyOf(with, Math.max(feature + 1, with.length * 2));
        }
        with[feature]++;
    }

    private int others(int feature) {
        return feature < with.length ? Math.max(0, with[feature] - own) : 0;
    }

    /** Weighs by what is known by now. @param isCounted whether the report is among what is known */
    void weigh(Understood understood, boolean isCounted) {
        own = isCounted ? 1 : 0;
        var report = understood.report;
        var base = new HashMap<Integer, Double>();
        var fresh = new HashMap<Integer, Double>();
        var counted = new HashMap<Integer, Double>();
        double said = 0;
        int fortnight = fortnight(report);
        for (var clause : understood.clauses) {
            double novel = 0;
            for (int triple : clause.said()) {
                novel += 1 / (1 + otherFortnights(triple, fortnight) / AGAIN);
            }
            double share = novel / clause.said().length;
            said += novel * Math.max(0, share - FAMILIAR);
            double news = Math.max(LEAST_NEWS, share * share);
            clause.things().forEach((feature, weight) -> put(feature, weight, news, base, fresh));
            for (int gram : clause.grams()) {
                counted.merge(gram, news, Math::max);
            }
        }
        double news = Math.max(LEAST_NEWS, Math.min(1, said / ENOUGH_NEWS));
        if (!report.matter().isEmpty()) {
            double known = news;
            matters.of(understood.all(), isCounted ? report.matter() : "")
                    .forEach((matter, likely) -> put(number("m" + matter), MATTER * likely, known, base, fresh));
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
        understood.news = news;
    }

    private static void put(
            int feature, double weight, double news, Map<Integer, Double> base, Map<Integer, Double> fresh) {
        base.put(feature, weight);
        fresh.merge(feature, news, Math::max);
    }

    private double seen(int feature) {
        return Math.max(0.05, Math.log((read + 2.0) / (others(feature) + 1.0)));
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
