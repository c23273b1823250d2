package cn.lianxin.platform.attachment;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file on its way in: measured, recognized, freed from traces, with a preview where it is a photo.
 *
 * @param bytes as they will be stored
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one call and is never compared.
record Intake(String name, FileType type, byte[] bytes, Optional<byte[]> preview) {

    static final int LARGEST = 20 * 1024 * 1024;
    static final long MOST_PIXELS = 60_000_000;

    static Intake of(InputStream content, String claimedName) {
        var name = FileName.of(claimedName);
        try {
            var bytes = read(content, name);
            var type = TrueType.of(bytes).orElseThrow(() -> notTaken(name));
            requireDecodable(type, bytes, name);
            var clean = withoutTraces(type, bytes);
            return new Intake(name.as(type), type, clean, previewOf(type, clean));
        } catch (BrokenFile | IOException cutOff) {
            throw refusal("file-broken", name);
        }
    }

    private static byte[] read(InputStream content, FileName name) throws IOException {
        var bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length == 0) {
            throw refusal("file-empty", name);
        }
        if (bytes.length > LARGEST) {
            throw new Refusal.Violation("files", "file-too-large", name.written(), LARGEST / 1024 / 1024);
        }
        return bytes;
    }

    private static Refusal notTaken(FileName name) {
        return refusal(FileType.isPromisedBy(name.extension()) ? "file-lies" : "file-not-accepted", name);
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
            case MP4, M4A, THREE_GP, THREE_GP_AUDIO, QUICKTIME -> FilmTraces.without(bytes);
            case GIF, MP3, AAC, AMR, WAV, OGG, WEBM_AUDIO, WEBM, PDF, DOCX, XLSX, DOC, XLS, TXT -> bytes;
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
