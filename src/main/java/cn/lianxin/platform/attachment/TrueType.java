package cn.lianxin.platform.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.tika.Tika;

/** What a file is by its content. Its name is never asked: names lie. */
final class TrueType {

    private static final Tika TIKA = new Tika();

    private TrueType() {}

    /** The type, empty if it is none that is taken. */
    static Optional<FileType> of(byte[] bytes) {
        if (hasWord(bytes, 4, "ftyp")) {
            return isoMedia(bytes);
        }
        return switch (TIKA.detect(bytes)) {
            case "application/zip", "application/x-tika-ooxml" -> officeOpenXml(bytes);
            case "application/x-tika-msoffice", "application/msword", "application/vnd.ms-excel" -> oldOffice(bytes);
            case "video/webm", "audio/webm", "application/x-matroska", "video/x-matroska", "audio/x-matroska" ->
                webm(bytes);
            case "audio/ogg", "audio/opus", "audio/vorbis", "audio/speex", "application/ogg" ->
                Optional.of(FileType.OGG);
            case "audio/vnd.wave", "audio/wav", "audio/x-wav" -> Optional.of(FileType.WAV);
            case "audio/x-aac" -> Optional.of(FileType.AAC).filter(_ -> isAac(bytes));
            case "audio/amr", "audio/amr-wb" -> Optional.of(FileType.AMR);
            case "application/octet-stream" -> withoutMagic(bytes);
            case String other -> FileType.ofMediaType(other);
        };
    }

    /** By the brand that comes first; phones write many, and Tika takes most of them for QuickTime. */
    private static Optional<FileType> isoMedia(byte[] bytes) {
        var brand = word(bytes, 8);
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" ->
                contains(bytes, 64, "hei", StandardCharsets.US_ASCII) ? Optional.of(FileType.HEIC) : Optional.empty();
            case "qt  " -> Optional.of(FileType.QUICKTIME);
            case "avif", "avis", "jp2 ", "jxl ", "crx " -> Optional.empty();
            default -> {
                boolean film = IsoBoxes.hasPictures(bytes);
                yield Optional.of(
                        brand.startsWith("3g")
                                ? (film ? FileType.THREE_GP : FileType.THREE_GP_AUDIO)
                                : (film ? FileType.MP4 : FileType.M4A));
            }
        };
    }

    /** AAC begins with a bare frame, and text in GB18030 with nothing at all. */
    private static Optional<FileType> withoutMagic(byte[] bytes) {
        if (isAac(bytes)) {
            return Optional.of(FileType.AAC);
        }
        return isChineseText(bytes) ? Optional.of(FileType.TXT) : Optional.empty();
    }

    private static boolean isAac(byte[] bytes) {
        if (!isAacFrame(bytes, 0) || bytes.length < 7) {
            return false;
        }
        int length = ((bytes[3] & 3) << 11) | ((bytes[4] & 0xFF) << 3) | ((bytes[5] & 0xFF) >>> 5);
        return length > 7 && isAacFrame(bytes, length);
    }

    private static boolean isAacFrame(byte[] bytes, int at) {
        return at + 1 < bytes.length && bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xF6) == 0xF0;
    }

    private static boolean isChineseText(byte[] bytes) {
        try {
            var text = Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.chars().noneMatch(character -> character < ' ' && !Character.isWhitespace(character));
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    /** Reads the directory of the archive alone: nothing is unpacked, so nothing can swell. */
    private static Optional<FileType> officeOpenXml(byte[] bytes) {
        try (var archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var macros = archive.getEntry("word/vbaProject.bin") != null
                    || archive.getEntry("xl/vbaProject.bin") != null
                    || archive.getEntry("[Content_Types].xml") == null;
            if (macros) {
                return Optional.empty();
            }
            if (archive.getEntry("word/document.xml") != null) {
                return Optional.of(FileType.DOCX);
            }
            return archive.getEntry("xl/workbook.xml") == null ? Optional.empty() : Optional.of(FileType.XLSX);
        } catch (IOException notAnArchive) {
            return Optional.empty();
        }
    }

    private static Optional<FileType> oldOffice(byte[] bytes) {
        if (contains(bytes, bytes.length, "WordDocument", StandardCharsets.UTF_16LE)) {
            return Optional.of(FileType.DOC);
        }
        var sheets = contains(bytes, bytes.length, "Workbook", StandardCharsets.UTF_16LE)
                || contains(bytes, bytes.length, "Book", StandardCharsets.UTF_16LE);
        return sheets ? Optional.of(FileType.XLS) : Optional.empty();
    }

    private static Optional<FileType> webm(byte[] bytes) {
        if (!contains(bytes, 64, "webm", StandardCharsets.US_ASCII)) {
            return Optional.empty();
        }
        var pictures = contains(bytes, 64 * 1024, "V_VP", StandardCharsets.US_ASCII)
                || contains(bytes, 64 * 1024, "V_AV1", StandardCharsets.US_ASCII);
        return Optional.of(pictures ? FileType.WEBM : FileType.WEBM_AUDIO);
    }

    private static boolean hasWord(byte[] bytes, int at, String word) {
        return at + 4 <= bytes.length && word(bytes, at).equals(word);
    }

    private static String word(byte[] bytes, int at) {
        return at + 4 <= bytes.length ? new String(bytes, at, 4, StandardCharsets.ISO_8859_1) : "";
    }

    private static boolean contains(byte[] bytes, int until, String word, Charset charset) {
        var text = new String(bytes, 0, Math.min(until, bytes.length), StandardCharsets.ISO_8859_1);
        return text.contains(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1));
    }
}
