package cn.lianxin.platform.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.TrialData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that the authors of other logs have agreed on, verdict by verdict. */
class PublicVectorsTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void all_98_inclusion_verdicts_are_exact() throws IOException {
        var wrong = new ArrayList<Path>();

        var files = vectors("merkle-vectors/inclusion");
        for (var file : files) {
            var vector = json.readTree(Files.readString(file));
            var holds = holds(() -> Proofs.mustInclude(
                    number(vector, "leafIdx"),
                    number(vector, "treeSize"),
                    hash(vector.get("leafHash")),
                    proof(vector),
                    hash(vector.get("root"))));
            if (holds == vector.get("wantErr").asBoolean()) {
                wrong.add(file);
            }
        }

        assertThat(files).hasSize(98);
        assertThat(wrong).isEmpty();
    }

    @Test
    void all_98_consistency_verdicts_are_exact() throws IOException {
        var wrong = new ArrayList<Path>();

        var files = vectors("merkle-vectors/consistency");
        for (var file : files) {
            var vector = json.readTree(Files.readString(file));
            var holds = holds(() -> Proofs.mustGrow(
                    number(vector, "size1"),
                    number(vector, "size2"),
                    hash(vector.get("root1")),
                    hash(vector.get("root2")),
                    proof(vector)));
            if (holds == vector.get("wantErr").asBoolean()) {
                wrong.add(file);
            }
        }

        assertThat(files).hasSize(98);
        assertThat(wrong).isEmpty();
    }

    private static boolean holds(Runnable check) {
        try {
            check.run();
            return true;
        } catch (Unproven refused) {
            return false;
        }
    }

    private static long number(JsonNode vector, String name) {
        return vector.get(name).bigIntegerValue().longValue();
    }

    private static List<Hash> proof(JsonNode vector) {
        var proof = vector.get("proof");
        return proof == null || proof.isNull()
                ? List.of()
                : StreamSupport.stream(proof.spliterator(), false)
                        .map(PublicVectorsTest::hash)
                        .toList();
    }

    /** Where a vector has a few words instead of a hash, a hash that no tree has and that is the same for the same words. */
    private static Hash hash(JsonNode text) {
        var bytes = Base64.getDecoder().decode(text.asString());
        return bytes.length == Hash.BYTES || bytes.length == 0 ? Hash.of(bytes) : Hash.of(Hash.sha256(bytes));
    }

    private static List<Path> vectors(String folder) throws IOException {
        try (var files = Files.walk(TrialData.file(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
