package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Imprint;
import cn.lianxin.platform.identifying.Identifying;
import cn.lianxin.platform.identifying.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 作者、编辑、来源、发布时间: what portals write around an article, in whatever order; and 作者：标题. */
final class ImprintLines {

    private enum Label {
        AUTHOR,
        EDITOR,
        SOURCE,
        DAY,
        OTHER
    }

    private static final String BEFORE = "(?:文章|本文|新闻|信息|稿件|网络|本网|本报)?";
    private static final String AUTHORS = "作者|特约通讯员|通讯员|撰稿人|撰稿|撰文|供稿人|供稿|特约记者|记者|文\\s*[/／]\\s*图|图\\s*[/／]\\s*文|投稿人?";
    private static final String EDITORS = "责任编辑|责编|编辑|编审|录入员?";
    private static final String SOURCES = "来源|稿源|出处|转自|转载自";
    private static final String DAYS = "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|录入时间|上传时间|时间|日期";
    private static final String OTHERS = "点击数|点击率|点击|浏览次数|浏览量|浏览|阅读次数|阅读|访问量|字号|字体|审核|校对|摄影|人气|评论|分享|关键词|标签|打印|关闭";
    private static final Pattern LABEL = Pattern.compile(BEFORE + "(?:(" + AUTHORS + ")|(" + EDITORS + ")|(" + SOURCES
            + ")|(" + DAYS + ")|(" + OTHERS + "))\\s*[:：]");
    private static final Pattern END_OF_VALUE =
            Pattern.compile("[|｜\\[\\]【】()（）<>]|\\s{2,}|\\u3000{2,}|(?:共有|第)\\s*\\d+|\\s*(?:19|20)[0-9]{2}\\s?[-/年.]");
    private static final Pattern DATE =
            Pattern.compile("((?:19|20)[0-9]{2})\\s?[-/年.]\\s?([0-9]{1,2})\\s?[-/月.]\\s?([0-9]{1,2})(?![0-9])");
    private static final Pattern AUTHOR_AND_TITLE = Pattern.compile(
            "^([\\p{IsHan}·]{2,10}(?:[ 、，,\\u3000][\\p{IsHan}·]{2,10}){0,3})\\s*[:：]\\s*(.{4,})$", Pattern.DOTALL);
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 4;

    private final Map<Label, String> found = new EnumMap<>(Label.class);
    private Optional<LocalDate> first = Optional.empty();

    /** What was written above the words of the author. */
    record Headline(String author, String title) {}

    static Imprint of(List<String> lines) {
        var imprint = new ImprintLines();
        lines.stream().filter(line -> line.length() <= LONGEST_LINE).forEach(imprint::read);
        return new Imprint(
                names(imprint.found.getOrDefault(Label.AUTHOR, "")),
                imprint.found.getOrDefault(Label.EDITOR, ""),
                imprint.found.getOrDefault(Label.SOURCE, ""),
                day(imprint.found.getOrDefault(Label.DAY, "")).or(() -> imprint.first));
    }

    /** Whether it says nothing but that. */
    static boolean isOne(String line) {
        var labels = LABEL.matcher(line);
        return line.length() <= LONGEST_LINE
                && (labels.find() && labels.start() <= 2
                        || line.matches(
                                "^[\\s\\[【(（]*(?:19|20)[0-9]{2}[-/年.][0-9]{1,2}[-/月.][0-9]{1,2}日?[\\s0-9:]*[\\s\\]】)）]*$"));
    }

    private void read(String line) {
        var labels = LABEL.matcher(line);
        var at = -1;
        var of = Label.OTHER;
        while (labels.find()) {
            if (at >= 0) {
                keep(of, line.substring(at, labels.start()));
            }
            at = labels.end();
            of = Label.values()[
                    labels.group(1) != null
                            ? 0
                            : labels.group(2) != null
                                    ? 1
                                    : labels.group(3) != null ? 2 : labels.group(4) != null ? 3 : 4];
        }
        if (at >= 0) {
            keep(of, line.substring(at));
        }
        if (first.isEmpty() && line.length() <= 60) {
            first = day(line);
        }
    }

    private void keep(Label label, String value) {
        var stripped = value.replaceAll("^[\\s\\u3000]+", "");
        var end = END_OF_VALUE.matcher(stripped);
        var words = (label != Label.DAY && end.find() ? stripped.substring(0, end.start()) : stripped)
                .replaceAll("[\\s\\u3000]+", " ")
                .strip();
        if (!words.isEmpty() && words.length() <= 60) {
            found.putIfAbsent(label, words);
        }
    }

    static Optional<LocalDate> day(String words) {
        var date = DATE.matcher(words);
        while (date.find()) {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3))));
            } catch (DateTimeException noDay) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Several are parted by 、 as they are printed here. */
    static String names(String words) {
        return words.strip().replaceAll("\\s*[,，/／;；&]\\s*|(?<=\\p{IsHan}{2}) (?=\\p{IsHan}{2})", "、");
    }

    /**
     * 张三：井口的灯. What stands before the colon is an author only if the page names him so, or if it is a name and no word.
     *
     * @param author as the page names him elsewhere, or empty
     */
    static Headline headline(String title, String author) {
        var parted = AUTHOR_AND_TITLE.matcher(title);
        if (!parted.matches()) {
            return new Headline(author, title);
        }
        var before = names(parted.group(1));
        var all = List.of(before.split("、"));
        var named = !author.isEmpty() && (before.equals(author) || all.stream().allMatch(author::contains));
        if (named || author.isEmpty() && all.stream().allMatch(ImprintLines::isName)) {
            return new Headline(
                    author.isEmpty() ? before : author, parted.group(2).strip());
        }
        return new Headline(author, title);
    }

    private static boolean isName(String words) {
        return words.length() <= LONGEST_NAME
                && Stream.of("记者%s报道", "作者%s说")
                        .flatMap(said -> Identifying.in(said.formatted(words)).stream())
                        .anyMatch(piece ->
                                piece.kind() == Kind.NAME && piece.words().equals(words));
    }
}
