package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.IsoBoxes.Box;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** M4A and 3GP: the lengths of their samples added up, wherever they are listed: at the front or fragment by fragment. */
final class IsoSound {

    private final byte[] bytes;
    private final ByteBuffer buffer;

    private IsoSound(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes);
    }

    static Sound of(byte[] bytes) throws BrokenFile {
        var clean = FilmTraces.without(bytes);
        return Sound.heard(clean, new IsoSound(clean).length());
    }

    private Duration length() throws BrokenFile {
        var top = IsoBoxes.top(bytes);
        var movie = IsoBoxes.only(top, "moov").getFirst();
        var parts = IsoBoxes.inside(bytes, movie);
        long length = 0;
        for (var track : IsoBoxes.only(parts, "trak")) {
            var media = first(IsoBoxes.inside(bytes, first(IsoBoxes.inside(bytes, track), "mdia")), "mdhd");
            long rate = Integer.toUnsignedLong(buffer.getInt(media.body() + (bytes[media.body()] == 1 ? 20 : 12)));
            if (rate == 0) {
                throw new BrokenFile("no rate");
            }
            length = Math.max(length, (listed(track) + fragments(top, parts)) * 1000 / rate);
        }
        return Duration.ofMillis(length);
    }

    private long listed(Box track) throws BrokenFile {
        var media = first(IsoBoxes.inside(bytes, track), "mdia");
        var table = first(IsoBoxes.inside(bytes, first(IsoBoxes.inside(bytes, media), "minf")), "stbl");
        var times = first(IsoBoxes.inside(bytes, table), "stts");
        long sum = 0;
        for (int at = times.body() + 8; at + 8 <= times.end(); at += 8) {
            sum += Integer.toUnsignedLong(buffer.getInt(at)) * Integer.toUnsignedLong(buffer.getInt(at + 4));
        }
        return sum;
    }

    private long fragments(List<Box> top, List<Box> movieParts) throws BrokenFile {
        long usual = 0;
        for (var extension : IsoBoxes.only(movieParts, "mvex")) {
            usual = buffer.getInt(
                    first(IsoBoxes.inside(bytes, extension), "trex").body() + 12);
        }
        long sum = 0;
        for (var fragment : IsoBoxes.only(top, "moof")) {
            for (var track : IsoBoxes.only(IsoBoxes.inside(bytes, fragment), "traf")) {
                var parts = IsoBoxes.inside(bytes, track);
                long here = usual(first(parts, "tfhd"), usual);
                for (var run : IsoBoxes.only(parts, "trun")) {
                    sum += run(run, here);
                }
            }
        }
        return sum;
    }

    /** The length of a sample in this fragment, where its header names one. */
    private long usual(Box header, long otherwise) {
        int flags = buffer.getInt(header.body());
        int at = header.body() + 8 + ((flags & 1) == 0 ? 0 : 8) + ((flags & 2) == 0 ? 0 : 4);
        return (flags & 8) == 0 ? otherwise : Integer.toUnsignedLong(buffer.getInt(at));
    }

    private long run(Box run, long usual) {
        int flags = buffer.getInt(run.body());
        long samples = Integer.toUnsignedLong(buffer.getInt(run.body() + 4));
        if ((flags & 0x100) == 0) {
            return samples * usual;
        }
        int each = 4 * Integer.bitCount(flags & 0xF00);
        long sum = 0;
        int at = run.body() + 8 + 4 * Integer.bitCount(flags & 5);
        for (long sample = 0; sample < samples; sample++, at += each) {
            sum += Integer.toUnsignedLong(buffer.getInt(at));
        }
        return sum;
    }

    private static Box first(List<Box> boxes, String type) throws BrokenFile {
        return boxes.stream()
                .filter(box -> box.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new BrokenFile("no box " + type));
    }
}
