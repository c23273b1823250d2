package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ogg with Opus, Vorbis or Speex in it. Its second packet holds what the device says of itself; it is blanked in place. */
final class OggSound {

    private static final int HEADER = 27;
    private static final int CHECKSUM = 22;
    private static final int[] CRC = new int[256];

    static {
        for (int value = 0; value < 256; value++) {
            int sum = value << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum << 1 ^ (sum < 0 ? 0x04C11DB7 : 0);
            }
            CRC[value] = sum;
        }
    }

    /** A page within the file; its body begins after the table of segments. */
    private record Page(int start, int body, int end) {}

    /** Where a part of a packet lies. */
    private record Part(Page page, int start, int length) {}

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final List<Page> pages = new ArrayList<>();

    private OggSound(byte[] bytes) {
        this.bytes = bytes.clone();
        this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Sound of(byte[] bytes) throws BrokenFile {
        var ogg = new OggSound(bytes);
        ogg.findPages();
        ogg.blankComments();
        return Sound.heard(ogg.bytes, ogg.length());
    }

    private void findPages() throws BrokenFile {
        for (int at = 0; at < bytes.length; ) {
            if (!new String(bytes, at, 4, StandardCharsets.ISO_8859_1).equals("OggS")) {
                throw new BrokenFile("no page where one should be");
            }
            int segments = bytes[at + 26] & 0xFF;
            int body = at + HEADER + segments;
            int end = body;
            for (int segment = at + HEADER; segment < body; segment++) {
                end += bytes[segment] & 0xFF;
            }
            if (end > bytes.length) {
                throw new BrokenFile("a page is cut off");
            }
            pages.add(new Page(at, body, end));
            at = end;
        }
    }

    private Duration length() throws BrokenFile {
        int head = pages.getFirst().body();
        long last = 0;
        for (var page : pages) {
            last = Math.max(last, buffer.getLong(page.start() + 6));
        }
        if (word(head, 8).equals("OpusHead")) {
            return Sound.length(Math.max(0, last - Short.toUnsignedInt(buffer.getShort(head + 10))), 48_000);
        }
        int rate = word(head + 1, 6).equals("vorbis")
                ? buffer.getInt(head + 12)
                : word(head, 5).equals("Speex") ? buffer.getInt(head + 36) : 0;
        if (rate <= 0) {
            throw new BrokenFile("none of the sounds that Ogg carries to us");
        }
        return Sound.length(last, rate);
    }

    private String word(int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /** Vendor and comments keep their lengths and lose their letters, so that no page moves. */
    private void blankComments() throws BrokenFile {
        var parts = secondPacket();
        var packet =
                ByteBuffer.allocate(parts.stream().mapToInt(Part::length).sum()).order(ByteOrder.LITTLE_ENDIAN);
        parts.forEach(part -> packet.put(bytes, part.start(), part.length()));
        var comments = packet.array();
        int begin = word(parts.getFirst().start(), 8).equals("OpusTags")
                ? 8
                : word(parts.getFirst().start() + 1, 6).equals("vorbis") ? 7 : 0;
        int vendor = packet.getInt(begin);
        int at = blank(comments, begin + 4, vendor, ' ');
        int count = packet.getInt(at);
        at += 4;
        for (int comment = 0; comment < count; comment++) {
            at = blank(comments, at + 4, packet.getInt(at), '=');
        }
        int from = 0;
        for (var part : parts) {
            System.arraycopy(comments, from, bytes, part.start(), part.length());
            from += part.length();
        }
        parts.forEach(part -> sum(part.page()));
    }

    private static int blank(byte[] packet, int at, int length, char with) throws BrokenFile {
        if (length < 0 || length > packet.length - at) {
            throw new BrokenFile("a comment is cut off");
        }
        Arrays.fill(packet, at, at + length, (byte) with);
        return at + length;
    }

    private List<Part> secondPacket() throws BrokenFile {
        var parts = new ArrayList<Part>();
        for (var page : pages.subList(1, pages.size())) {
            int at = page.body();
            for (int segment = page.start() + HEADER; segment < page.body(); segment++) {
                int length = bytes[segment] & 0xFF;
                parts.add(new Part(page, at, length));
                at += length;
                if (length < 255) {
                    return parts;
                }
            }
        }
        throw new BrokenFile("nothing behind the header");
    }

    private void sum(Page page) {
        buffer.putInt(page.start() + CHECKSUM, 0);
        int sum = 0;
        for (int at = page.start(); at < page.end(); at++) {
            sum = sum << 8 ^ CRC[(sum >>> 24 ^ bytes[at]) & 0xFF];
        }
        buffer.putInt(page.start() + CHECKSUM, sum);
    }
}
