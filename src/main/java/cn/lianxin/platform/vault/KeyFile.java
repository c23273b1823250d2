package cn.lianxin.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** The file in which the keys of the vault lie, for its owner alone: two lines, the second of which changes. */
final class KeyFile {

    private static final int ALIAS_BYTES = 32;

    /** @param wrapping as the library writes it */
    record Content(byte[] alias, byte[] wrapping) {

        private static Content of(String text) {
            var lines = text.strip().split("\n");
            if (lines.length != 2) {
                throw new IllegalStateException("the file of the vault's keys is damaged");
            }
            var alias = Base64.getDecoder().decode(lines[0]);
            if (alias.length != ALIAS_BYTES) {
                throw new IllegalStateException("the file of the vault's keys is damaged");
            }
            return new Content(alias, Base64.getDecoder().decode(lines[1]));
        }

        private byte[] bytes() {
            var base64 = Base64.getEncoder();
            return (base64.encodeToString(alias) + "\n" + base64.encodeToString(wrapping) + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final Path path;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    FileTime changedAt() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Content read() {
        try {
            return Content.of(Files.readString(path, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Complete before it has its name; whoever was first keeps his. */
    void create(Content content) {
        write(content, unfinished -> {
            try {
                Files.createLink(path, unfinished);
            } catch (FileAlreadyExistsException another) {
                // Two processes began at once.
            }
        });
    }

    /** All of it or nothing, also when the power fails. */
    void replace(Content content) {
        write(
                content,
                unfinished -> Files.move(
                        unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    private interface Naming {
        void name(Path unfinished) throws IOException;
    }

    private void write(Content content, Naming naming) {
        var directory = path.getParent();
        try {
            Files.createDirectories(directory);
            var unfinished = Files.createTempFile(
                    directory,
                    "vault",
                    ".unfinished",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(content.bytes()));
                    channel.force(true);
                }
                naming.name(unfinished);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            try (var entry = FileChannel.open(directory)) {
                entry.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
