package cn.lianxin.demo;

import cn.lianxin.platform.attachment.BurntPicture.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Photos that workers of the invented enterprise took of what they complained of, drawn in a few strokes. */
enum Snapshots {
    WASHROOM("一排坏了的淋浴头，下面站着两个人") {
        @Override
        void draw(Graphics2D canvas) {
            canvas.setColor(new Color(0xdfe7ea));
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            canvas.setColor(new Color(0xb9c6cc));
            for (var at = 0; at < WIDTH; at += 45) {
                canvas.drawLine(at, 0, at, 470);
                canvas.drawLine(0, at, WIDTH, at);
            }
            canvas.setColor(new Color(0x8f9ba1));
            canvas.fillRect(0, 470, WIDTH, 130);
            canvas.setColor(new Color(0x6d777c));
            canvas.setStroke(new BasicStroke(9));
            canvas.drawLine(0, 90, WIDTH, 90);
            for (var place = 0; place < 6; place++) {
                canvas.drawLine(90 + place * 145, 90, 90 + place * 145, 150);
                canvas.fillArc(62 + place * 145, 130, 56, 50, 0, 180);
            }
            person(canvas, 300, 250, new Color(0x3f4a52));
            person(canvas, 585, 270, new Color(0x58636b));
        }

        @Override
        List<Box> faces() {
            return List.of(box(face(300, 250)), box(face(585, 270)));
        }
    },
    LAMPS("夜里的路，一排路灯只亮着一盏") {
        @Override
        void draw(Graphics2D canvas) {
            canvas.setPaint(new GradientPaint(0, 0, new Color(0x10141c), 0, HEIGHT, new Color(0x2a3038)));
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            canvas.setColor(new Color(0x3b4149));
            canvas.fillPolygon(new int[] {330, 570, 860, 40}, new int[] {300, 300, 600, 600}, 4);
            canvas.setStroke(new BasicStroke(7));
            for (var place = 0; place < 5; place++) {
                var x = 250 - place * 45;
                var foot = 310 + place * 62;
                canvas.setColor(new Color(0x565e66));
                canvas.drawLine(x, foot, x, foot - 150 - place * 22);
                canvas.drawLine(x, foot - 150 - place * 22, x + 40, foot - 150 - place * 22);
                canvas.setColor(place == 4 ? new Color(0xffd27a) : new Color(0x454c54));
                canvas.fillOval(x + 28, foot - 152 - place * 22, 26, 16);
            }
        }

        @Override
        List<Box> faces() {
            return List.of();
        }
    };

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final int HEAD = 38;

    private final String seen;

    Snapshots(String seen) {
        this.seen = seen;
    }

    abstract void draw(Graphics2D canvas);

    /** Where somebody could be recognized. */
    abstract List<Box> faces();

    /** What can be seen on it. */
    String seen() {
        return seen;
    }

    byte[] jpeg() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(canvas);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void person(Graphics2D canvas, int x, int y, Color coat) {
        canvas.setColor(coat);
        canvas.fillRoundRect(x - 62, y + 34, 124, 290, 70, 70);
        canvas.setColor(new Color(0xd9a67f));
        var head = face(x, y);
        canvas.fillOval(head.x, head.y, head.width, head.height);
        canvas.setColor(new Color(0x24272b));
        canvas.fillArc(head.x, head.y, head.width, head.height, 0, 180);
        canvas.fillOval(x - 17, y + 6, 9, 9);
        canvas.fillOval(x + 8, y + 6, 9, 9);
    }

    private static Rectangle face(int x, int y) {
        return new Rectangle(x - HEAD, y - HEAD - 6, 2 * HEAD, 2 * HEAD + 12);
    }

    private static Box box(Rectangle face) {
        return new Box(
                face.x * Box.WHOLE / WIDTH,
                face.y * Box.WHOLE / HEIGHT,
                face.width * Box.WHOLE / WIDTH + 2,
                face.height * Box.WHOLE / HEIGHT + 2);
    }
}
