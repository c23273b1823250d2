package cn.lianxin.platform.transparency;

import cn.lianxin.platform.note.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By whom the log is witnessed: the lines of a policy file beside the keys, which is read anew each time. */
@Component
class Policy {

    private final Path file;
    private final LogKeys keys;

    Policy(@Value("${lianxin.transparency.directory:${lianxin.data:data}}") Path directory, LogKeys keys) {
        this.file = directory.resolve("log-witnesses.policy").toAbsolutePath();
        this.keys = keys;
    }

    List<TrustPolicy.Known> witnesses() {
        return Files.exists(file) ? TrustPolicy.parse(text()).witnesses() : List.of();
    }

    /** With our own keys before it, for whoever checks. */
    String text() {
        var logs = keys.verifiers().stream().map(key -> "log " + key + "\n").collect(Collectors.joining());
        try {
            return logs + (Files.exists(file) ? Files.readString(file) : "quorum none\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
