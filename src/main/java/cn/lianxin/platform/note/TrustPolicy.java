package cn.lianxin.platform.note;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which logs and which witnesses are believed, and how many of them it takes: a {@code tlog-policy} file. */
public final class TrustPolicy {

    /** @param address where it is reached, if the file says so */
    public record Known(VerifierKey key, Optional<String> address) {}

    private record Group(int least, List<String> members) {}

    private static final String NONE = "none";

    private final List<Known> logs = new ArrayList<>();
    private final Map<String, Known> witnesses = new LinkedHashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> inGroups = new HashSet<>();
    private Optional<String> quorum = Optional.empty();

    private TrustPolicy() {}

    /** Refuses {@code POLICY_MALFORMED}, naming the line. */
    public static TrustPolicy parse(String file) {
        var policy = new TrustPolicy();
        for (var line : file.split("\n", -1)) {
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
                throw malformed("a control character: " + line);
            }
            var stripped = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                policy.take(stripped, List.of(stripped.split("[ \t]+")));
            }
        }
        if (policy.quorum.isEmpty()) {
            throw malformed("no quorum line");
        }
        return policy;
    }

    private void take(String line, List<String> words) {
        switch (words.getFirst()) {
            case "log" -> takeLog(line, words);
            case "witness" -> takeWitness(line, words);
            case "group" -> takeGroup(line, words);
            case "quorum" -> takeQuorum(line, words);
            default -> throw malformed(line);
        }
    }

    private void takeLog(String line, List<String> words) {
        must(words.size() == 2 || words.size() == 3, line);
        var known = known(words.subList(1, words.size()), SignatureType.ED25519, line);
        must(logs.stream().noneMatch(log -> same(log.key(), known.key())), line);
        logs.add(known);
    }

    private void takeWitness(String line, List<String> words) {
        must(words.size() == 3 || words.size() == 4, line);
        var known = known(words.subList(2, words.size()), SignatureType.COSIGNATURE, line);
        must(isFree(words.get(1)), line);
        must(witnesses.values().stream().noneMatch(one -> same(one.key(), known.key())), line);
        witnesses.put(words.get(1), known);
    }

    private void takeGroup(String line, List<String> words) {
        must(words.size() >= 4 && isFree(words.get(1)), line);
        var members = words.subList(3, words.size());
        for (var member : members) {
            must((witnesses.containsKey(member) || groups.containsKey(member)) && inGroups.add(member), line);
        }
        var least =
                switch (words.get(2)) {
                    case "any" -> 1;
                    case "all" -> members.size();
                    case String number when number.matches("[1-9][0-9]{0,4}") -> Integer.parseInt(number);
                    default -> throw malformed(line);
                };
        must(least <= members.size(), line);
        groups.put(words.get(1), new Group(least, members));
    }

    private void takeQuorum(String line, List<String> words) {
        must(words.size() == 2 && quorum.isEmpty(), line);
        var name = words.get(1);
        must(name.equals(NONE) || witnesses.containsKey(name) || groups.containsKey(name), line);
        quorum = Optional.of(name);
    }

    private static Known known(List<String> words, SignatureType type, String line) {
        var key = VerifierKey.parse(words.getFirst());
        must(key.type() == type, line);
        return new Known(key, words.stream().skip(1).findFirst());
    }

    private static boolean same(VerifierKey one, VerifierKey other) {
        return Arrays.equals(one.publicKey(), other.publicKey());
    }

    private boolean isFree(String name) {
        return !name.equals(NONE) && !witnesses.containsKey(name) && !groups.containsKey(name);
    }

    public List<Known> logs() {
        return List.copyOf(logs);
    }

    public List<Known> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** Refuses {@code KEY_UNKNOWN}, {@code SIGNATURE_WRONG} and {@code QUORUM_MISSED}. */
    public Checkpoint mustBelieve(SignedNote note) {
        var point = Checkpoint.parse(note.text());
        note.mustBeSignedBy(logs.stream()
                .map(Known::key)
                .filter(key -> key.name().equals(point.origin()))
                .toList());
        var seen = new HashSet<>(
                note.signedBy(witnesses.values().stream().map(Known::key).toList()));
        var name = quorum.orElseThrow();
        if (!name.equals(NONE) && !witnessed(name, seen)) {
            throw new Unproven(Reason.QUORUM_MISSED, name + ": " + seen.size() + " of " + witnesses.size());
        }
        return point;
    }

    private boolean witnessed(String name, Set<VerifierKey> seen) {
        var witness = witnesses.get(name);
        if (witness != null) {
            return seen.contains(witness.key());
        }
        var group = groups.get(name);
        return group != null
                && group.members().stream()
                                .filter(member -> witnessed(member, seen))
                                .count()
                        >= group.least();
    }

    private static void must(boolean holds, String line) {
        if (!holds) {
            throw malformed(line);
        }
    }

    private static Unproven malformed(String line) {
        return new Unproven(Reason.POLICY_MALFORMED, line);
    }
}
