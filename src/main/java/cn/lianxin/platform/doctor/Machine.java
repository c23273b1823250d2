package cn.lianxin.platform.doctor;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Lianxin stands on: the JDK, how it writes names of files, letters for paper, room on the disks. */
final class Machine {

    static final int JDK = 25;
    static final long LEAST = 2L << 30;

    private static final String LETTERS = "/cn/lianxin/platform/paper/NotoSansSC-Regular.ttf";

    /** How much may still be written where this directory lies. */
    interface Space {
        long left(Path directory) throws IOException;
    }

    private Machine() {}

    static Finding jdk(int version) {
        return version >= JDK
                ? Finding.fine("JDK " + version, "JDK " + version)
                : Finding.wrong(
                        "JDK 是 " + version + "，要 " + JDK + " 或更新：装一个，或让 JAVA_HOME 指向它。",
                        "The JDK is " + version + "; " + JDK
                                + " or newer is needed: install one, or let JAVA_HOME point at it.");
    }

    /** @param encoding of the names of files, as the JDK took it from the locale */
    static Finding locale(String encoding) {
        return encoding.toUpperCase(Locale.ROOT).startsWith("UTF")
                ? Finding.fine("文件名用 " + encoding, "names of files are in " + encoding)
                : Finding.wrong(
                        "系统语言环境是 " + encoding + "，中文文件名会打不开：启动前 export LC_ALL=C.UTF-8。",
                        "The locale is " + encoding
                                + ", and files with Chinese names cannot be opened: export LC_ALL=C.UTF-8 before the start.");
    }

    static Finding letters() {
        return letters(Machine.class.getResourceAsStream(LETTERS));
    }

    static Finding letters(@Nullable InputStream file) {
        try (file) {
            if (file != null) {
                Font.createFont(Font.TRUETYPE_FONT, file);
                return Finding.fine("打印用的字体读得出来", "the letters for paper can be read");
            }
        } catch (IOException | FontFormatException | LinkageError unreadable) {
            // Told below like letters that are not there.
        }
        return Finding.wrong(
                "打印用的字体读不出来：装 libfreetype6 和 fontconfig；还不行就重新构建（删掉 target）。",
                "The letters for paper cannot be read: install libfreetype6 and fontconfig; if that does not help, build anew (delete target).");
    }

    static List<Finding> disks(Map<String, Path> directories, Space space) {
        var found = new ArrayList<Finding>();
        directories.forEach((what, directory) -> found.add(disk(what, directory, space)));
        return found;
    }

    private static Finding disk(String what, Path directory, Space space) {
        try {
            var left = space.left(there(directory));
            var megabytes = left >> 20;
            return left >= LEAST
                    ? Finding.fine(what + " 还剩 " + megabytes + " MB", what + ": " + megabytes + " MB left")
                    : Finding.wrong(
                            directory + " 的盘只剩 " + megabytes + " MB：腾出 " + (LEAST >> 20) + " MB 以上，或换一块盘。",
                            "Only " + megabytes + " MB are left on the disk of " + directory + ": make room for "
                                    + (LEAST >> 20) + " MB, or take another disk.");
        } catch (IOException unreadable) {
            return Finding.wrong(
                    "看不到 " + directory + " 的盘还剩多少：" + unreadable.getMessage(),
                    "How much is left on the disk of " + directory + " cannot be seen: " + unreadable.getMessage());
        }
    }

    /** It, or the nearest above it that there is. */
    private static Path there(Path directory) {
        var at = directory.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }
}
