package cn.lianxin.platform.database;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * How a copy of a server's files becomes a server again: by what was archived since.
 *
 * @param segments where the archived segments lie
 * @param until the last moment that shall be in it; empty for all that was archived
 */
public record Recovery(Path segments, Optional<Instant> until) {

    private static final String FETCH = """
            set -eu
            [ -e "$LIANXIN_WAL/$1.gz" ] || exit 1
            gzip -dc < "$LIANXIN_WAL/$1.gz" > "$2"
            """;

    /** A Z is not taken for a zone there. */
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    /** What came out of it instead of a server, as PostgreSQL's own log tells it. */
    public static final class Failed extends RuntimeException {
        private final String log;

        Failed(String log) {
            super("PostgreSQL did not recover");
            this.log = log;
        }

        public String log() {
            return log;
        }
    }

    /** Nobody is let in before it stands. */
    String options() {
        return " -c hot_standby=off -c archive_mode=off -c recovery_target_action=promote"
                + " -c restore_command='sh -c \"$LIANXIN_WAL_FETCH\" fetch %f %p'"
                + until.map(moment -> " -c recovery_target_time='" + PLAIN.format(moment) + "+00'")
                        .orElse("");
    }

    Map<String, String> environment() {
        return Map.of("LIANXIN_WAL", segments.toString(), "LIANXIN_WAL_FETCH", FETCH);
    }
}
