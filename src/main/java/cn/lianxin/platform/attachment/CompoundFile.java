package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The file system inside of older office documents: streams of sectors. What is changed is changed where it lies. */
final class CompoundFile {

    private static final int FREE = -1;
    private static final int ENTRY = 128;

    /**
     * One stream.
     *
     * @param places where each of its sectors lies in the file
     */
    record Stream(String name, boolean storage, long size, int sector, List<Integer> places) {}

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final int sector;
    private final List<Integer> table = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();

    CompoundFile(byte[] original) throws BrokenFile {
        bytes = original.clone();
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int shift = buffer.getShort(30);
            if (shift != 9 && shift != 12 || buffer.getShort(32) != 6) {
                throw new BrokenFile("sectors of no known size");
            }
            sector = 1 << shift;
            readTable();
            readDirectory();
        } catch (IndexOutOfBoundsException cutOff) {
            throw new BrokenFile("a sector is cut off");
        }
    }

    private int place(int number) throws BrokenFile {
        long place = (number + 1L) * sector;
        if (number < 0 || place >= bytes.length) {
            throw new BrokenFile("a sector outside the file");
        }
        return (int) place;
    }

    private void readTable() throws BrokenFile {
        var lists = new ArrayList<Integer>();
        for (int entry = 0; entry < 109; entry++) {
            lists.add(buffer.getInt(76 + 4 * entry));
        }
        int next = buffer.getInt(68);
        for (int more = buffer.getInt(72); more > 0 && next >= 0 && lists.size() < bytes.length / sector; more--) {
            int at = place(next);
            for (int entry = 0; entry < sector / 4 - 1; entry++) {
                lists.add(buffer.getInt(at + 4 * entry));
            }
            next = buffer.getInt(at + sector - 4);
        }
        for (int list : lists) {
            if (list >= 0 && table.size() <= bytes.length / sector + sector) {
                int at = place(list);
                for (int entry = 0; entry < sector / 4 && at + 4 * entry + 4 <= bytes.length; entry++) {
                    table.add(buffer.getInt(at + 4 * entry));
                }
            }
        }
    }

    private static List<Integer> chain(List<Integer> table, int start) throws BrokenFile {
        var chain = new ArrayList<Integer>();
        for (int next = start; next >= 0; next = table.get(next)) {
            if (next >= table.size() || chain.size() > table.size()) {
                throw new BrokenFile("a chain of sectors without an end");
            }
            chain.add(next);
        }
        return chain;
    }

    private List<Integer> places(int start) throws BrokenFile {
        var places = new ArrayList<Integer>();
        for (int number : chain(table, start)) {
            places.add(place(number));
        }
        return places;
    }

    private void readDirectory() throws BrokenFile {
        var entries = new ArrayList<Integer>();
        for (int place : places(buffer.getInt(48))) {
            for (int entry = 0; entry < sector / ENTRY; entry++) {
                entries.add(place + ENTRY * entry);
            }
        }
        var root = places(buffer.getInt(entries.getFirst() + 116));
        var small = smallTable();
        for (int at : entries) {
            Arrays.fill(bytes, at + 100, at + 116, (byte) 0);
            int kind = bytes[at + 66];
            if (kind == 1 || kind == 2) {
                streams.add(stream(at, kind == 1, root, small));
            } else if (kind == 0) {
                Arrays.fill(bytes, at, at + 66, (byte) 0);
            }
        }
    }

    private List<Integer> smallTable() throws BrokenFile {
        var small = new ArrayList<Integer>();
        for (int place : places(buffer.getInt(60))) {
            for (int entry = 0; entry < sector / 4; entry++) {
                small.add(buffer.getInt(place + 4 * entry));
            }
        }
        return small;
    }

    private Stream stream(int at, boolean storage, List<Integer> root, List<Integer> small) throws BrokenFile {
        int length = Math.clamp(buffer.getShort(at + 64) - 2, 0, 62);
        var name = new String(bytes, at, length, StandardCharsets.UTF_16LE);
        long size = Integer.toUnsignedLong(buffer.getInt(at + 120));
        if (storage || size == 0) {
            return new Stream(name, storage, 0, sector, List.of());
        }
        if (size >= Integer.toUnsignedLong(buffer.getInt(56))) {
            return checked(new Stream(name, false, size, sector, places(buffer.getInt(at + 116))));
        }
        var places = new ArrayList<Integer>();
        for (int number : chain(small, buffer.getInt(at + 116))) {
            places.add(root.get(number * 64 / sector) + number * 64 % sector);
        }
        return checked(new Stream(name, false, size, 64, places));
    }

    private static Stream checked(Stream stream) throws BrokenFile {
        if ((long) stream.places().size() * stream.sector() < stream.size()) {
            throw new BrokenFile("a stream is cut off");
        }
        return stream;
    }

    List<Stream> streams() {
        return streams;
    }

    byte[] read(Stream stream) {
        var content = new byte[(int) stream.size()];
        for (int at = 0, next = 0; at < content.length; at += stream.sector(), next++) {
            int place = stream.places().get(next);
            System.arraycopy(bytes, place, content, at, Math.min(room(place, stream), content.length - at));
        }
        return content;
    }

    /** In its place, with nothing left of what lay behind it. */
    void write(Stream stream, byte[] content) {
        for (int next = 0; next < stream.places().size(); next++) {
            int place = stream.places().get(next);
            int room = room(place, stream);
            int at = next * stream.sector();
            Arrays.fill(bytes, place, place + room, (byte) 0);
            if (at < content.length) {
                System.arraycopy(content, at, bytes, place, Math.min(room, content.length - at));
            }
        }
    }

    private int room(int place, Stream stream) {
        return Math.min(stream.sector(), bytes.length - place);
    }

    /** The whole file, with nothing in sectors that belong to no stream. */
    byte[] written() throws BrokenFile {
        for (int number = 0; number < table.size() && (number + 1L) * sector < bytes.length; number++) {
            if (table.get(number) == FREE) {
                int at = place(number);
                Arrays.fill(bytes, at, Math.min(bytes.length, at + sector), (byte) 0);
            }
        }
        return bytes;
    }
}
