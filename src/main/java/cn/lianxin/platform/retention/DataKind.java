package cn.lianxin.platform.retention;

import java.util.Optional;

/**
 * A kind of data: what it is, why it is there, how long, by which law, and how it ends. Words in Chinese and in English.
 *
 * @param days empty for what stays
 * @param shortest fewer days the law does not allow
 * @param longest more days its purpose does not need
 * @param from from when the days are counted, in {@code retention.from.<NAME>}
 * @param ending what happens then, in {@code retention.ending.<NAME>}
 */
public record DataKind(
        String code,
        Said name,
        Said contents,
        Said purpose,
        Said law,
        Optional<Integer> days,
        int shortest,
        int longest,
        From from,
        Ending ending) {

    /** The same in two languages. */
    public record Said(String chinese, String english) {
        public String in(boolean wantsChinese) {
            return wantsChinese ? chinese : english;
        }
    }

    /** Since when. */
    public enum From {
        ARISING,
        LAST_USE,
        CONCERN_ENDED,
        PERSON_LEFT
    }

    /** What is done when the days are over. */
    public enum Ending {
        ERASED,
        NAMELESS,
        WORDLESS,
        STAYS
    }

    public boolean mayChange() {
        return days.isPresent() && shortest < longest;
    }
}
