package cn.lianxin.disclosure;

import cn.lianxin.kernel.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What never stands in public about anybody, as a machine can tell it; rather too much than too little. */
enum Revealed {
    ID("(?<!\\d)\\d{17}[\\dx](?![\\da-z])", "(?<!\\d)\\d{15}(?!\\d)", "(?<!\\d)\\d{6}[ -]\\d{8}[ -]\\d{3}[\\dx]"),
    TELEPHONE(
            "(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)",
            "(?<!\\d)1[3-9]\\d{2}[ -]\\d{3}[ -]\\d{4}(?!\\d)"),
    ACCOUNT("\\d{12,}", "(?<!\\d)(?:\\d{4}[ -]){3,}\\d{1,4}(?!\\d)", "(?:\\d[ -]){11,}\\d"),
    MAIL("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"),
    PLATE("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][ -]?[a-z0-9]{5,6}(?![a-z0-9])"),
    /** Only where rows are of people: an office has a telephone that everybody should know. */
    LANDLINE("(?<!\\d)0\\d{2,3}[ -]?\\d{7,8}(?!\\d)"),
    ILLNESS(
            "尘肺|矽肺|癌|肿瘤|白血病|糖尿病|高血压|心脏病|冠心病|脑梗|中风|肝炎|乙肝|肺结核|艾滋|抑郁|精神病|癫痫|尿毒症|透析|骨折|截瘫|伤残|残疾|[患因]病|病情|病假|住院|手术|化疗|怀孕|流产"),
    ADDRESS("\\d+ ?(?:号楼|栋|幢)|\\d+ ?单元|\\d+ ?室(?!内|外)|(?:路|街|巷|弄|村|屯|庄|胡同) ?\\d+ ?号|家住|住址");

    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:19|20)\\d{2} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2}(?!\\d) ?日?|(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)");
    private static final String CHINESE_DIGITS = "〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两";
    private static final String DIGITS = "00012345678912345678912";

    private final Pattern[] patterns;

    Revealed(String... patterns) {
        this.patterns = Arrays.stream(patterns).map(Pattern::compile).toArray(Pattern[]::new);
    }

    /** In running words: an illness may be spoken of, and an office has an address. */
    static Optional<Revealed> inText(String text) {
        return first(text, LANDLINE.ordinal());
    }

    static Optional<Revealed> inCell(String cell, boolean ofPerson) {
        return first(cell, ofPerson ? values().length : LANDLINE.ordinal());
    }

    /** Refuses {@code text-id} and the like. */
    static void mustNotBeIn(String text, String field) {
        inText(text).ifPresent(found -> {
            throw new Refusal.Violation(field, found.code("text-"));
        });
    }

    /** Refuses {@code cell-id} and the like, with the row as its reader counts it, the heading above it being none. */
    static void mustNotBeIn(Table table) {
        var ofPeople = table.namesPeople();
        for (var row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            for (var column = 0; column < cells.size(); column++) {
                var found = inCell(cells.get(column), ofPeople);
                if (found.isPresent()) {
                    var code = found.get().code("cell-");
                    throw new Refusal.Violation(
                            "table", code, row + 1, table.columns().get(column));
                }
            }
            // A number that was cut over two cells is whole again for whoever reads the row.
            if (inCell(String.join("", cells.stream().filter(Revealed::isPart).toList()), false)
                    .filter(found -> found == ID
                            && cells.stream().filter(Revealed::isPart).count() == 2)
                    .isPresent()) {
                throw new Refusal.Violation("table", "row-id", row + 1);
            }
        }
    }

    private static boolean isPart(String cell) {
        return normal(cell).strip().matches("\\d{6,}x?");
    }

    private static Optional<Revealed> first(String text, int before) {
        var normal = normal(text);
        for (var one : values()) {
            if (one.ordinal() < before) {
                for (var pattern : one.patterns) {
                    if (pattern.matcher(normal).find()) {
                        return Optional.of(one);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String code(String where) {
        return where + (this == LANDLINE ? TELEPHONE : this).name().toLowerCase(Locale.ROOT);
    }

    /** Without width, hidden letters, dates and kinds of dashes; eleven Chinese numerals and more are a number. */
    static String normal(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Cf}+", "")
                .replaceAll("[‐‑‒–—―−_·•]", "-")
                .replaceAll("\\s+", " ");
        var numerals = Pattern.compile("[0-9" + CHINESE_DIGITS + "x -]{11,}")
                .matcher(plain)
                .replaceAll(found -> digits(found.group()));
        return DATE.matcher(numerals).replaceAll("日");
    }

    private static String digits(String numerals) {
        var digits = new StringBuilder();
        for (var character : numerals.toCharArray()) {
            var at = CHINESE_DIGITS.indexOf(character);
            digits.append(at < 0 ? character : DIGITS.charAt(at));
        }
        return digits.toString();
    }
}
