package cn.lianxin.watermark;

/**
 * How the grain lies in a picture.
 *
 * @param scale pixels of the picture for one of the page
 * @param left where its first field begins, in pixels of the picture, as is top
 * @param likeness to what all marks share, in standard deviations of chance
 */
record Alignment(double scale, double left, double top, double likeness) {

    /** Pixels of the picture along the edge of one field. */
    double field() {
        return scale * Grain.FIELD;
    }

    Alignment with(double changedScale, double changedLeft, double changedTop) {
        return new Alignment(changedScale, changedLeft, changedTop, 0);
    }

    Alignment with(double measured) {
        return new Alignment(scale, left, top, measured);
    }
}
