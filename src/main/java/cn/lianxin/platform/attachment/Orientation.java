package cn.lianxin.platform.attachment;

import java.awt.geom.AffineTransform;

/** How a photo lies in its file, as Exif counts it, and how it gets upright. */
public final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int FIRST_LYING = 5;

    private Orientation() {}

    /** 1 to 8; 1, upright, for whatever does not say. */
    public static int of(Content content) {
        if (!content.mediaType().equals(FileType.JPEG.mediaType())) {
            return UPRIGHT;
        }
        try {
            return JpegTraces.orientationOf(content.bytes());
        } catch (BrokenFile unreadable) {
            return UPRIGHT;
        }
    }

    /** Whether upright it is as wide as it is high in its file. */
    public static boolean lies(int orientation) {
        return orientation >= FIRST_LYING;
    }

    /** To upright, for a picture of this size as it is stored. */
    public static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
