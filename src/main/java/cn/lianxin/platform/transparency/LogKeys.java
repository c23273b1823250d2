package cn.lianxin.platform.transparency;

import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that sign, one a line in a file beside the data, for its owner alone; all of them sign, the newest first, so that
 * whoever knows an old one can still read what a new one signs.
 */
@Component
class LogKeys {

    private static final int RANDOM_BYTES = 8;

    private final Path file;

    LogKeys(@Value("${lianxin.transparency.directory:${lianxin.data:data}}") Path directory) {
        this.file = directory.resolve("log.key").toAbsolutePath();
    }

    /** Made when the first checkpoint is signed. */
    synchronized List<SigningKey> keys() {
        if (!Files.exists(file)) {
            var random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            create(SigningKey.generate("lianxin/" + HexFormat.of().formatHex(random) + "/log", SignatureType.ED25519));
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(SigningKey::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<VerifierKey> verifiers() {
        return keys().stream().map(SigningKey::verifier).toList();
    }

    String origin() {
        return keys().getFirst().verifier().name();
    }

    /** The old ones go on signing until their line is taken out of the file. */
    synchronized VerifierKey rotate() {
        var before = keys();
        var next = SigningKey.generate(origin(), SignatureType.ED25519);
        write(Stream.concat(Stream.of(next), before.stream()).toList(), false);
        return next.verifier();
    }

    /** Complete before it has its name; whoever was first keeps his. */
    private void create(SigningKey key) {
        write(List.of(key), true);
    }

    private void write(List<SigningKey> keys, boolean first) {
        try {
            Files.createDirectories(file.getParent());
            var unfinished = Files.createTempFile(
                    file.getParent(),
                    "log",
                    ".unfinished",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(
                        unfinished, keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining()));
                if (first) {
                    Files.createLink(file, unfinished);
                } else {
                    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (FileAlreadyExistsException another) {
                // Two processes began at once.
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
