package cn.lianxin.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How far each chain had come, in a file outside of the database that is only added to: who cuts the end off, or writes a
 * whole new chain, has only the half of it. Carried away now and then, it witnesses against whoever holds the machine, too.
 */
@Component
class Witness {

    /** So many heads are held against the chain; the file keeps all. */
    private static final int MOST = 20_000;

    private enum Said {
        SEALED,
        LET_GO
    }

    private final Path file;
    private final Map<Log, NavigableMap<Long, String>> heads = new EnumMap<>(Log.class);
    private final Map<Log, Head> letGo = new EnumMap<>(Log.class);
    private boolean read;

    Witness(@Value("${lianxin.audit.heads:${lianxin.data:data}/audit-heads.log}") Path file) {
        this.file = file;
    }

    /** The newest that was written down. */
    synchronized Optional<Head> newest(Log log) {
        read();
        return Optional.ofNullable(of(log).lastEntry()).map(last -> new Head(last.getKey(), last.getValue()));
    }

    /** What was written down of this place, if it was one of those. */
    synchronized Optional<String> at(Log log, long place) {
        read();
        return Optional.ofNullable(of(log).get(place));
    }

    /** Up to where was let go last, by what was written down. */
    synchronized Optional<Head> letGo(Log log) {
        read();
        return Optional.ofNullable(letGo.get(log));
    }

    synchronized void sealed(Log log, Head head, Instant now) {
        read();
        write(Said.SEALED, log, head, now);
        keep(log, head);
    }

    synchronized void letGo(Log log, Head head, Instant now) {
        read();
        write(Said.LET_GO, log, head, now);
        letGo.put(log, head);
    }

    private void read() {
        if (read) {
            return;
        }
        if (Files.exists(file)) {
            try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
                lines.map(line -> line.split(" "))
                        .filter(words -> words.length == 5)
                        .forEach(this::take);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        read = true;
    }

    private void take(String[] words) {
        var log = Log.valueOf(words[2]);
        var head = new Head(Long.parseLong(words[3]), words[4]);
        switch (Said.valueOf(words[1])) {
            case SEALED -> keep(log, head);
            case LET_GO -> letGo.put(log, head);
        }
    }

    private void keep(Log log, Head head) {
        var known = of(log);
        known.put(head.place(), head.hash());
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
    }

    private NavigableMap<Long, String> of(Log log) {
        return heads.computeIfAbsent(log, _ -> new TreeMap<>());
    }

    private void write(Said said, Log log, Head head, Instant now) {
        var line = "%s %s %s %d %s%n".formatted(now, said, log, head.place(), head.hash());
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    file, line, StandardCharsets.US_ASCII, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
