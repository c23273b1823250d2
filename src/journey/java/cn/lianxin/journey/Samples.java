package cn.lianxin.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Files that people choose on their phones, good ones and others. */
final class Samples {

    private Samples() {}

    static FilePayload photo(String name) {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(new Color(0x35, 0x3f, 0x4a));
        canvas.fillRect(0, 0, 640, 480);
        canvas.setColor(new Color(0x9c, 0xb4, 0xc0));
        canvas.fillOval(220, 60, 200, 90);
        canvas.fillRect(310, 150, 20, 250);
        canvas.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", bytes);
            return new FilePayload(name, "image/jpeg", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FilePayload text(String name, String mediaType, String content) {
        return new FilePayload(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    static FilePayload empty(String name) {
        return new FilePayload(name, "image/jpeg", new byte[0]);
    }

    /** On the disk: the browser's driver would take minutes to be handed so many bytes. */
    static Path ofMegabytes(Path directory, String name, int megabytes) throws IOException {
        return Files.write(directory.resolve(name), new byte[megabytes * 1024 * 1024]);
    }
}
