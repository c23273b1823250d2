package cn.lianxin.knowledge;

/** A part of a text by which somebody could be recognized. */
record Recognized(Kind kind, String part) {

    enum Kind {
        NAME,
        CALLED,
        STAFF_NUMBER,
        TELEPHONE,
        ID_NUMBER,
        CONCERN_NUMBER,
        LONG_NUMBER,
        MAIL
    }
}
