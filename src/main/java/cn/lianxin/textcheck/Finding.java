package cn.lianxin.textcheck;

/**
 * One thing that was found.
 *
 * @param part of the text in which it stands, as {@link CheckedText} names it
 * @param from and to: the place in that part
 * @param words that stand there
 * @param advice how it would be right, or why it is on the list; empty where nobody can know
 */
public record Finding(Flaw flaw, Level level, String part, int from, int to, String words, String advice) {

    static final String ANSWER = "answer-";

    /** In which field of a form somebody says why it is right. */
    public String field() {
        return ANSWER + Integer.toHexString(key().hashCode());
    }

    /** What somebody confirms: wherever in the article the same words have the same flaw. */
    String key() {
        return flaw + " " + words;
    }

    boolean overlaps(Finding other) {
        return part.equals(other.part) && from < other.to && other.from < to;
    }
}
