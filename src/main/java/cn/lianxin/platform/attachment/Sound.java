package cn.lianxin.platform.attachment;

import java.nio.BufferUnderflowException;
import java.time.Duration;

/**
 * A recording as it is stored: the sound alone, without what the device wrote about itself and its owner, and how long it
 * lasts by the sound itself. What a header claims of its length is not asked.
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one call and is never compared.
record Sound(byte[] bytes, Duration length, boolean silent) {

    static Sound heard(byte[] bytes, Duration length) {
        return new Sound(bytes, length, false);
    }

    /** So many of so many a second. */
    static Duration length(long samples, long rate) {
        return Duration.ofMillis(samples * 1000 / rate);
    }

    static Sound of(FileType type, byte[] bytes) throws BrokenFile {
        try {
            return switch (type) {
                case WAV -> WavSound.of(bytes);
                case MP3 -> MpegSound.of(bytes);
                case AAC -> AdtsSound.of(bytes);
                case AMR -> AmrSound.of(bytes);
                case OGG -> OggSound.of(bytes);
                case WEBM_AUDIO -> WebmSound.of(bytes);
                case M4A, THREE_GP_AUDIO -> IsoSound.of(bytes);
                case JPEG, PNG, WEBP, GIF, HEIC, WEBM, MP4, QUICKTIME, THREE_GP, PDF, DOCX, XLSX, DOC, XLS, TXT ->
                    throw new IllegalArgumentException(type + " is no recording");
            };
        } catch (IndexOutOfBoundsException | BufferUnderflowException end) {
            throw new BrokenFile("ends where more was promised");
        }
    }
}
