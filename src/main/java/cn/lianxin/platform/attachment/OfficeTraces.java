package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a DOCX or XLSX anew with those parts that are read: text, sheets, pictures, diagrams and comments, the authors
 * of none of them. What it says of itself, earlier versions, programs, objects and outside templates are not written.
 */
final class OfficeTraces {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String ROOT = "";

    private final OfficePackage opened;
    private final Map<String, byte[]> written = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private OfficeTraces(OfficePackage opened) {
        this.opened = opened;
    }

    static byte[] without(byte[] bytes) throws BrokenFile {
        try (var opened = new OfficePackage(bytes)) {
            return new OfficeTraces(opened).copied();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BrokenFile("no document that can be read");
        }
    }

    private byte[] copied() throws IOException, BrokenFile {
        relations(ROOT);
        while (!waiting.isEmpty()) {
            copy(waiting.remove());
        }
        if (types.isEmpty()) {
            throw new BrokenFile("no document inside");
        }
        var clean = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(clean)) {
            put(archive, "[Content_Types].xml", OfficeRelations.contentTypes(types));
            for (var part : written.entrySet()) {
                put(archive, part.getKey(), part.getValue());
            }
        }
        return clean.toByteArray();
    }

    private void copy(String part) throws IOException, BrokenFile {
        var type = types.get(part);
        if (type != null && type.startsWith("image/")) {
            written.put(part, OfficePictures.without(opened.read(part)));
        } else {
            var kept = relations(part);
            written.put(part, OfficeText.without(opened.read(part), kept.ids()));
        }
    }

    private OfficeRelations relations(String part) throws IOException, BrokenFile {
        var place = OfficeRelations.placeOf(part);
        if (!opened.has(place)) {
            return OfficeRelations.NONE;
        }
        var kept = OfficeRelations.read(opened.read(place), part).only(this::taken);
        written.put(place, kept.written());
        return kept;
    }

    private boolean taken(OfficeRelations.Relation relation) throws IOException, BrokenFile {
        if (relation.outside()) {
            return relation.isLink();
        }
        if (!relation.isRead() || !opened.has(relation.part())) {
            return false;
        }
        if (types.containsKey(relation.part())) {
            return true;
        }
        var type = relation.isPicture()
                ? OfficePictures.typeOf(opened.read(relation.part()))
                : opened.typeOf(relation.part());
        if (type.isEmpty()) {
            return false;
        }
        types.put(relation.part(), type);
        waiting.add(relation.part());
        return true;
    }

    private static void put(ZipOutputStream archive, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        archive.putNextEntry(entry);
        archive.write(content);
        archive.closeEntry();
    }
}
