package cn.lianxin.verdict;

/**
 * The worker's judgement of one answer.
 *
 * @param word what he adds, may be empty
 */
public record Verdict(Solved solved, Satisfied satisfied, String word) {

    /** Whether it is solved. Silence is none of these, and never satisfaction. */
    public enum Solved {
        SOLVED,
        PARTLY,
        NOT_SOLVED
    }

    /** Whether he is content with how he was treated. */
    public enum Satisfied {
        SATISFIED,
        FAIRLY,
        NOT_SATISFIED
    }
}
