package cn.lianxin.platform.attachment;

import cn.lianxin.platform.text.PlainText;
import java.util.Locale;

/** What a file is called for people. Never a path: the last part alone counts, without what a file system would mind. */
record FileName(String stem, String extension) {

    private static final int LONGEST_STEM = 100;
    private static final String NAMELESS = "附件";

    static FileName of(String claimed) {
        var line = PlainText.line(claimed);
        var last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        var name = last.replaceAll("[<>:\"|?*]", "_").replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!extension.matches("[a-z0-9]{1,8}")) {
            return new FileName(shortened(name), "");
        }
        return new FileName(shortened(name.substring(0, dot)), extension);
    }

    /** With the extension of its true type. */
    String as(FileType type) {
        if (type.mayBeCalled(extension)) {
            return stem + "." + extension;
        }
        return stem.endsWith("." + type.extension()) ? stem : stem + "." + type.extension();
    }

    /** As the sender wrote it, to tell him which file is meant. */
    String written() {
        return extension.isEmpty() ? stem : stem + "." + extension;
    }

    private static String shortened(String stem) {
        var trimmed = stem.replaceAll("^[. ]+|[. ]+$", "");
        if (trimmed.isEmpty()) {
            return NAMELESS;
        }
        return PlainText.lengthOf(trimmed) <= LONGEST_STEM
                ? trimmed
                : trimmed.substring(0, trimmed.offsetByCodePoints(0, LONGEST_STEM));
    }
}
