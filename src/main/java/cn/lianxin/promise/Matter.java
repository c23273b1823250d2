package cn.lianxin.promise;

import java.util.List;

/**
 * One of the two-level matters of the enterprise.
 *
 * @param code as printed, {@code A1} to {@code M6}; its letter is the area
 * @param lead what the department is called that leads, in the words of the classification
 * @param keywords what people write when they mean it
 * @param urgentKeywords what raises the grade, and never lowers it
 * @param needsApproval whether a reply goes out only after the unit's leader has approved it
 */
public record Matter(
        String code,
        String areaName,
        String name,
        String englishAreaName,
        String englishName,
        String lead,
        String assisting,
        Grade grade,
        List<String> keywords,
        List<String> urgentKeywords,
        boolean needsApproval) {

    /** What cannot be classified; a person decides. */
    public static final String UNCLASSIFIED = "M6";

    public String area() {
        return code.substring(0, 1);
    }

    public String name(boolean chinese) {
        return chinese ? name : englishName;
    }

    public String areaName(boolean chinese) {
        return chinese ? areaName : englishAreaName;
    }

    /**
     * The grade of words about this matter. Emergency wording raises it: in the areas of mine safety to U0, elsewhere to
     * U1; nothing lowers it.
     */
    public Grade gradeOf(String words) {
        if (grade.restricted() || urgentKeywords.stream().noneMatch(words::contains)) {
            return grade;
        }
        return grade.stricter(area().equals("C") ? Grade.U0 : Grade.U1);
    }
}
