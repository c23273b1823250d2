package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The records of an XLS (97 and later) in which people stand, or paths on their disks; programs in sheets are refused. */
final class SheetNames {

    private static final int BEGIN = 0x809;
    private static final int CONTINUED = 0x3C;
    private static final int NEWEST = 0x600;

    private final byte[] bytes;
    private final ByteBuffer records;

    private SheetNames(byte[] bytes) {
        this.bytes = bytes;
        this.records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void blank(CompoundFile file) throws BrokenFile {
        var stream = OldOfficeTraces.only(file, "Workbook");
        var names = new SheetNames(file.read(stream));
        names.walk();
        file.write(stream, names.bytes);
    }

    private void walk() throws BrokenFile {
        if (records.getShort(0) != BEGIN || records.getShort(4) != NEWEST) {
            throw BrokenFile.old();
        }
        for (int at = 0; at + 4 <= bytes.length; at = end(at)) {
            record(records.getShort(at), at + 4, end(at));
            if (records.getShort(at) == 0 && end(at) == at + 4) {
                return;
            }
        }
    }

    private int end(int at) throws BrokenFile {
        int end = at + 4 + (records.getShort(at + 2) & 0xFFFF);
        if (end > bytes.length) {
            throw new BrokenFile("a record is cut off");
        }
        return end;
    }

    private void record(int kind, int from, int end) throws BrokenFile {
        switch (kind) {
            case 0x2F -> throw BrokenFile.locked();
            case 0x85 -> requireSheet(from);
            case 0x5C -> {
                Arrays.fill(bytes, from, end, (byte) ' ');
                Arrays.fill(bytes, from, Math.min(end, from + 3), (byte) 0);
            }
            case 0x5B -> {
                Arrays.fill(bytes, from, from + 4, (byte) 0);
                letters(from + 4, end);
            }
            case 0x4D -> Arrays.fill(bytes, from, end, (byte) 0);
            case 0x1C -> letters(from + 8, end);
            case 0x1AE -> outside(from, end);
            case 0xEB, 0xEC, 0xED -> pictures(from, end);
            default -> {}
        }
    }

    private void requireSheet(int from) throws BrokenFile {
        int kind = bytes[from + 5];
        if (kind == 1 || kind == 6) {
            throw BrokenFile.active();
        }
    }

    /** Of another workbook or program, by its path; of this one it is only said that it is this one. */
    private void outside(int from, int end) {
        if (end - from > 4) {
            letters(from + 2, end);
        }
    }

    private void letters(int from, int end) {
        if (from + 3 > end) {
            return;
        }
        boolean wide = (bytes[from + 2] & 1) != 0;
        int length = (records.getShort(from) & 0xFFFF) * (wide ? 2 : 1);
        for (int at = from + 3; at < Math.min(end, from + 3 + length); at++) {
            bytes[at] = (byte) (wide && (at - from - 3) % 2 == 1 ? 0 : 'x');
        }
    }

    /** A drawing goes on over several records. */
    private void pictures(int from, int end) throws BrokenFile {
        int last = end;
        int length = end - from;
        while (last + 4 <= bytes.length && records.getShort(last) == CONTINUED) {
            length += end(last) - last - 4;
            last = end(last);
        }
        var whole = new byte[length];
        move(from, end, last, whole, true);
        PicturesInside.blank(whole);
        move(from, end, last, whole, false);
    }

    private void move(int from, int end, int last, byte[] whole, boolean out) throws BrokenFile {
        int done = 0;
        int start = from;
        int stop = end;
        while (true) {
            if (out) {
                System.arraycopy(bytes, start, whole, done, stop - start);
            } else {
                System.arraycopy(whole, done, bytes, start, stop - start);
            }
            done += stop - start;
            if (stop >= last) {
                return;
            }
            start = stop + 4;
            stop = end(stop);
        }
    }
}
