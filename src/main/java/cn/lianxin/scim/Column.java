package cn.lianxin.scim;

/**
 * What an attribute is in a query.
 *
 * @param sql an expression of ours; nothing that a client sent is ever part of it
 * @param narrowing for finding the few rows of one value by an index, with {@code {v}} for it; empty for none
 */
record Column(String sql, Type type, String narrowing) {

    enum Type {
        /** As a person writes it: capitals do not count. */
        WORDS,
        EXACT,
        FLAG
    }

    static Column words(String sql) {
        return new Column(sql, Type.WORDS, "");
    }

    static Column exact(String sql) {
        return new Column(sql, Type.EXACT, "");
    }

    static Column flag(String sql) {
        return new Column(sql, Type.FLAG, "");
    }

    Column foundBy(String condition) {
        return new Column(sql, type, condition);
    }
}
