package cn.lianxin.publicledger;

/** What a box on a picture covers. */
enum Covered {
    FACE,
    PLATE,
    NAME_TAG,
    SCREEN,
    OTHER
}
