package cn.lianxin.platform.transparency;

/** Who asks; each sees what those before him see. */
enum Reader {
    ANYBODY,
    MEMBER,
    /** Whoever verifies from within, where all of it can be seen. */
    WITHIN;

    boolean maySee(Publications room) {
        return room.openToAll() || this != ANYBODY;
    }

    boolean maySee(Publication one) {
        return one.shown() || this == WITHIN;
    }
}
