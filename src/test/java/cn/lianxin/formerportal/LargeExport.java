package cn.lianxin.formerportal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An export as long as is wanted, read by a process of its own that has little memory. Among its articles are drafts, and some into
 * which somebody pasted pictures of twenty megabytes; it prints what became of all.
 */
final class LargeExport extends InputStream {

    private static final String PARAGRAPH = "<p>" + "工作面推进到第三个循环，支架跟得上，顶板没有新的裂隙。".repeat(20) + "</p>\n";
    private static final String TEXT = PARAGRAPH.repeat(35);
    private static final int EACH_DRAFT = 97;
    private static final int EACH_HUGE = 150;
    private static final int HUGE = 20 * 1024 * 1024;

    private final long least;
    private long made;
    private int number;
    private boolean ended;
    private InputStream now = bytes(Wxr.HEAD);
    final Set<Integer> drafts = new HashSet<>();
    final Set<Integer> huge = new HashSet<>();

    LargeExport(long least) {
        this.least = least;
    }

    int items() {
        return number;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        for (; ; ) {
            var read = now.read(into, from, most);
            if (read >= 0) {
                made += read;
                return read;
            }
            if (ended) {
                return -1;
            }
            ended = made >= least;
            now = ended ? bytes(Wxr.END) : item(number++);
        }
    }

    private InputStream item(int at) {
        if (at % EACH_HUGE == EACH_HUGE / 2) {
            huge.add(at);
            var item = Wxr.item("n" + at, "第 " + at + " 篇", "前面的话。<img src=\"data:image/png;base64,|\">后面的话。");
            var gap = item.indexOf('|');
            return new SequenceInputStream(enumerated(
                    List.of(bytes(item.substring(0, gap)), new Pasted(HUGE), bytes(item.substring(gap + 1)))));
        }
        if (at % EACH_DRAFT == EACH_DRAFT / 2) {
            drafts.add(at);
            return bytes(Wxr.item("n" + at, "第 " + at + " 篇", TEXT, "draft"));
        }
        // Some write their words outside of sections, as WordPress never does and others do.
        var item = Wxr.item("n" + at, "第 " + at + " 篇", TEXT);
        return bytes(at % 10 == 0 ? item.replace("<![CDATA[" + TEXT + "]]>", TEXT.replace("<", "&lt;")) : item);
    }

    /** The letters of a picture, of which nothing is held. */
    private static final class Pasted extends InputStream {

        private int left;

        Pasted(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'A' + left % 26 : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (left <= 0) {
                return -1;
            }
            var some = Math.min(most, left);
            for (var at = 0; at < some; at++) {
                into[from + at] = (byte) ('A' + (left - at) % 26);
            }
            left -= some;
            return some;
        }
    }

    private static Enumeration<InputStream> enumerated(List<InputStream> streams) {
        return Collections.enumeration(streams);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param arguments how many megabytes, and where what became of each is written */
    public static void main(String[] arguments) throws Unreadable {
        var export = new LargeExport(Long.parseLong(arguments[0]) * 1024 * 1024);
        var began = System.nanoTime();
        try (var report = new ImportReport(Path.of(arguments[1]))) {
            var read = new Told(report);
            WordpressExport.read("old.xml", export, read);
            var seconds = (System.nanoTime() - began) / 1e9;
            var heap = Runtime.getRuntime().maxMemory() / 1024 / 1024;
            System.out.printf(
                    "%d of %d articles, %d drafts of %d, %d too long of %d, %d in order; %d MB in %.1f s, %.0f MB/s, heap %d MB%n",
                    read.articles,
                    export.items() - export.drafts.size() - export.huge.size(),
                    read.drafts,
                    export.drafts.size(),
                    read.huge.size(),
                    export.huge.size(),
                    read.inOrder,
                    export.made / 1024 / 1024,
                    seconds,
                    export.made / 1024 / 1024 / seconds,
                    heap);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static final class Told implements WordpressExport.Reader {

        private final ImportReport report;
        private final List<String> huge = new ArrayList<>();
        private int articles;
        private int drafts;
        private int inOrder;
        private int last = -1;

        Told(ImportReport report) {
            this.report = report;
        }

        @Override
        public void article(FormerArticle article) {
            articles++;
            follow(article.title());
            if (!article.text().startsWith("工作面推进") || article.text().length() < 15_000) {
                throw new IllegalStateException("not whole: " + article.where());
            }
            report.line(article.where(), article.title());
        }

        @Override
        public void none(String where, String title, Unreadable why) {
            follow(title);
            if (why.code().equals("too-long")) {
                huge.add(title);
            } else {
                drafts++;
            }
            report.line(where, title, why.code());
        }

        private void follow(String title) {
            var number = Integer.parseInt(title.replaceAll("\\D", ""));
            inOrder += number == last + 1 ? 1 : 0;
            last = number;
        }
    }
}
