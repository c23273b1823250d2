package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.Sex;
import cn.lianxin.organization.UnitKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How offices write kinds of units, kinds of employment, yes and no. */
final class ImportWords {

    private static final Map<String, UnitKind> KINDS = Map.ofEntries(
            Map.entry("集团", UnitKind.GROUP),
            Map.entry("公司", UnitKind.COMPANY),
            Map.entry("矿", UnitKind.MINE),
            Map.entry("矿井", UnitKind.MINE),
            Map.entry("煤矿", UnitKind.MINE),
            Map.entry("厂", UnitKind.MINE),
            Map.entry("矿（厂）", UnitKind.MINE),
            Map.entry("mine or plant", UnitKind.MINE),
            Map.entry("区队", UnitKind.DISTRICT),
            Map.entry("队", UnitKind.DISTRICT),
            Map.entry("车间", UnitKind.DISTRICT),
            Map.entry("班组", UnitKind.CREW),
            Map.entry("班", UnitKind.CREW),
            Map.entry("科室", UnitKind.DEPARTMENT),
            Map.entry("部门", UnitKind.DEPARTMENT),
            Map.entry("科室部门", UnitKind.DEPARTMENT),
            Map.entry("外包单位", UnitKind.CONTRACTOR),
            Map.entry("外包", UnitKind.CONTRACTOR),
            Map.entry("承包单位", UnitKind.CONTRACTOR));

    private static final Map<String, Employment> EMPLOYMENTS = Map.ofEntries(
            Map.entry("本单位职工", Employment.OWN),
            Map.entry("本单位", Employment.OWN),
            Map.entry("正式", Employment.OWN),
            Map.entry("正式工", Employment.OWN),
            Map.entry("正式职工", Employment.OWN),
            Map.entry("合同制", Employment.OWN),
            Map.entry("合同工", Employment.OWN),
            Map.entry("own staff", Employment.OWN),
            Map.entry("劳务派遣", Employment.DISPATCHED),
            Map.entry("劳务派遣工", Employment.DISPATCHED),
            Map.entry("派遣", Employment.DISPATCHED),
            Map.entry("派遣工", Employment.DISPATCHED),
            Map.entry("外包单位职工", Employment.CONTRACTOR),
            Map.entry("外包", Employment.CONTRACTOR),
            Map.entry("承包", Employment.CONTRACTOR),
            Map.entry("外委", Employment.CONTRACTOR));

    private static final Map<String, Sex> SEXES =
            Map.of("男", Sex.MALE, "男性", Sex.MALE, "m", Sex.MALE, "女", Sex.FEMALE, "女性", Sex.FEMALE, "f", Sex.FEMALE);

    /** A year, by itself or before a month and a day, however they are parted. */
    private static final Pattern BIRTH = Pattern.compile("(19[2-9]\\d|20[0-4]\\d)(?:\\D.*|\\d{2}|\\d{4})?");

    private static final Set<String> YES =
            Set.of("是", "有", "对", "√", "✓", "兼", "兼职", "兼任", "负责人", "正职", "y", "yes", "true", "1");
    private static final Set<String> NO = Set.of("", "否", "无", "不", "×", "主", "主岗", "n", "no", "false", "0");

    private ImportWords() {}

    static UnitKind kind(String word) {
        return find(word, KINDS, UnitKind.class, "import-kind-unknown");
    }

    static Employment employment(String word) {
        return find(word, EMPLOYMENTS, Employment.class, "import-employment-unknown");
    }

    static Sex sex(String word) {
        return find(word, SEXES, Sex.class, "import-sex-unknown");
    }

    static int birthYear(String text) {
        var birth = BIRTH.matcher(text.strip());
        if (!birth.matches()) {
            throw new Refusal.Violation("birthYear", "birth-year-wrong", text.strip());
        }
        return Integer.parseInt(birth.group(1));
    }

    /** As a roster of our own says it, whatever the language of whoever downloads it. */
    static String written(Employment employment) {
        return switch (employment) {
            case OWN -> "本单位职工";
            case DISPATCHED -> "劳务派遣";
            case CONTRACTOR -> "外包单位职工";
        };
    }

    /** Whether a column that is for yes and no says yes; empty says no. */
    static boolean mark(String word) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(plain) && !NO.contains(plain)) {
            throw new Refusal.Violation("mark", "import-mark-unknown", word.strip());
        }
        return YES.contains(plain);
    }

    private static <E extends Enum<E>> E find(String word, Map<String, E> words, Class<E> type, String code) {
        var wanted = word.strip();
        var known = words.get(wanted.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        throw new Refusal.Violation(type.getSimpleName(), code, wanted);
    }
}
