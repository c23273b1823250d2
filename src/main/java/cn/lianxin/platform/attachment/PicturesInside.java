package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Photos that lie somewhere inside of another file, whose lengths must not change: what tells of somebody is emptied. */
final class PicturesInside {

    private static final int PNG = 0x89504E47;

    private PicturesInside() {}

    static void blank(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        for (int at = 0; at + 12 <= bytes.length; at++) {
            if (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xD8 && bytes[at + 2] == (byte) 0xFF) {
                jpeg(bytes, at + 2);
            } else if (bytes[at] == (byte) 0x89 && buffer.getInt(at) == PNG) {
                png(bytes, buffer, at + 8);
            }
        }
    }

    private static void jpeg(byte[] bytes, int from) {
        for (int at = from; at + 4 <= bytes.length && bytes[at] == (byte) 0xFF; ) {
            int marker = bytes[at + 1] & 0xFF;
            int end = at + 2 + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
            if (marker == 0xDA || marker < 0xC0 || end > bytes.length || end < at + 4) {
                return;
            }
            boolean telling = marker == 0xE1 || marker >= 0xE3 && marker <= 0xED || marker == 0xFE;
            if (telling) {
                Arrays.fill(bytes, at + 4, end, (byte) 0);
            }
            at = end;
        }
    }

    private static void png(byte[] bytes, ByteBuffer buffer, int from) {
        for (int at = from; at + 12 <= bytes.length; ) {
            long end = at + 12 + Integer.toUnsignedLong(buffer.getInt(at));
            int type = buffer.getInt(at + 4);
            if (end > bytes.length || type == 0x49454E44) {
                return;
            }
            if (type == 0x74455874
                    || type == 0x7A545874
                    || type == 0x69545874
                    || type == 0x65584966
                    || type == 0x74494D45) {
                buffer.putInt(at + 4, 0x70725674);
                Arrays.fill(bytes, at + 8, (int) end - 4, (byte) 0);
                var sum = new CRC32();
                sum.update(bytes, at + 4, (int) end - 8 - at);
                buffer.putInt((int) end - 4, (int) sum.getValue());
            }
            at = (int) end;
        }
    }
}
