package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.CanonicalJson;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.sealed.EnteringSealed.Entered;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/** What is committed to of something sealed: that exactly these bytes came under that number, and when. */
final class SealedSheet {

    private SealedSheet() {}

    static String of(LocalDate day, Entered sealed) {
        var sheet = new TreeMap<String, Object>();
        sheet.put("form", Sheet.FORM);
        sheet.put("kind", sealed.key().step() == 0 ? "sealed" : "sealedAnswer");
        sheet.put("day", day.toString());
        sheet.put("number", sealed.number());
        sheet.put("step", sealed.key().step());
        sheet.put("at", sealed.at().truncatedTo(ChronoUnit.SECONDS).toString());
        sheet.put(DayProof.SEALED, sealed.sha256());
        return CanonicalJson.write(sheet);
    }
}
