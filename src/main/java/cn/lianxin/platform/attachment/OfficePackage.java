package cn.lianxin.platform.attachment;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The archive that a newer office document is, opened with a measure: it may not unpack to more than is ever written. */
final class OfficePackage implements AutoCloseable {

    private static final int MOST_PARTS = 5_000;
    private static final int LARGEST_PART = 48 * 1024 * 1024;
    private static final long MOST = 192L * 1024 * 1024;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final ZipFile archive;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private long unpacked;

    OfficePackage(byte[] bytes) throws IOException, BrokenFile {
        archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
        for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw BrokenFile.locked();
            }
            parts.putIfAbsent(key(entry.getName()), entry);
            if (parts.size() > MOST_PARTS) {
                throw BrokenFile.swells();
            }
        }
        readTypes();
    }

    private void readTypes() throws IOException, BrokenFile {
        for (var element : OfficeText.elements(read(CONTENT_TYPES))) {
            var name = element.getOrDefault("PartName", "." + element.getOrDefault("Extension", ""));
            types.put(key(name.startsWith("/") ? name.substring(1) : name), element.getOrDefault("ContentType", ""));
        }
        if (types.values().stream().anyMatch(OfficePackage::isProgram)) {
            throw BrokenFile.active();
        }
    }

    private static boolean isProgram(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.contains("macro") || lower.contains("vba") || lower.contains("activex");
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** What the document calls it, where that is something that is read; empty for all else. */
    String typeOf(String part) {
        var extension = part.substring(part.lastIndexOf('.') + 1);
        var type = types.getOrDefault(key(part), types.getOrDefault(key("." + extension), ""));
        boolean known = type.startsWith("application/vnd.openxmlformats-officedocument.")
                || type.startsWith("application/vnd.ms-office.")
                || type.equals("application/vnd.wps-officedocument.cellimage+xml");
        return known && type.endsWith("+xml") || type.equals("application/vnd.openxmlformats-officedocument.vmlDrawing")
                ? type
                : "";
    }

    byte[] read(String part) throws IOException, BrokenFile {
        var entry = parts.get(key(part));
        if (entry == null) {
            throw new BrokenFile("no part " + part);
        }
        try (var content = archive.getInputStream(entry)) {
            var bytes = content.readNBytes(LARGEST_PART + 1);
            unpacked += bytes.length;
            if (bytes.length > LARGEST_PART || unpacked > MOST) {
                throw BrokenFile.swells();
            }
            return bytes;
        }
    }

    /** Office programs do not tell large letters from small ones in names of parts. */
    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
