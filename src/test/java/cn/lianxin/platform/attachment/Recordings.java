package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Recordings as devices make them, built frame by frame from nothing; of so many seconds. */
public final class Recordings {

    private static final int TELEPHONE = 8_000;

    private Recordings() {}

    /** What the page's own recorder makes: the µ-law of the telephone, with a tone in it. */
    public static byte[] spoken(int seconds) {
        var sound = new byte[seconds * TELEPHONE];
        for (int sample = 0; sample < sound.length; sample++) {
            sound[sample] = (byte) (sample % 16 < 8 ? 0xA0 : 0x20);
        }
        return muLaw(sound);
    }

    static byte[] silent(int seconds) {
        var sound = new byte[seconds * TELEPHONE];
        Arrays.fill(sound, (byte) 0xFF);
        return muLaw(sound);
    }

    static byte[] muLaw(byte[] sound) {
        return wav(7, TELEPHONE, 8, sound.length, sound);
    }

    static byte[] pcm(int seconds, short sample) {
        var sound = ByteBuffer.allocate(seconds * TELEPHONE * 2).order(ByteOrder.LITTLE_ENDIAN);
        while (sound.hasRemaining()) {
            sound.putShort(sample);
        }
        return wav(1, TELEPHONE, 16, sound.capacity(), sound.array());
    }

    /** @param claimed what the header says of its length, in bytes */
    static byte[] wav(int coding, int rate, int bits, int claimed, byte[] sound) {
        var format = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) coding)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate * bits / 8)
                .putShort((short) (bits / 8))
                .putShort((short) bits);
        var owner = Samples.ascii("INFOIART\24\0\0\0" + Samples.OWNER + "\0");
        return Samples.riff(
                "WAVE",
                chunk("fmt ", 16, format.array()),
                chunk("LIST", owner.length, owner),
                chunk("data", claimed, sound));
    }

    private static byte[] chunk(String type, int claimed, byte[] body) {
        return Samples.join(
                Samples.ascii(type),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(claimed)
                        .array(),
                body,
                new byte[body.length & 1]);
    }

    /** 44.1 kHz, 128 kbit/s, between a tag in front and one behind. */
    static byte[] mp3(int seconds) {
        var frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        var tag = Samples.ascii("TPE1" + "\0\0\0\24\0\0\0" + Samples.OWNER);
        return Samples.join(
                Samples.ascii("ID3\3\0\0\0\0\0"),
                new byte[] {(byte) tag.length},
                tag,
                repeated(frame, (seconds * 44_100 + 1151) / 1152),
                Arrays.copyOf(Samples.ascii("TAG" + Samples.OWNER), 128));
    }

    /** 8 kHz, frames of ten bytes. */
    static byte[] aac(int seconds) {
        return repeated(java.util.HexFormat.of().parseHex("fff16c80015ffc000000"), (seconds * 8_000 + 1023) / 1024);
    }

    /** 12.2 kbit/s. */
    static byte[] amr(int seconds) {
        var frame = new byte[32];
        frame[0] = 0x3C;
        return Samples.join(Samples.ascii("#!AMR\n"), repeated(frame, seconds * 50));
    }

    static byte[] opus(int seconds) {
        var head = Samples.join(Samples.ascii("OpusHead\1\1"), new byte[9]);
        var tags = Samples.join(
                Samples.ascii("OpusTags" + "\5\0\0\0" + "libxx" + "\1\0\0\0" + "\33\0\0\0" + "ARTIST=" + Samples.OWNER),
                new byte[1]);
        return Samples.join(page(2, 0, 0, head), page(0, 0, 1, tags), page(4, seconds * 48_000L, 2, new byte[100]));
    }

    private static byte[] page(int kind, long granule, int place, byte[] packet) {
        return ByteBuffer.allocate(28 + packet.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Samples.ascii("OggS\0"))
                .put((byte) kind)
                .putLong(granule)
                .putInt(7)
                .putInt(place)
                .putInt(0)
                .put((byte) 1)
                .put((byte) packet.length)
                .put(packet)
                .array();
    }

    /** As a browser streams it: neither the segment nor its clusters say how long they are. */
    /** The same with pictures, and a track with a name. */
    static byte[] webmFilm() {
        var head = Arrays.copyOf(Samples.matroska("webm", ""), 36);
        var name = Samples.ascii(Samples.OWNER);
        var track = Samples.join(
                hex("8685"),
                Samples.ascii("V_VP8"),
                hex("d78101" + "536e"),
                new byte[] {(byte) (0x80 | name.length)},
                name);
        return Samples.join(
                head,
                hex("18538067" + "01ffffffffffffff"),
                hex("1549a966" + "97" + "2ad7b1830f4240" + "4d808d" + "48756177656920526563726472"),
                hex("1654ae6b"),
                new byte[] {(byte) (0x82 + track.length), (byte) 0xAE, (byte) (0x80 | track.length)},
                track,
                hex("1f43b675" + "01ffffffffffffff" + "e784" + "00000000" + "a38681000080ffff"));
    }

    static byte[] webm(int seconds) {
        var head = Arrays.copyOf(Samples.matroska("webm", ""), 36);
        var parts = new java.io.ByteArrayOutputStream();
        parts.writeBytes(head);
        parts.writeBytes(hex("18538067" + "01ffffffffffffff"));
        parts.writeBytes(hex("1549a966" + "97" + "2ad7b1830f4240" + "4d808d" + "48756177656920526563726472"));
        parts.writeBytes(hex("1654ae6b" + "8d" + "ae8b" + "868641" + "5f4f505553" + "d78101"));
        for (int second = 0; second < seconds; second++) {
            parts.writeBytes(hex("1f43b675" + "01ffffffffffffff" + "e784"));
            parts.writeBytes(ByteBuffer.allocate(4).putInt(second * 1000).array());
            parts.writeBytes(hex("a386" + "81" + "0000" + "80" + "ffff"));
            parts.writeBytes(hex("a386" + "81" + "03e8" + "80" + "ffff"));
        }
        var tags = Samples.ascii("\0\0ARTIST " + Samples.OWNER);
        parts.writeBytes(hex("1254c367"));
        parts.write(0x80 | tags.length);
        parts.writeBytes(tags);
        return parts.toByteArray();
    }

    static byte[] iso(String brand, int seconds) {
        return Samples.join(
                Samples.box("ftyp", Samples.ascii(brand + "\0\0\2\0isom" + brand)),
                Samples.box(
                        "moov",
                        track(seconds * 8),
                        Samples.box("udta", Samples.box("©xyz", Samples.ascii("+40.1+113.5/" + Samples.OWNER)))),
                Samples.box("mdat", Samples.ascii("the sound")));
    }

    /** Fragment by fragment, as a telephone streams it. */
    static byte[] fragmented(int seconds) {
        var usual = ints(0, 1, 1, 1000, 0, 0);
        var lengths = new int[2 + seconds];
        Arrays.fill(lengths, 8000);
        lengths[0] = 0x100;
        lengths[1] = seconds;
        return Samples.join(
                Samples.box("ftyp", Samples.ascii("iso5\0\0\2\0iso5mp41")),
                Samples.box("moov", track(0), Samples.box("mvex", Samples.box("trex", usual))),
                Samples.box(
                        "moof",
                        Samples.box("traf", Samples.box("tfhd", ints(0, 1)), Samples.box("trun", ints(lengths)))),
                Samples.box("mdat", Samples.ascii("the sound")));
    }

    /** Frames of an eighth of a second each. */
    private static byte[] track(int frames) {
        var times = frames == 0 ? ints(0, 0) : ints(0, 1, frames, 1000);
        return Samples.box(
                "trak",
                Samples.box(
                        "mdia",
                        Samples.box("mdhd", ints(0, 0, 0, 8000, 0, 0)),
                        Samples.box("hdlr", Samples.ascii("\0\0\0\0\0\0\0\0soun\0\0\0\0")),
                        Samples.box("minf", Samples.box("stbl", Samples.box("stts", times)))));
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }

    private static byte[] repeated(byte[] frame, int times) {
        var all = new byte[frame.length * times];
        for (int time = 0; time < times; time++) {
            System.arraycopy(frame, 0, all, time * frame.length, frame.length);
        }
        return all;
    }
}
