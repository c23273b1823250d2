package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Proofs;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignedNote;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That what a sheet of paper says is what the log holds, to be checked from the paper alone: entries with their places below one
 * signed checkpoint, and of each the salts of what is printed.
 */
public record SheetProof(SignedNote checkpoint, List<Part> parts) {

    /** @param open what of it can be held against its commitments, by the names of the fields */
    public record Part(byte[] manifest, long index, List<Hash> path, SortedMap<String, Opened> open) {

        String subject() {
            return Manifest.parse(manifest).subject();
        }

        /** Empty where it is not in the proof, or only its salt. */
        Optional<String> content(String field) {
            return Optional.ofNullable(open.get(field)).flatMap(Opened::content);
        }
    }

    /** @param content empty where it was too long for a code: whoever checks has it before him */
    public record Opened(String salt, Optional<String> content) {}

    private static final int VERSION = 1;
    private static final int LARGEST = 200_000;
    private static final int LONGEST_PATH = 63;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As JSON, compressed (zlib). */
    public byte[] bytes() {
        var written = new LinkedHashMap<String, Object>();
        written.put("v", VERSION);
        written.put("checkpoint", checkpoint.toString());
        written.put("entries", parts.stream().map(SheetProof::json).toList());
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(JSON.writeValueAsBytes(written));
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static Map<String, Object> json(Part part) {
        var open = new TreeMap<String, List<String>>();
        part.open()
                .forEach((name, opened) -> open.put(
                        name,
                        opened.content()
                                .map(content -> List.of(opened.salt(), content))
                                .orElseGet(() -> List.of(opened.salt()))));
        var written = new LinkedHashMap<String, Object>();
        written.put("manifest", new String(part.manifest(), StandardCharsets.UTF_8));
        written.put("index", part.index());
        written.put("path", part.path().stream().map(Hash::toString).toList());
        written.put("open", open);
        return written;
    }

    /** Refuses {@code SHEET_MALFORMED}, {@code NOTE_MALFORMED}, {@code HASH_MALFORMED}. */
    public static SheetProof parse(byte[] compressed) {
        try {
            var json = JSON.readTree(inflated(compressed));
            if (json.path("v").asInt(0) != VERSION) {
                throw new Unproven(Reason.SHEET_MALFORMED, "version " + json.path("v"));
            }
            var parts = new ArrayList<Part>();
            for (var one : json.path("entries")) {
                parts.add(part(one));
            }
            return new SheetProof(SignedNote.parse(json.path("checkpoint").asString("")), parts);
        } catch (JacksonException | DataFormatException notReadable) {
            throw new Unproven(Reason.SHEET_MALFORMED, "not readable", notReadable);
        }
    }

    private static byte[] inflated(byte[] compressed) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            var out = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!inflater.finished()) {
                var read = inflater.inflate(buffer);
                if (read == 0 || out.size() > LARGEST) {
                    throw new Unproven(Reason.SHEET_MALFORMED, "cut off or too large");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private static Part part(JsonNode json) {
        var open = new TreeMap<String, Opened>();
        for (var one : json.path("open").properties()) {
            var values = one.getValue();
            open.put(
                    one.getKey(),
                    new Opened(
                            values.path(0).asString(""),
                            values.size() > 1 ? Optional.of(values.path(1).asString("")) : Optional.empty()));
        }
        var path = new ArrayList<Hash>();
        for (var one : json.path("path")) {
            path.add(Hash.parse(one.asString("")));
        }
        if (path.size() > LONGEST_PATH) {
            throw new Unproven(Reason.SHEET_MALFORMED, "more than " + LONGEST_PATH + " hashes");
        }
        return new Part(
                json.path("manifest").asString("").getBytes(StandardCharsets.UTF_8),
                json.path("index").asLong(-1),
                path,
                open);
    }

    /** Each of its entries below a checkpoint that is believed already, and each content that it carries in its entry. */
    void mustHold(Checkpoint point) {
        for (var part : parts) {
            Manifest manifest = Manifest.parse(part.manifest());
            Proofs.mustInclude(part.index(), point.size(), Hash.ofLeaf(part.manifest()), part.path(), point.root());
            part.open()
                    .forEach((name, opened) -> opened.content()
                            .ifPresent(content -> manifest.mustHold(name, Salt.parse(opened.salt()), content)));
        }
    }
}
