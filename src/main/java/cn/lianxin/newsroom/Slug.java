package cn.lianxin.newsroom;

import com.hankcs.hanlp.HanLP;
import java.util.Locale;

/** The end of an address, as the title sounds: 重庆 is chong-qing and not zhong-qing. */
final class Slug {

    private static final int LONGEST = 60;

    private Slug() {}

    /** Empty where nothing of the title can be said in letters. */
    static String of(String title) {
        var letters = new StringBuilder();
        var run = new StringBuilder();
        for (var character : title.codePoints().toArray()) {
            if (isLatin(character)) {
                letters.append(said(run));
                letters.appendCodePoint(character);
            } else {
                if (letters.length() > 0 && run.isEmpty()) {
                    letters.append('-');
                }
                run.appendCodePoint(character);
            }
        }
        letters.append(said(run));
        var slug = letters.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return cut(slug.replaceAll("^-+|-+$", ""));
    }

    private static boolean isLatin(int character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static String said(StringBuilder run) {
        if (run.isEmpty()) {
            return "";
        }
        var pinyin = new StringBuilder("-");
        for (var syllable : HanLP.convertToPinyinList(run.toString())) {
            var said = syllable.getPinyinWithoutTone();
            pinyin.append(said.equals("none") ? "" : said.replace('ü', 'v')).append('-');
        }
        run.setLength(0);
        return pinyin.toString();
    }

    private static String cut(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        var end = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, end > 0 ? end : LONGEST);
    }
}
