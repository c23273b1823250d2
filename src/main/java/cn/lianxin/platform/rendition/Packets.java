package cn.lianxin.platform.rendition;

import cn.lianxin.platform.rendition.Size.Coding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Who made the picture, and whether a machine did, goes into each size byte for byte as it stands in the file. */
final class Packets {

    private static final byte[] NAME = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final int JFIF = 0xE0;
    private static final int RIFF_HEAD = 12;
    private static final byte WITH_XMP = 0x04;
    private static final int LONGEST = 0xFFFF - 2 - NAME.length;

    private Packets() {}

    static byte[] into(byte[] written, Coding coding, Optional<byte[]> packet, BufferedImage image) {
        if (packet.isEmpty() || packet.get().length > LONGEST) {
            return written;
        }
        return switch (coding) {
            case JPEG -> intoJpeg(written, packet.get());
            case WEBP -> intoWebp(written, packet.get(), image.getWidth(), image.getHeight());
        };
    }

    private static byte[] intoJpeg(byte[] jpeg, byte[] packet) {
        var behind = (jpeg[3] & 0xFF) == JFIF ? 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF) : 2;
        return ByteBuffer.allocate(jpeg.length + 4 + NAME.length + packet.length)
                .put(jpeg, 0, behind)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + NAME.length + packet.length))
                .put(NAME)
                .put(packet)
                .put(jpeg, behind, jpeg.length - behind)
                .array();
    }

    private static byte[] intoWebp(byte[] webp, byte[] packet, int width, int height) {
        var picture = Arrays.copyOfRange(webp, RIFF_HEAD, webp.length);
        var body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(WITH_XMP);
        for (var length : new int[] {width - 1, height - 1}) {
            extended.putShort((short) length).put((byte) (length >> 16));
        }
        chunk(body, "VP8X", extended.array());
        body.writeBytes(picture);
        chunk(body, "XMP ", packet);
        var whole = new ByteArrayOutputStream();
        chunk(whole, "RIFF", body.toByteArray());
        return whole.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] bytes) {
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        out.writeBytes(bytes);
        if (bytes.length % 2 == 1) {
            out.write(0);
        }
    }
}
