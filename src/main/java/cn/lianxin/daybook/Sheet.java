package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.platform.manifest.CanonicalJson;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/** What is committed to of something that was said: its words, and where and when they were said. */
final class Sheet {

    private Sheet() {}

    /** @param unitName of the unit that had it then, as it was called on that day */
    static String of(LocalDate day, Entered said, String unitName) {
        var sheet = new TreeMap<String, Object>(said.words());
        sheet.put("day", day.toString());
        sheet.put("number", said.number());
        sheet.put("step", said.key().step());
        sheet.put("at", said.at().truncatedTo(ChronoUnit.SECONDS).toString());
        sheet.put("unit", unitName);
        sheet.put("unitNumber", said.unit().value());
        return CanonicalJson.write(sheet);
    }
}
