package cn.lianxin.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for the paper of the invented enterprise, drawn in a few strokes: nobody real is on them. */
final class Drawing {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final Color COAL = new Color(0x24272b);
    private static final Color LAMP = new Color(0xffd27a);

    private final Graphics2D canvas;
    private final Random dice;

    private Drawing(Graphics2D canvas, Random dice) {
        this.canvas = canvas;
        this.dice = dice;
    }

    /** A JPEG; the same words give the same picture. */
    static byte[] of(String scene, String words) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new Drawing(canvas, new Random(31L * words.hashCode() + scene.hashCode())).draw(scene);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(String scene) {
        switch (scene) {
            case "headframe" -> {
                sky(new Color(0x8fb4cf), new Color(0xf6d9a8));
                sun(640, 330, 60, new Color(0xfff1cf));
                hills(new Color(0x6f8191), 400, 90);
                hills(new Color(0x4b5a66), 460, 60);
                headframe(300, COAL);
            }
            case "sunset" -> {
                sky(new Color(0x533a5b), new Color(0xf0803c));
                sun(260, 350, 90, new Color(0xffe0a0));
                hills(new Color(0x5b3646), 420, 110);
                cone(620, new Color(0x2a1f2b));
            }
            case "snow" -> {
                sky(new Color(0x9fb0bd), new Color(0xe8edf0));
                hills(new Color(0xc7d2da), 400, 80);
                hills(new Color(0xf4f7f8), 470, 30);
                headframe(560, new Color(0x4a5158));
                flakes();
            }
            case "garden" -> {
                sky(new Color(0x8cc3e0), new Color(0xe9f4ea));
                hills(new Color(0x6d9a63), 380, 70);
                flowers();
            }
            case "crew" -> {
                sky(new Color(0x2b3138), new Color(0x8a7455));
                for (var place = 0; place < 5; place++) {
                    miner(130 + place * 155 + dice.nextInt(30), 300 + dice.nextInt(40));
                }
            }
            case "lamp", "hands" -> glow(scene.equals("hands"));
            case "scroll" -> scroll();
            default -> tunnel();
        }
    }

    private void sky(Color top, Color foot) {
        canvas.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT, foot));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void sun(int x, int y, int size, Color color) {
        canvas.setColor(color);
        canvas.fill(new Ellipse2D.Double(x - size / 2.0, y - size / 2.0, size, size));
    }

    private void hills(Color color, int height, int swing) {
        var ridge = new Path2D.Double();
        ridge.moveTo(0, HEIGHT);
        for (var x = 0; x <= WIDTH; x += 90) {
            ridge.lineTo(x, height + dice.nextInt(swing) - swing / 2.0);
        }
        ridge.lineTo(WIDTH, HEIGHT);
        ridge.closePath();
        canvas.setColor(color);
        canvas.fill(ridge);
    }

    private void cone(int x, Color color) {
        canvas.setColor(color);
        canvas.fill(new Polygon(new int[] {x - 330, x, x + 330}, new int[] {HEIGHT, 210, HEIGHT}, 3));
    }

    private void headframe(int x, Color color) {
        canvas.setColor(color);
        canvas.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.drawLine(x - 60, 560, x - 20, 170);
        canvas.drawLine(x + 60, 560, x + 20, 170);
        canvas.drawLine(x + 20, 190, x + 240, 560);
        canvas.setStroke(new BasicStroke(7));
        for (var y = 230; y < 540; y += 62) {
            canvas.drawLine(x - 28 - (y - 230) / 9, y, x + 60, y + 60);
            canvas.drawLine(x + 28 + (y - 230) / 9, y, x - 60, y + 60);
        }
        for (var wheel : new int[] {x - 24, x + 34}) {
            canvas.setStroke(new BasicStroke(9));
            canvas.draw(new Ellipse2D.Double(wheel - 38, 106, 76, 76));
            canvas.setStroke(new BasicStroke(3));
            for (var spoke = 0; spoke < 6; spoke++) {
                var turn = Math.PI * spoke / 6;
                canvas.drawLine(
                        wheel - (int) (36 * Math.cos(turn)),
                        144 - (int) (36 * Math.sin(turn)),
                        wheel + (int) (36 * Math.cos(turn)),
                        144 + (int) (36 * Math.sin(turn)));
            }
        }
        canvas.fillRect(x - 220, 470, 160, 110);
        canvas.setColor(LAMP);
        for (var window = 0; window < 4; window++) {
            canvas.fillRect(x - 206 + window * 36, 500, 18, 24);
        }
    }

    private void flakes() {
        canvas.setColor(new Color(255, 255, 255, 220));
        for (var flake = 0; flake < 260; flake++) {
            var size = 2 + dice.nextInt(6);
            canvas.fillOval(dice.nextInt(WIDTH), dice.nextInt(HEIGHT), size, size);
        }
        canvas.setColor(new Color(0x9aa6ad));
        for (var step = 0; step < 12; step++) {
            canvas.fillOval(90 + step * 38 + step % 2 * 14, 575 - step * 9, 16, 8);
        }
    }

    private void flowers() {
        for (var flower = 0; flower < 90; flower++) {
            var depth = dice.nextInt(200);
            var x = dice.nextInt(WIDTH);
            var y = 390 + depth;
            var size = 10 + depth / 8;
            canvas.setColor(new Color(0x3f6b3a));
            canvas.setStroke(new BasicStroke(2 + depth / 60f));
            canvas.drawLine(x, y, x, y + size * 2);
            canvas.setColor(new Color(0xf0b323));
            for (var petal = 0; petal < 8; petal++) {
                var turn = Math.PI * petal / 4;
                canvas.fillOval(
                        (int) (x + size * .6 * Math.cos(turn) - size / 2.5),
                        (int) (y + size * .6 * Math.sin(turn) - size / 2.5),
                        (int) (size / 1.25),
                        (int) (size / 1.25));
            }
            canvas.setColor(new Color(0x5b3a1d));
            canvas.fillOval(x - size / 2, y - size / 2, size, size);
        }
    }

    private void miner(int x, int y) {
        canvas.setPaint(new RadialGradientPaint(x, y - 40, 150, new float[] {0, 1}, new Color[] {
            new Color(255, 210, 122, 130), new Color(255, 210, 122, 0)
        }));
        canvas.fillOval(x - 150, y - 190, 300, 300);
        canvas.setColor(new Color(0x15171a));
        canvas.fillRoundRect(x - 52, y + 40, 104, 300, 60, 60);
        canvas.fillOval(x - 30, y - 24, 60, 74);
        canvas.fillArc(x - 40, y - 48, 80, 76, 0, 180);
        canvas.setColor(LAMP);
        canvas.fillOval(x - 10, y - 40, 20, 20);
    }

    private void tunnel() {
        canvas.setColor(new Color(0x121416));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        for (var ring = 9; ring >= 1; ring--) {
            var width = 90 * ring;
            var height = 66 * ring;
            var light = 96 - ring * 8;
            canvas.setColor(new Color(light, light, Math.max(0, light - 14)));
            canvas.fillRoundRect(450 - width / 2, 320 - height / 2, width, height, width / 2, height / 2);
            canvas.setColor(new Color(20, 22, 24));
            canvas.setStroke(new BasicStroke(2 + ring));
            canvas.drawRoundRect(450 - width / 2, 320 - height / 2, width, height, width / 2, height / 2);
        }
        canvas.setPaint(new RadialGradientPaint(450, 320, 170, new float[] {0, .3f, 1}, new Color[] {
            new Color(0xfff3cf), new Color(255, 210, 122, 170), new Color(255, 210, 122, 0)
        }));
        canvas.fillOval(280, 150, 340, 340);
    }

    private void glow(boolean levers) {
        sky(new Color(0x191b1e), new Color(0x3a3126));
        canvas.setPaint(new RadialGradientPaint(450, 250, 420, new float[] {0, 1}, new Color[] {
            new Color(255, 214, 130, 210), new Color(255, 210, 122, 0)
        }));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(new Color(0xe9e4d8));
        canvas.fill(new Polygon(new int[] {170, 730, 830, 70}, new int[] {390, 390, 560, 560}, 4));
        canvas.setColor(COAL);
        if (levers) {
            canvas.setStroke(new BasicStroke(22, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.drawLine(360, 540, 330, 300);
            canvas.drawLine(560, 540, 600, 280);
            canvas.setColor(new Color(0xc99b74));
            canvas.fillOval(290, 260, 84, 74);
            canvas.fillOval(560, 240, 84, 74);
            return;
        }
        canvas.fillRoundRect(390, 180, 120, 150, 30, 30);
        canvas.setColor(LAMP);
        canvas.fillOval(405, 200, 90, 90);
        canvas.setColor(new Color(0x8c8778));
        for (var screw = 0; screw < 9; screw++) {
            canvas.fillOval(230 + dice.nextInt(430), 420 + dice.nextInt(110), 12, 9);
        }
    }

    private void scroll() {
        sky(new Color(0x6b5a48), new Color(0x4a3c2f));
        canvas.setColor(new Color(0xf4ecd8));
        canvas.fillRect(300, 40, 300, 520);
        canvas.setColor(new Color(0x2a2118));
        canvas.fillRect(280, 28, 340, 16);
        canvas.fillRect(280, 556, 340, 16);
        canvas.setFont(new Font(Font.SERIF, Font.BOLD, 190));
        canvas.drawString("平", 355, 250);
        canvas.drawString("安", 355, 470);
        canvas.setColor(new Color(0xb3261e));
        canvas.fillRect(530, 490, 40, 40);
    }
}
