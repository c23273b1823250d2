package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Proofs;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.LogProof;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That something was said on a day whose tree stands in the log: the words, their way to the root of the day, and the day's entry.
 *
 * @param content canonical JSON, with its {@code day}
 * @param leaf the commitment to it, as it stands in the tree of its day
 * @param files by their places in the content, those of its files that still stand
 * @param path from the sibling of the leaf upwards
 * @param opened all fields of the day's entry
 * @param entry that the day's entry is in the log
 */
public record DayProof(
        String content,
        Salt salt,
        Hash leaf,
        SortedMap<Integer, OpenedFile> files,
        long place,
        List<Hash> path,
        SortedMap<String, Opened> opened,
        LogProof entry) {

    /** The kind of a day's entry, and its fields. */
    public static final String KIND = "daybook.day";

    public static final String DAY = "day.day";
    public static final String ROOT = "day.root";
    public static final String SIZE = "day.size";

    /** Where the content has the commitments of its files. */
    public static final String FILES = "files";

    /** Where the content of something sealed has the digest of its bytes; nothing else has this field. */
    public static final String SEALED = "sha256";

    private static final String COMMITTED = "daybook.leaf";
    private static final String COMMITTED_FILE = "daybook.file";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A field of an entry with its content. */
    public record Opened(Salt salt, String value) {}

    /** @param sha256 of a file, as everybody's programs write it */
    public record OpenedFile(Salt salt, String sha256) {}

    public DayProof {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        path = List.copyOf(path);
        opened = Collections.unmodifiableSortedMap(new TreeMap<>(opened));
    }

    /** What stands in the tree of the day for it. */
    public static Hash commit(Salt salt, String content) {
        return salt.commit(COMMITTED, content);
    }

    /** What stands in the content for a file: with its salt all is gone that tells which it was. */
    public static Hash commitFile(Salt salt, String sha256) {
        return salt.commit(COMMITTED_FILE, sha256);
    }

    public static String subject(String day) {
        return "day:" + day;
    }

    /** The checkpoint that it leads to, whose signatures are the caller's to check. */
    public Checkpoint mustHold() {
        if (!commit(salt, content).equals(leaf)) {
            throw new Unproven(Reason.FIELD_ALTERED, "content");
        }
        filesMustHold();
        var day = words().getOrDefault("day", "");
        var bytes = entry.extra().orElseThrow(() -> new Unproven(Reason.PROOF_MALFORMED, "no entry in it"));
        var manifest = Manifest.parse(bytes);
        if (!manifest.kind().equals(KIND) || !manifest.subject().equals(subject(day))) {
            throw new Unproven(Reason.DAY_DIFFERS, manifest.kind() + " " + manifest.subject() + ", not " + day);
        }
        if (!manifest.commitments().keySet().equals(opened.keySet())) {
            throw new Unproven(
                    Reason.FIELD_MISSING,
                    manifest.subject() + ": " + manifest.commitments().keySet());
        }
        opened.forEach((name, field) -> manifest.mustHold(name, field.salt(), field.value()));
        if (!field(DAY).equals(day)) {
            throw new Unproven(Reason.DAY_DIFFERS, field(DAY) + ", not " + day);
        }
        mustBeOfTheDay();
        return entry.mustInclude(bytes);
    }

    private void filesMustHold() {
        var committed = committedFiles();
        files.forEach((at, file) -> {
            if (at > committed.size()) {
                throw new Unproven(Reason.FIELD_MISSING, "file " + at);
            }
            if (!commitFile(file.salt(), file.sha256()).toString().equals(committed.get(at - 1))) {
                throw new Unproven(Reason.FIELD_ALTERED, "file " + at);
            }
        });
    }

    boolean isSealed() {
        return words().containsKey(SEALED);
    }

    /** Of all files that came with it. */
    List<String> committedFiles() {
        try {
            return JSON.readTree(content).path(FILES).values().stream()
                    .map(DayProof::text)
                    .toList();
        } catch (JacksonException notJson) {
            throw new Unproven(Reason.PROOF_MALFORMED, "content", notJson);
        }
    }

    private void mustBeOfTheDay() {
        var size = field(SIZE);
        if (!size.matches("[1-9][0-9]{0,8}")) {
            throw new Unproven(Reason.PROOF_MALFORMED, "size " + size);
        }
        try {
            Proofs.mustInclude(place, Long.parseLong(size), Hash.ofLeaf(leaf.bytes()), path, Hash.parse(field(ROOT)));
        } catch (Unproven notThere) {
            throw new Unproven(notThere.reason(), "in the tree of the day, " + notThere.detail(), notThere);
        }
    }

    private String field(String name) {
        var field = opened.get(name);
        if (field == null) {
            throw new Unproven(Reason.FIELD_MISSING, name);
        }
        return field.value();
    }

    /** What it says, in the order in which it is written. */
    Map<String, String> words() {
        try {
            var words = new TreeMap<String, String>();
            JSON.readTree(content).properties().forEach(one -> words.put(one.getKey(), text(one.getValue())));
            return words;
        } catch (JacksonException notJson) {
            throw new Unproven(Reason.PROOF_MALFORMED, "content", notJson);
        }
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
