package cn.lianxin.platform.witness;

import cn.lianxin.platform.note.Checkpoint;
import cn.lianxin.platform.note.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The newest checkpoint that was cosigned, in a file that is whole on the disk before anybody learns of it. */
final class WitnessState {

    private final Path directory;

    WitnessState(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<SignedNote> newest() {
        var file = directory.resolve("checkpoint");
        try {
            return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(SignedNote note) {
        write("checkpoint", note.toString());
    }

    /** Both, so that whoever is shown the file sees it without us. */
    Path keepEvidence(SignedNote before, SignedNote after) {
        var name = "fork-" + Checkpoint.parse(after.text()).size() + "-"
                + Checkpoint.parse(after.text())
                        .root()
                        .toString()
                        .replaceAll("[^A-Za-z0-9]", "")
                        .substring(0, 12) + ".txt";
        return write(name, before + "\n\n" + after);
    }

    private Path write(String name, String text) {
        var file = directory.resolve(name);
        var unfinished = directory.resolve(name + ".unfinished");
        try {
            try (var channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var entry = FileChannel.open(directory)) {
                entry.force(true);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
