package cn.lianxin.journey;

import java.util.Locale;

/** How the product meets a person. */
enum Face {
    CHINESE(Locale.SIMPLIFIED_CHINESE, true),
    ENGLISH(Locale.ENGLISH, true),
    WITHOUT_SCRIPT(Locale.SIMPLIFIED_CHINESE, false);

    final Locale language;
    final boolean script;

    Face(Locale language, boolean script) {
        this.language = language;
        this.script = script;
    }
}
