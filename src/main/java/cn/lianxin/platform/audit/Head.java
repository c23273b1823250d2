package cn.lianxin.platform.audit;

/** How far a chain has come. */
record Head(long place, String hash) {

    static final Head NONE = new Head(0, ChainHash.NOTHING);
}
