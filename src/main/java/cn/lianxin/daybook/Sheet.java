package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.platform.manifest.CanonicalJson;
import cn.lianxin.platform.witness.DayProof;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/** What is committed to of something that was said: its words, and where and when they were said. */
final class Sheet {

    /** As it is written since files stand in it; in the first form nothing is said of them. */
    static final int FORM = 2;

    private Sheet() {}

    /** As it stands now, in the form in which the leaf was written. */
    static String of(Leaf leaf, Entered said) {
        return of(leaf.form(), leaf.day(), said, leaf.unitName(), leaf.files());
    }

    /** @param unitName of the unit that had it then, as it was called on that day */
    static String of(int form, LocalDate day, Entered said, String unitName, List<CommittedFile> files) {
        var sheet = new TreeMap<String, Object>(said.words());
        sheet.put("day", day.toString());
        sheet.put("number", said.number());
        sheet.put("step", said.key().step());
        sheet.put("at", said.at().truncatedTo(ChronoUnit.SECONDS).toString());
        sheet.put("unit", unitName);
        sheet.put("unitNumber", said.unit().value());
        if (form >= FORM) {
            sheet.put("form", form);
            sheet.put(
                    DayProof.FILES,
                    files.stream().map(file -> file.commitment().toString()).toList());
        }
        return CanonicalJson.write(sheet);
    }
}
