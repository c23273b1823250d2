package cn.lianxin.platform.attachment;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A file on its way in: measured, recognized, freed from traces, with a preview where it is a photo.
 *
 * @param bytes as they will be stored
 * @param length of a recording
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one call and is never compared.
record Intake(String name, FileType type, byte[] bytes, Optional<byte[]> preview, Optional<Duration> length) {

    static final int LARGEST = 20 * 1024 * 1024;
    static final long MOST_PIXELS = 60_000_000;
    static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Somebody has to listen to it. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    static Intake of(byte[] bytes, FileName name) {
        return of(bytes, name, false);
    }

    /** @param credited a picture keeps who made it, as {@link Credit} says */
    static Intake of(byte[] bytes, FileName name, boolean credited) {
        try {
            var type = TrueType.of(bytes).orElseThrow(() -> notTaken(name));
            if (type.kind() == AttachmentKind.RECORDING) {
                return recording(name, type, bytes);
            }
            requireDecodable(type, bytes, name);
            var traceless = withoutTraces(type, bytes);
            var clean = credited ? Credit.of(type, bytes).into(type, traceless) : traceless;
            return new Intake(name.as(type), type, clean, previewOf(type, clean), Optional.empty());
        } catch (BrokenFile cutOff) {
            throw refusal(cutOff.code(), name);
        }
    }

    private static Intake recording(FileName name, FileType type, byte[] bytes) throws BrokenFile {
        var sound = Sound.of(type, bytes);
        requireHearable(sound, name);
        return new Intake(name.as(type), type, sound.bytes(), Optional.empty(), Optional.of(sound.length()));
    }

    /** All of it, and never further than the limit. */
    static byte[] read(InputStream content, FileName name) {
        try {
            var bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length == 0) {
                throw refusal("file-empty", name);
            }
            if (bytes.length > LARGEST) {
                throw new Refusal.Violation("files", "file-too-large", name.written(), LARGEST / 1024 / 1024);
            }
            return bytes;
        } catch (IOException cutOff) {
            throw refusal("file-broken", name);
        }
    }

    private static Refusal notTaken(FileName name) {
        return refusal(FileType.isPromisedBy(name.extension()) ? "file-lies" : "file-not-accepted", name);
    }

    private static void requireHearable(Sound sound, FileName name) {
        if (sound.length().compareTo(SHORTEST) < 0) {
            throw refusal("recording-too-short", name);
        }
        if (sound.silent()) {
            throw refusal("recording-silent", name);
        }
        if (sound.length().compareTo(LONGEST) > 0) {
            throw new Refusal.Violation(
                    "files",
                    "recording-too-long",
                    name.written(),
                    sound.length().toMinutes(),
                    LONGEST.toMinutes());
        }
    }

    private static void requireDecodable(FileType type, byte[] bytes, FileName name) throws BrokenFile {
        switch (type) {
            case JPEG, PNG, GIF -> {
                var size = Picture.sizeOf(bytes);
                if ((long) size.width * size.height > MOST_PIXELS) {
                    throw new Refusal.Violation(
                            "files",
                            "photo-too-large",
                            name.written(),
                            MOST_PIXELS / 1_000_000,
                            size.width,
                            size.height);
                }
            }
            default -> {}
        }
    }

    private static byte[] withoutTraces(FileType type, byte[] bytes) throws BrokenFile {
        return switch (type) {
            case JPEG -> JpegTraces.without(bytes);
            case PNG -> ChunkTraces.withoutInPng(bytes);
            case WEBP -> ChunkTraces.withoutInWebp(bytes);
            case HEIC -> HeicTraces.without(bytes);
            case MP4, THREE_GP, QUICKTIME -> FilmTraces.without(bytes);
            case MP3, M4A, AAC, AMR, WAV, OGG, WEBM_AUDIO, THREE_GP_AUDIO ->
                throw new IllegalArgumentException(type + " is a recording");
            case GIF -> GifTraces.without(bytes);
            case WEBM -> WebmSound.of(bytes).bytes();
            case PDF -> PdfTraces.without(bytes);
            case DOCX, XLSX -> OfficeTraces.without(bytes);
            case DOC, XLS -> OldOfficeTraces.without(type, bytes);
            case TXT -> bytes;
        };
    }

    private static Optional<byte[]> previewOf(FileType type, byte[] bytes) throws BrokenFile {
        return switch (type) {
            case JPEG -> Picture.preview(bytes, JpegTraces.orientationOf(bytes));
            case PNG, GIF -> Picture.preview(bytes, 1);
            default -> Optional.empty();
        };
    }

    private static Refusal refusal(String code, FileName name) {
        return new Refusal.Violation("files", code, name.written());
    }
}
