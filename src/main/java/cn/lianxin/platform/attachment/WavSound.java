package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** WAV: written anew with its format and its sound and nothing else. */
final class WavSound {

    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int FLOATING = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LONGEST_FORMAT = 40;

    /** Bytes a second of the thinnest sound there is. */
    private static final int SLOWEST = 500;

    /** 48 dB below the loudest there can be: a microphone that is switched off, not a quiet voice. */
    private static final int QUIETEST = 128;

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private int format = -1;
    private int formatLength;
    private int data = -1;
    private int dataLength;

    private WavSound(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Sound of(byte[] bytes) throws BrokenFile {
        var wav = new WavSound(bytes);
        wav.findChunks();
        return new Sound(wav.written(), wav.length(), wav.silent());
    }

    private void findChunks() throws BrokenFile {
        for (int at = 12; at + 8 <= bytes.length && data < 0; ) {
            var type = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            long size = Integer.toUnsignedLong(buffer.getInt(at + 4));
            int left = bytes.length - at - 8;
            if (type.equals("data")) {
                data = at + 8;
                dataLength = dataLength(size, left);
            } else if (size > left) {
                throw new BrokenFile("a chunk is cut off");
            } else if (type.equals("fmt ") && size >= 16 && size <= LONGEST_FORMAT) {
                format = at + 8;
                formatLength = (int) size;
            }
            at += 8 + (int) (size + (size & 1));
        }
        if (format < 0 || data < 0) {
            throw new BrokenFile("no sound in it");
        }
    }

    /** Some recorders write the length last, and never do when they are interrupted: then it is what there is. */
    private static int dataLength(long claimed, int left) throws BrokenFile {
        if (claimed == 0 || claimed >= Integer.MAX_VALUE) {
            return left;
        }
        if (claimed > left) {
            throw new BrokenFile("the sound is cut off");
        }
        return (int) claimed;
    }

    private Duration length() throws BrokenFile {
        long bytesASecond =
                switch (coding()) {
                    case PCM, FLOATING -> (long) rate() * channels() * bits() / 8;
                    case A_LAW, MU_LAW -> (long) rate() * channels();
                    default -> Integer.toUnsignedLong(buffer.getInt(format + 8));
                };
        if (bytesASecond < SLOWEST) {
            throw new BrokenFile("a format that cannot be");
        }
        return Sound.length(dataLength, bytesASecond);
    }

    private boolean silent() {
        if (coding() == MU_LAW || coding() == A_LAW) {
            for (int at = data; at < data + dataLength; at++) {
                if (coding() == MU_LAW ? Companded.muLaw(bytes[at]) > QUIETEST : Companded.aLaw(bytes[at]) > QUIETEST) {
                    return false;
                }
            }
            return true;
        }
        if (coding() == PCM && bits() == 16) {
            for (int at = data; at + 1 < data + dataLength; at += 2) {
                if (Math.abs((int) buffer.getShort(at)) > QUIETEST) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private byte[] written() {
        int even = formatLength & ~1;
        var clean = ByteBuffer.allocate(12 + 8 + even + 8 + dataLength + (dataLength & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII));
        clean.putInt(clean.capacity() - 8)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(even)
                .put(Arrays.copyOfRange(bytes, format, format + even))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(dataLength)
                .put(bytes, data, dataLength);
        return clean.array();
    }

    private int coding() {
        int coding = Short.toUnsignedInt(buffer.getShort(format));
        return coding == EXTENSIBLE ? Short.toUnsignedInt(buffer.getShort(format + 24)) : coding;
    }

    private int channels() {
        return Short.toUnsignedInt(buffer.getShort(format + 2));
    }

    private int rate() {
        return buffer.getInt(format + 4);
    }

    private int bits() {
        return Short.toUnsignedInt(buffer.getShort(format + 14));
    }
}
