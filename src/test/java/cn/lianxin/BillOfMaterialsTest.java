package cn.lianxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product is made of, as its jar says it; whether that is all is looked at by {@code names-its-parts.sh}. */
class BillOfMaterialsTest {

    private static final Set<String> ACCEPTED = Set.of(
            "0BSD",
            "Apache-2.0",
            "Bouncy Castle Licence",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MPL-2.0",
            "PostgreSQL",
            "Unicode-3.0");

    /** Whose title is taken for another licence by the maker of the bill; what its file says was read by a person. */
    private static final Map<String, String> AS_READ = Map.of("liblinear", "BSD-3-Clause");

    static Stream<JsonNode> parts() throws IOException {
        try (var bill = Objects.requireNonNull(
                BillOfMaterialsTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json"),
                "no bill: Maven makes none while it is offline")) {
            var parts = JsonMapper.shared().readTree(bill).get("components");
            assertThat(parts.size()).isGreaterThan(100);
            return parts.valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void each_part_may_be_had_under_a_licence_that_we_accept(JsonNode part) {
        assertThat(licences(part)).as(name(part)).containsAnyElementsOf(ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void each_part_is_the_one_that_runs(JsonNode part) throws IOException, NoSuchAlgorithmException {
        var file = onClassPath(name(part) + "-" + part.get("version").asString());

        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

        assertThat(HexFormat.of().formatHex(digest)).as(file.toString()).isEqualTo(sha256(part));
    }

    private static String name(JsonNode part) {
        return part.get("name").asString();
    }

    private static List<String> licences(JsonNode part) {
        var read = AS_READ.get(name(part));
        return read == null ? licencesInBill(part) : List.of(read);
    }

    private static List<String> licencesInBill(JsonNode part) {
        return part.get("licenses")
                .valueStream()
                .map(licence -> licence.get("license"))
                .map(licence -> licence.path("id").asString(licence.path("name").asString("")))
                .toList();
    }

    private static String sha256(JsonNode part) {
        return part.get("hashes")
                .valueStream()
                .filter(hash -> hash.get("alg").asString().equals("SHA-256"))
                .map(hash -> hash.get("content").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Path onClassPath(String start) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(start))
                .findFirst()
                .orElseGet(() -> fail(start + " is not on the class path"));
    }
}
