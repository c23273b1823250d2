package cn.lianxin.api.document;

import java.util.Locale;

/** What operations are about; the sections of the document, {@code topic.<name>} in words. */
public enum Topic {
    CONCERNS,
    SPEAKING,
    DESK,
    UNITS,
    REVIEWS,
    FILES,
    ORGANIZATION,
    PERSON,
    ACCOUNTS,
    OFFICE;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
