package cn.lianxin.platform.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
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
    private final Map<Log, Set<Head>> letGo = new EnumMap<>(Log.class);
    private long readUntil;

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

    /** Where the chain may begin, by what was written down: each end up to which anybody let go, or was about to. */
    synchronized Set<Head> letGo(Log log) {
        read();
        return Set.copyOf(letGo.getOrDefault(log, Set.of()));
    }

    synchronized void sealed(Log log, Head head, Instant now) {
        read();
        write(Said.SEALED, log, head, now);
        keep(log, head);
    }

    synchronized void letGo(Log log, Head head, Instant now) {
        read();
        write(Said.LET_GO, log, head, now);
        keepLetGo(log, head);
    }

    /** What was added since, by this node or by another that shares the file; a line that is not whole yet waits. */
    private void read() {
        try {
            if (!Files.exists(file) || Files.size(file) <= readUntil) {
                return;
            }
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                in.skipNBytes(readUntil);
                var line = new StringBuilder();
                for (var next = in.read(); next >= 0; next = in.read()) {
                    line.append((char) next);
                    if (next == '\n') {
                        take(line.toString().strip().split(" "));
                        readUntil += line.length();
                        line.setLength(0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String[] words) {
        if (words.length != 5) {
            return;
        }
        var log = Log.valueOf(words[2]);
        var head = new Head(Long.parseLong(words[3]), words[4]);
        switch (Said.valueOf(words[1])) {
            case SEALED -> keep(log, head);
            case LET_GO -> keepLetGo(log, head);
        }
    }

    private void keep(Log log, Head head) {
        var known = of(log);
        known.put(head.place(), head.hash());
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
    }

    /** Who puts back what was let go has to come to the same end. */
    private void keepLetGo(Log log, Head head) {
        letGo.computeIfAbsent(log, _ -> new HashSet<>()).add(head);
        keep(log, head);
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
