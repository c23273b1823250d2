package cn.lianxin.exemplar;

/** What somebody who is held up said last. */
enum ConsentDeed {
    /** By himself, signed in. */
    GIVEN,
    ON_PAPER,
    WITHDRAWN;

    boolean consents() {
        return this != WITHDRAWN;
    }
}
