package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that were not written here find no key, token or password in any file of the project. */
@Tag("browser")
class SecretScanTest {

    private static final Path SCANNER = Path.of("target", "npm", "secrets").toAbsolutePath();

    /** What looks like one and is none. */
    private static final Set<String> NONE = Set.of(
            // An address that must be refused for the password in it.
            "src/test/java/cn/lianxin/platform/outgoing/DestinationTest.java");

    @TempDir
    Path elsewhere;

    @Test
    void nobody_left_a_key_a_token_or_a_password_in_the_project() throws Exception {
        var files = ofTheProject();
        assertThat(files).contains("pom.xml", "lianxin").hasSizeGreaterThan(1_000);

        var found = scan(files);

        assertThat(found).allMatch(line -> NONE.contains(line.split(":")[0])).hasSameSizeAs(NONE);
    }

    @Test
    void a_key_and_a_token_that_lie_there_are_found() throws Exception {
        var key = Files.writeString(elsewhere.resolve("server.pem"), privateKey());
        var token = Files.writeString(elsewhere.resolve("notes.txt"), "token = gh" + "p_" + "aB3dE6gH9".repeat(4));

        var found = scan(List.of(key.toString(), token.toString()));

        assertThat(found)
                .anyMatch(line -> line.startsWith(key.toString()))
                .anyMatch(line -> line.startsWith(token.toString()));
    }

    private static List<String> ofTheProject() throws IOException {
        var left = List.of(Path.of("./target"), Path.of("./data"), Path.of("./.git"), Path.of("./.idea"));
        try (var all = Files.walk(Path.of("."))) {
            return all.filter(file -> left.stream().noneMatch(file::startsWith))
                    .filter(Files::isRegularFile)
                    .map(file -> Path.of(".").relativize(file).toString())
                    .toList();
        }
    }

    private static List<String> scan(List<String> files) throws IOException, InterruptedException {
        assertThat(SCANNER.resolve("node_modules"))
                .as("./lianxin test puts the scanner there; by hand: cp -r src/test/npm/secrets target/npm/ && cd"
                        + " target/npm/secrets && npm ci --ignore-scripts")
                .isDirectory();
        return run(List.of("node", SCANNER.resolve("scan.js").toString()), String.join("\n", files))
                .lines()
                .toList();
    }

    private static String run(List<String> command, String input) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return said;
    }

    private static String privateKey() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var encoded = generator.generateKeyPair().getPrivate().getEncoded();
        var kind = "PRIVATE KEY-----\n";
        return "-----BEGIN " + kind + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + kind;
    }
}
