package cn.lianxin.foresight;

/** How much there is to notice: numbers alone, as they may stand on a lock screen. */
record Digest(long rising, long returning, long silent, long unequal) {

    static final Digest NOTHING = new Digest(0, 0, 0, 0);

    Digest plus(Digest other) {
        return new Digest(
                rising + other.rising, returning + other.returning, silent + other.silent, unequal + other.unequal);
    }

    boolean quiet() {
        return equals(NOTHING);
    }

    long count(Part part) {
        return switch (part) {
            case RISING -> rising;
            case RETURNING -> returning;
            case SILENT -> silent;
            case UNEQUAL -> unequal;
        };
    }
}
