package cn.lianxin.promise;

import java.util.Optional;

/**
 * The matters and grades that a rule or a switch speaks of.
 *
 * @param matter empty for all, a letter for an area, a code for one
 * @param grade empty for all
 */
record Circle(String matter, Optional<Grade> grade) {

    static final Circle EVERYTHING = new Circle("", Optional.empty());

    boolean covers(String code, Grade of) {
        return code.startsWith(matter)
                && (matter.length() < 2 || code.equals(matter))
                && grade.map(of::equals).orElse(true);
    }

    /** Whether there is a matter and a grade in both. */
    boolean meets(Circle other) {
        var matters = matter.length() <= other.matter.length()
                ? other.matter.startsWith(matter) && (matter.length() < 2 || matter.equals(other.matter))
                : other.meets(this);
        return matters && (grade.isEmpty() || other.grade.isEmpty() || grade.equals(other.grade));
    }
}
