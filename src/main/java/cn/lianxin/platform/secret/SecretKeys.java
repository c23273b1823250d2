package cn.lianxin.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of the installation: those of the settings, or one made on first use beside the data. The first locks, each
 * of them unlocks, so that a key can be replaced.
 */
@Component
class SecretKeys {

    /** Bytes of the mark by which what was locked names its key. */
    static final int MARK = 4;

    private static final int BYTES = 32;

    record Marked(byte[] mark, SecretKey key) {}

    private final List<String> configured;
    private final Path file;
    private volatile List<Marked> read = List.of();

    SecretKeys(@Value("${lianxin.secret-keys:}") List<String> configured, @Value("${lianxin.data:data}") Path data) {
        this.configured = configured;
        this.file = data.resolve("secret.key");
    }

    Marked first() {
        return all().getFirst();
    }

    Marked marked(byte[] mark) {
        return all().stream()
                .filter(key -> Arrays.equals(key.mark(), mark))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "locked under a key that is not here: see lianxin.secret-keys and " + file));
    }

    private List<Marked> all() {
        if (read.isEmpty()) {
            var texts = configured.isEmpty() ? List.of(ofFile()) : configured;
            read = texts.stream().map(SecretKeys::parse).toList();
        }
        return read;
    }

    private static Marked parse(String text) {
        var bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("lianxin.secret-keys: a key is 32 bytes in base64");
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Marked(Arrays.copyOf(digest, MARK), new SecretKeySpec(bytes, "AES"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized String ofFile() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Complete before it has its name; whoever was first keeps his. */
    private void make() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "secret",
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(bytes), StandardCharsets.US_ASCII);
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException another) {
            // Two processes began at once.
        } finally {
            Files.delete(unfinished);
        }
    }
}
