package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.WalArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the backup of each day, and the base where the log is archived, if the settings name a place: once, on however many nodes,
 * by the same way as {@code ./lianxin backup}. What failed is tried again after an hour.
 */
@Component
class DailyBackup {

    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration AGAIN = Duration.ofHours(1);

    private final DataSource pool;
    private final JdbcConnectionDetails where;
    private final Environment environment;
    private final Outcomes outcomes;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicBoolean working = new AtomicBoolean();

    DailyBackup(
            DataSource pool,
            JdbcConnectionDetails where,
            Environment environment,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pool = pool;
        this.where = where;
        this.environment = environment;
        this.outcomes = new Outcomes(database);
        this.events = events;
        this.clock = clock;
    }

    /** On a thread of its own: it may take an hour, and others have to look after the minute. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2M")
    void look() {
        if (isWanted() && working.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("backup").start(() -> {
                try {
                    makeWhatIsDue();
                } catch (RuntimeException e) {
                    LOG.warn("looking after the backups failed; it is tried again in a minute", e);
                } finally {
                    working.set(false);
                }
            });
        }
    }

    private boolean isWanted() {
        try {
            return !to().isBlank() || archive().isPresent();
        } catch (IOException fault) {
            LOG.warn("whether the log is archived cannot be found out: {}", fault.toString());
            return false;
        }
    }

    private String to() {
        return environment.getProperty("lianxin.backup.to", "");
    }

    private Optional<WalArchive> archive() throws IOException {
        return environment.getProperty("spring.datasource.url", "embedded").equals("embedded")
                ? WalArchive.of(data())
                : Optional.empty();
    }

    private Path data() {
        return Path.of(environment.getProperty("lianxin.data", "data"))
                .toAbsolutePath()
                .normalize();
    }

    /** Nothing where another node is at it. */
    void makeWhatIsDue() {
        try (var holding = pool.getConnection()) {
            if (!ask(holding, "select pg_try_advisory_lock(hashtextextended('backup', 0))")) {
                return;
            }
            try {
                rows();
                base();
            } finally {
                ask(holding, "select pg_advisory_unlock(hashtextextended('backup', 0))");
            }
        } catch (SQLException away) {
            LOG.warn("the database cannot be asked which backup is due: {}", away.getMessage());
        } catch (IOException fault) {
            LOG.warn("which backup is due cannot be found out: {}", fault.toString());
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void rows() {
        var to = to();
        if (!to.isBlank() && isDue(BackupFailed.Kind.ROWS, Instant.EPOCH)) {
            var words = new ArrayList<>(List.of(
                    "backup",
                    "--data=" + data(),
                    "--to=" + to,
                    "--keep=" + environment.getProperty("lianxin.backup.keep", "14")));
            var keys = environment.getProperty("lianxin.backup.keys");
            if (keys != null && !keys.isBlank()) {
                words.add("--keys=" + keys);
            }
            make(BackupFailed.Kind.ROWS, words);
        }
    }

    private void base() throws IOException {
        var archive = archive();
        if (archive.isPresent() && isDue(BackupFailed.Kind.BASE, archive.get().since())) {
            make(
                    BackupFailed.Kind.BASE,
                    List.of(
                            "backup",
                            "--base",
                            "--data=" + data(),
                            "--keep=" + environment.getProperty("lianxin.backup.bases", "2")));
        }
    }

    /** @param since nothing from before counts */
    private boolean isDue(BackupFailed.Kind kind, Instant since) {
        var now = clock.instant();
        var wanted = lastTime(now);
        var made = outcomes.newestMade(kind).map(Outcomes.Outcome::begun);
        var current = made.filter(at -> !at.isBefore(wanted) && !at.isBefore(since));
        var tried = outcomes.newest(kind)
                .filter(one -> !one.trouble().isEmpty())
                .map(one -> one.ended().plus(AGAIN))
                .filter(now::isBefore);
        return current.isEmpty() && tried.isEmpty();
    }

    /** When the hour of the backup was last. */
    private Instant lastTime(Instant now) {
        var hour = LocalTime.parse(environment.getProperty("lianxin.backup.at", "03:00"));
        var today = LocalDate.ofInstant(now, ZONE).atTime(hour).atZone(ZONE);
        return today.toInstant().isAfter(now) ? today.minusDays(1).toInstant() : today.toInstant();
    }

    private void make(BackupFailed.Kind kind, List<String> words) {
        var begun = clock.instant();
        var trouble = attempt(words);
        outcomes.write(new Outcomes.Outcome(kind, begun, clock.instant(), trouble.orElse("")));
        if (trouble.isPresent()) {
            LOG.warn("no backup ({}) was made: {}", kind, trouble.get());
            var cause = "backup:" + kind + ":" + LocalDate.ofInstant(begun, ZONE);
            events.publishEvent(new BackupFailed(kind, cause, begun, trouble.get()));
        } else {
            LOG.info("a backup ({}) was made", kind);
        }
    }

    private Optional<String> attempt(List<String> words) {
        var said = new ByteArrayOutputStream();
        try {
            if (BackupMain.run(words, settings(), clock, new PrintStream(said, true, StandardCharsets.UTF_8)) == 0) {
                return Optional.empty();
            }
        } catch (RuntimeException fault) {
            LOG.warn("a backup failed", fault);
            return Optional.of("程序出错 · A fault: " + fault);
        }
        return Optional.of(said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("✗"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining("\n")));
    }

    /** As the script would hand them over; the database by its address, whichever it is. */
    private Installation.Settings settings() {
        var named = Map.of(
                "LIANXIN_AUDIT_HEADS", "lianxin.audit.heads",
                "LIANXIN_VAULT_KEYFILE", "lianxin.vault.key-file",
                "LIANXIN_TRANSPARENCY_DIRECTORY", "lianxin.transparency.directory");
        return name -> switch (name) {
            case "SPRING_DATASOURCE_URL" -> where.getJdbcUrl();
            case "SPRING_DATASOURCE_USERNAME" -> where.getUsername();
            case "SPRING_DATASOURCE_PASSWORD" -> where.getPassword();
            default -> said(named.get(name));
        };
    }

    private @Nullable String said(@Nullable String name) {
        return name == null ? null : environment.getProperty(name);
    }
}
