package cn.lianxin.platform.transparency;

import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.note.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What was signed, in a file outside of the database that is only added to: where a restored backup ends before it, signing on
 * would make a fork, and nothing is signed any more until somebody has decided.
 */
@Component
class SignedHeads {

    private final Path file;

    SignedHeads(@Value("${lianxin.transparency.directory:${lianxin.data:data}}") Path directory) {
        this.file = directory.resolve("log-heads.log").toAbsolutePath();
    }

    /** Of this log; the keys of another begin anew. */
    synchronized Optional<Checkpoint> newest(String origin) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words.length == 3 && words[0].equals(origin))
                    .map(words -> new Checkpoint(words[0], Long.parseLong(words[1]), Hash.parse(words[2])))
                    .reduce((_, last) -> last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the disk before anybody sees the checkpoint. */
    synchronized void add(Checkpoint point) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    file,
                    point.origin() + " " + point.size() + " " + point.root() + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
