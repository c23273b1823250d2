package cn.lianxin.platform.attachment;

import cn.lianxin.kernel.Refusal;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * A photo painted anew: upright, of at most 1600 pixels, with black boxes where something must not be seen. Not a byte of the file it
 * was made of is in it, and no pixel that lay below a box.
 */
@SuppressWarnings("ArrayRecordComponent") // Two pictures are never compared.
public record BurntPicture(byte[] bytes, int width, int height) {

    public static final String MEDIA_TYPE = "image/jpeg";
    public static final int MOST_BOXES = 12;

    static final int LONGEST_EDGE = 1_600;
    private static final float QUALITY = 0.85f;

    /** A JPEG codes its colours in squares of this many pixels: what begins and ends with one has no blurred rim. */
    private static final int SQUARE = 16;

    /** When decoded, colours of the neighbouring square shine in as far. */
    private static final int RIM = 2;

    private static final Set<FileType> READABLE = Set.of(FileType.JPEG, FileType.PNG, FileType.GIF);

    /** In thousandths of the sides of the upright picture, from its upper left corner. */
    public record Box(int left, int top, int width, int height) {

        public static final int WHOLE = 1_000;

        private boolean empty() {
            return width <= 0 || height <= 0;
        }

        private boolean outside() {
            return left < 0 || top < 0 || left > WHOLE - width || top > WHOLE - height;
        }

        /** At least this box, to the borders of whole squares. */
        Rectangle on(int pixelsWide, int pixelsHigh) {
            int west = begin(left, pixelsWide);
            int north = begin(top, pixelsHigh);
            return new Rectangle(
                    west, north, end(left + width, pixelsWide) - west, end(top + height, pixelsHigh) - north);
        }

        private static int begin(int at, int pixels) {
            return Math.max(0, Math.floorDiv(at * pixels, WHOLE) - RIM) / SQUARE * SQUARE;
        }

        private static int end(int at, int pixels) {
            return Math.min(pixels, Math.ceilDiv(Math.ceilDiv(at * pixels, WHOLE) + RIM, SQUARE) * SQUARE);
        }
    }

    /** Whether its pixels can be read here at all. */
    public static boolean canBeMadeOf(StoredAttachment file) {
        return FileType.ofMediaType(file.mediaType()).filter(READABLE::contains).isPresent();
    }

    /**
     * Works for a moment on large photos.
     *
     * <p>Refuses with a Violation of the field {@code boxes}: {@code boxes-too-many}, {@code box-empty} and {@code box-outside} with
     * the place of the box, {@code picture-unreadable}; never decodes what is larger than a photo may be.
     */
    public static BurntPicture of(Content photo, List<Box> boxes) {
        if (!canBeMadeOf(photo.attachment())) {
            throw unreadable();
        }
        return of(photo.bytes(), boxes);
    }

    static BurntPicture of(byte[] photo, List<Box> boxes) {
        mustFit(boxes);
        Picture.DECODING.acquireUninterruptibly();
        try {
            var size = Picture.sizeOf(photo);
            if ((long) size.width * size.height > Intake.MOST_PIXELS) {
                throw unreadable();
            }
            var picture = Picture.upright(
                    Picture.look(photo, reader -> Picture.decodeCoarsely(reader, LONGEST_EDGE)),
                    orientationOf(photo),
                    LONGEST_EDGE);
            var canvas = picture.createGraphics();
            canvas.setColor(Color.BLACK);
            boxes.forEach(box -> canvas.fill(box.on(picture.getWidth(), picture.getHeight())));
            canvas.dispose();
            return new BurntPicture(Picture.jpeg(picture, QUALITY), picture.getWidth(), picture.getHeight());
        } catch (IOException | BrokenFile | RuntimeException undecodable) {
            throw unreadable();
        } finally {
            Picture.DECODING.release();
        }
    }

    private static void mustFit(List<Box> boxes) {
        if (boxes.size() > MOST_BOXES) {
            throw new Refusal.Violation("boxes", "boxes-too-many", MOST_BOXES, boxes.size());
        }
        for (var place = 1; place <= boxes.size(); place++) {
            var box = boxes.get(place - 1);
            if (box.empty()) {
                throw new Refusal.Violation("boxes", "box-empty", place);
            }
            if (box.outside()) {
                throw new Refusal.Violation("boxes", "box-outside", place);
            }
        }
    }

    private static Refusal unreadable() {
        return new Refusal.Violation("boxes", "picture-unreadable");
    }

    private static int orientationOf(byte[] photo) throws BrokenFile {
        return TrueType.of(photo).filter(FileType.JPEG::equals).isPresent() ? JpegTraces.orientationOf(photo) : 1;
    }
}
