package cn.lianxin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What locks, digests and signs is written down, and nothing of it is broken. */
class CryptographyTest {

    /** A string that names an algorithm to the JDK or to Bouncy Castle. */
    private static final Pattern ALGORITHM = Pattern.compile(
            "\"((?:AES|DES|DESede|RC4|Blowfish|ChaCha20)(?:[/-][A-Za-z0-9/-]+)?|(?:MD|SHA)-?[0-9][A-Za-z0-9-]*|Hmac\\w+|PBKDF2\\w+"
                    + "|EC|RSA[A-Za-z0-9/-]*|Ed25519|X25519|secp\\w+|TLS[v0-9.]*|SSL\\w*|PKCS12|JKS|X\\.509)\"");

    private static final Pattern ASKED_FOR = Pattern.compile(
            "(?:Cipher|Mac|MessageDigest|Signature|Key(?:Pair)?Generator|KeyFactory|KeyAgreement|SecretKeyFactory"
                    + "|KeyStore|SSLContext|CertificateFactory)\\s*\\.getInstance\\(\\s*\"([^\"]+)\"");

    private static final Pattern BROKEN =
            Pattern.compile("(?i)(MD2|MD5|SHA-?1|DES.*|RC4|Blowfish|.*/ECB/.*|AES|.*PKCS1Padding|SSL.*|TLSv1(\\.1)?)");

    @Test
    void every_algorithm_stands_in_the_inventory() throws IOException {
        var text = Files.readString(Path.of("docs/security.md"));
        var inventory = text.substring(text.indexOf("\n## Keys and algorithms"), text.indexOf("\n## Ways in"));

        var used = new TreeSet<String>();
        for (var file : sources()) {
            used.addAll(algorithms(Files.readString(file)));
        }

        assertThat(used).contains("AES/GCM/NoPadding", "SHA-256", "HmacSHA256", "SHA256withECDSA");
        assertThat(used).allSatisfy(algorithm -> assertThat(inventory).contains("`" + algorithm + "`"));
    }

    @Test
    void none_of_them_is_broken() throws IOException {
        for (var file : sources()) {
            assertThat(broken(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void the_check_would_notice_a_broken_or_an_unknown_one() {
        assertThat(broken("MessageDigest.getInstance(\"MD5\")")).containsExactly("MD5");
        assertThat(broken("Cipher.getInstance(\"AES\")")).containsExactly("AES");
        assertThat(broken("Cipher.getInstance(\"AES/ECB/PKCS5Padding\")")).containsExactly("AES/ECB/PKCS5Padding");
        assertThat(broken("new SecretKeySpec(bytes, \"AES\")")).isEmpty();
        assertThat(algorithms("Mac.getInstance(\"Poly1305\")")).containsExactly("Poly1305");
        assertThat(algorithms("= \"HmacSHA256\";")).containsExactly("HmacSHA256");
    }

    private static Set<String> algorithms(String source) {
        var found = new TreeSet<String>();
        Stream.of(ALGORITHM, ASKED_FOR)
                .forEach(pattern -> pattern.matcher(source)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !name.equals("AES"))
                        .forEach(found::add));
        return found;
    }

    /** The bare name of a cipher means its weakest mode, where one asks for the cipher itself. */
    private static Set<String> broken(String source) {
        var found = new TreeSet<String>();
        ASKED_FOR.matcher(source).results().map(match -> match.group(1)).forEach(found::add);
        algorithms(source).forEach(found::add);
        found.removeIf(name -> !BROKEN.matcher(name).matches());
        return found;
    }

    private static Iterable<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
