package cn.lianxin.watermark;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Looks for marks in pictures as the page for supervisors does, among as many as a trial wants. */
@Component
public class WatermarkTrial {

    private static final Pattern STYLE = Pattern.compile("/watermarks/([0-9]+)/page\\.css");

    private final Seed seed;

    WatermarkTrial(Seed seed) {
        this.seed = seed;
    }

    /** A picture that was searched once, to be compared with many. */
    public final class Searched {

        private final Finding finding;

        private Searched(Finding finding) {
            this.finding = finding;
        }

        /** Who is named among these. */
        public OptionalLong among(List<Long> marks) {
            return finding.among(marks).stream().mapToLong(Finding.Found::mark).findFirst();
        }
    }

    public Searched search(BufferedImage picture) {
        return new Searched(Finding.in(picture, seed.bytes()));
    }

    /** The mark that a page asks for; none where it asks for none. */
    public static OptionalLong markOf(String page) {
        var style = STYLE.matcher(page);
        return style.find() ? OptionalLong.of(Long.parseLong(style.group(1))) : OptionalLong.empty();
    }

    /** So many marks, this one among them. */
    public static List<Long> many(int count, long mark) {
        var marks = new ArrayList<Long>(others(count - 1, 1));
        marks.add(mark);
        return marks;
    }

    /** So many marks that nobody bears; another set for each number. */
    public static List<Long> others(int count, int set) {
        return LongStream.range(0, count)
                .map(one -> 1_000_000_000L * set + one)
                .boxed()
                .toList();
    }
}
