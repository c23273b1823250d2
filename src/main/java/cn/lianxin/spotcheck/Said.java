package cn.lianxin.spotcheck;

import cn.lianxin.verdict.Verdict;

/**
 * What a worker said to a caller. It is never his verdict and changes none.
 *
 * @param word as he put it, may be empty
 */
public record Said(Verdict.Solved solved, Verdict.Satisfied satisfied, Pressed pressed, String word) {

    /** Whether somebody wanted a good word of him. */
    public enum Pressed {
        NO,
        /** Asked for one; that is no offence. */
        ASKED,
        /** Told what to say. */
        COACHED,
        /** Given something for it, or threatened. */
        GIVEN;

        boolean improper() {
            return this == COACHED || this == GIVEN;
        }
    }
}
