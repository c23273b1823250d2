package cn.lianxin.promise;

/**
 * One limit, for the matters and grades of its circle.
 *
 * @param id by which a promise names it; zero before it is stored
 * @param source the law or the decision that it comes from; there is no rule without one
 */
record Rule(long id, Stage stage, Circle circle, int amount, Measure measure, String source) {

    /** Two such rules in one pack would contradict each other or say the same twice. */
    boolean overlaps(Rule other) {
        return stage == other.stage && circle.meets(other.circle);
    }

    boolean covers(Stage of, String matter, Grade grade) {
        return stage == of && circle.covers(matter, grade);
    }
}
