package cn.lianxin.platform.identifying;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What finds by what somebody is known: rules for numbers that have a standard, and for the rest what was learnt from marked
 * sentences. A miss does harm and a find too many costs one look, so it marks sooner than it leaves out.
 */
public final class Recognizer {

    /** How much sooner; chosen by what recognizers find in the sentences of hands that they have not learnt from (docs/evaluation.md). */
    private static final Map<Kind, Double> READINESS =
            Map.of(Kind.NAME, 4.0, Kind.NICKNAME, 4.0, Kind.NUMBER, 5.0, Kind.DORMITORY, 6.0, Kind.CREW, 6.0);

    private static final Pattern OFFICE = Pattern.compile(Callings.POSTS);

    /** An office and what it looks after (企管科长): it begins with no surname. */
    private static final Pattern OFFICE_OF = Pattern.compile("\\p{IsHan}{2,4}(?:科长|部长|处长|区长|队长|段长|站长|厂长|主任|书记)");

    private static final Pattern OF_ALL = Pattern.compile("澡堂|食堂|浴室|餐厅|办公|会议|俱乐部|井口|灯房|候罐|车间|车站|医院|超市");
    private static final Pattern HOME = Pattern.compile("公寓|宿舍|单身|单元|家属|小区|住");
    private static final int LONGEST_NAME = 4;

    /** Of the state and of companies, for everybody. */
    private static final Pattern HOTLINE = Pattern.compile("1[12]\\d|12\\d{3}|9\\d{4}|[48]00-?\\d{3}-?\\d{4}");

    /** A number at work has one, however it is written; what has none is a word of another language. */
    private static final Pattern DIGIT = Pattern.compile("[\\p{Nd}〇零一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]");

    private final Tagger tagger;

    Recognizer(Tagger tagger) {
        this.tagger = tagger;
    }

    /**
     * The same sentences in the same order make the same one; beside them it learns how people write who write of nobody.
     *
     * @param marked sentences with marks, or with none because they tell of nobody
     */
    public static Recognizer taughtBy(List<String> marked) {
        return new Recognizer(learnt(marked));
    }

    static Tagger learnt(List<String> marked) {
        var sentences = marked.stream().map(Sentence::of).toList();
        var others = new Others(sentences);
        var varied = sentences.stream().filter(Others::isSaidOfAnybody).map(one -> one.with(others));
        var quiet = Taught.ofNobody().stream().map(Sentence::of);
        return Teaching.learn(Stream.of(sentences.stream(), quiet, varied)
                .flatMap(part -> part)
                .map(Sentence::example)
                .toList());
    }

    /** In the order in which they stand there; none overlaps another. */
    public List<Piece> in(String text) {
        return in(text, Tag.each(READINESS::get));
    }

    /** @param readiness of every kind, 0 to mark what is likelier than not */
    public List<Piece> in(String text, double readiness) {
        return in(text, Tag.each(_ -> readiness));
    }

    private List<Piece> in(String text, double[] readiness) {
        var close = Form.folded(text).close();
        var numbers = numbers(text);
        var found = new ArrayList<>(numbers.stream()
                .filter(one -> one.kind() == Kind.PHONE || one.kind() == Kind.ID || one.kind() == Kind.PLATE)
                .toList());
        var tags = tagger.tags(Looks.of(close), readiness);
        for (int from = 0, to; from < tags.length; from = to) {
            to = from + 1;
            while (to < tags.length && Tag.begins(tags[from]) && tags[to] == tags[from] + 1) {
                to++;
            }
            if (tags[from] != Tag.NONE && !isNobody(close.text, Tag.sort(tags[from]), from, to)) {
                found.add(close.piece(Tag.sort(tags[from]), from, to));
            }
        }
        return apart(found.stream()
                .map(one -> named(one, numbers, text))
                .filter(one ->
                        one.kind() != Kind.NUMBER || DIGIT.matcher(one.words()).find())
                .filter(one -> one.kind() != Kind.PHONE
                        || !HOTLINE.matcher(one.words()).matches())
                .toList());
    }

    /**
     * An office alone is public, and so is where all come; a row of words of the mine is no name, and neither is a part of one (单体柱), one
     * character, or who an office is of (全体班长).
     */
    private static boolean isNobody(String text, Kind kind, int from, int to) {
        var words = text.substring(from, to);
        return switch (kind) {
            case NAME -> OFFICE.matcher(words).matches() || isNoName(text, words, from, to);
            case NICKNAME ->
                OFFICE.matcher(words).matches()
                        || Surnames.lengthAt(text, from) == 0
                                && OFFICE_OF.matcher(words).matches();
            case DORMITORY ->
                OF_ALL.matcher(words).find() && !HOME.matcher(words).find();
            default -> false;
        };
    }

    private static boolean isNoName(String text, String words, int from, int to) {
        var known = Glossary.holds(words);
        return words.length() == 1
                || known
                        && (words.length() > 2
                                || OFFICE.matcher(text)
                                        .region(to, text.length())
                                        .lookingAt())
                || words.length() > LONGEST_NAME && Glossary.begins(text, from)
                || Glossary.goesBeyond(text, from, to);
    }

    /** Which kind of number it is. */
    private static Piece named(Piece piece, List<Piece> numbers, String text) {
        if (piece.kind() != Kind.NUMBER) {
            return piece;
        }
        var kind = numbers.stream()
                .filter(piece::overlaps)
                .map(Piece::kind)
                .findFirst()
                .orElseGet(() -> NumberLooks.likeliest(piece, text));
        return new Piece(kind, piece.from(), piece.to(), piece.words());
    }

    /** By rules alone. */
    static List<Piece> numbers(String text) {
        var folded = Form.folded(text);
        return apart(
                Stream.of(Numbers.in(folded), Numbers.in(folded.inDigits()), Accounts.in(folded), Peoples.in(folded))
                        .flatMap(List::stream)
                        .toList());
    }

    /** The longest first; of what overlaps it the rest is dropped. */
    static List<Piece> apart(List<Piece> found) {
        var kept = new ArrayList<Piece>();
        found.stream()
                .sorted(Comparator.comparingInt(Piece::length).reversed())
                .filter(one -> kept.stream().noneMatch(one::overlaps))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(Piece::from));
        return List.copyOf(kept);
    }
}
