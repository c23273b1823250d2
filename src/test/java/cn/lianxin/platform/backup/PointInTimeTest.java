package cn.lianxin.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lianxin.platform.database.EmbeddedPostgres;
import cn.lianxin.platform.database.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** One installation whose log is archived: a base, then a word in each of three segments, and the moments between them. */
@Tag("database")
class PointInTimeTest {

    /** A place that would be a command, if anything ever read it as one. */
    private static final String PLACE = "it's \"all\" $(touch gone) `touch gone` %f %p; touch gone # 存档";

    @TempDir
    static Path directory;

    private static Instant beforeTheBase = Instant.EPOCH;
    private static Instant afterOne = Instant.EPOCH;
    private static Instant afterTwo = Instant.EPOCH;
    private static String segmentOfTwo = "";

    @BeforeAll
    static void an_installation_that_archives_and_then_stops() throws Exception {
        try (var server = new EmbeddedPostgres(data(), archive().toString())) {
            Flyway.configure()
                    .dataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword())
                    .locations("classpath:db/migration")
                    .defaultSchema("public")
                    .load()
                    .migrate();
            beforeTheBase = now(server);
            Files.writeString(data().resolve("audit-heads.log"), "as far as this\n");
            // As the product does by itself; a second look finds nothing to do.
            var daily = daily(server);
            daily.makeWhatIsDue();
            daily.makeWhatIsDue();
            assertThat(new ArchivedServer(place()).places().finished()).hasSize(1);
            write(server, "one");
            afterOne = now(server);
            write(server, "one and a half");
            next(server);
            segmentOfTwo = text(server, "select pg_walfile_name(pg_current_wal_lsn())");
            write(server, "two");
            afterTwo = now(server);
            write(server, "two and a half");
            next(server);
            write(server, "three");
        }
    }

    private static DailyBackup daily(EmbeddedPostgres server) {
        var pool = new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword());
        return new DailyBackup(
                pool,
                server,
                new MockEnvironment().withProperty("lianxin.data", data().toString()),
                JdbcClient.create(pool),
                event -> {
                    throw new IllegalStateException(event.toString());
                },
                Clock.systemUTC());
    }

    private static Path data() {
        return directory.resolve("data");
    }

    private static Path archive() {
        return directory.resolve(PLACE);
    }

    private static Path place() throws IOException {
        return WalArchive.of(data()).orElseThrow().placeOf(data());
    }

    private static void write(EmbeddedPostgres server, String word) throws SQLException {
        execute(server, "insert into transparency.begun (kind) values ('" + word + "')");
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Instant now(EmbeddedPostgres server) throws SQLException, InterruptedException {
        Thread.sleep(20);
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            var now = Objects.requireNonNull(row.getObject(1, OffsetDateTime.class));
            Thread.sleep(20);
            return now.toInstant();
        }
    }

    private static void next(EmbeddedPostgres server) throws SQLException, IOException {
        var closed = text(server, "select pg_walfile_name(pg_switch_wal())");
        var file = WalArchive.segmentsIn(place()).resolve(closed + ".gz");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
    }

    private static Programs.Ended restore(Path from, Path to, String... more) {
        var words = new ArrayList<>(List.of("restore", from.toString(), "--to=" + to));
        words.addAll(List.of(more));
        return Programs.run(Clock.systemUTC(), Map.of(), words.toArray(String[]::new));
    }

    private static List<String> wordsIn(Path restored) throws SQLException {
        try (var server = new EmbeddedPostgres(restored)) {
            write(server, "afterwards");
            var words = text(server, "select string_agg(kind, ',' order by kind) from transparency.begun");
            assertThat(text(server, "select pg_is_in_recovery()")).isEqualTo("f");
            return List.of(words.split(","));
        }
    }

    @Test
    void one_goes_back_to_a_moment_and_what_came_later_is_not_there() throws Exception {
        var to = directory.resolve("back");

        var ended = restore(archive(), to, "--at=" + afterOne);

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("can be read, each of them", "attachments fit", "without a gap", "put the keys back");
        assertThat(to.resolve("audit-heads.log")).hasContent("as far as this");
        assertThat(to.resolve("postgres/recovery.signal")).doesNotExist();
        assertThat(wordsIn(to)).containsExactly("afterwards", "one");
        assertThat(directory.resolveSibling("gone")).doesNotExist();
        assertThat(Path.of("gone")).doesNotExist();
        assertThat(data().resolve("postgres/gone")).doesNotExist();
    }

    @Test
    void without_a_moment_one_goes_to_the_end_which_a_clean_stop_has_archived() throws Exception {
        var to = directory.resolve("end");

        var ended = restore(place(), to);

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(wordsIn(to))
                .containsExactly("afterwards", "one", "one and a half", "three", "two", "two and a half");
    }

    @Test
    void a_rehearsal_leaves_nothing() throws Exception {
        var scratch = Files.createDirectory(directory.resolve("scratch"));

        var ended = Programs.run(
                Clock.systemUTC(), Map.of(), "rehearse", archive().toString(), "--at=" + afterTwo, "--in=" + scratch);

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("one can go back there");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void a_moment_before_the_first_base_and_one_after_the_end_are_named() {
        var early = restore(archive(), directory.resolve("early"), "--at=" + beforeTheBase);
        var late = restore(
                archive(), directory.resolve("late"), "--at=" + Instant.now().plus(Duration.ofDays(1)));
        var unclear = restore(archive(), directory.resolve("unclear"), "--at=yesterday");

        assertThat(early.code()).isEqualTo(1);
        assertThat(early.said()).contains("The earliest moment is");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.said()).contains("its last transaction is of 20", "Without --at all of it is restored");
        assertThat(unclear.said()).contains("2026-12-01T02:00:00+08:00");
        assertThat(directory.resolve("early")).doesNotExist();
        assertThat(directory.resolve("late")).doesNotExist();
        assertThat(directory.resolve("late.unfinished")).doesNotExist();
    }

    @Test
    void a_segment_that_is_missing_is_named_and_what_was_before_it_can_be_had() throws Exception {
        var copied = copy("missing");
        Files.delete(copied.resolve("wal").resolve(segmentOfTwo + ".gz"));

        var after = restore(copied, directory.resolve("after-missing"), "--at=" + afterTwo);
        var before = restore(copied, directory.resolve("before-missing"), "--at=" + afterOne);
        var all = restore(copied, directory.resolve("all-missing"));

        assertThat(after.code()).isEqualTo(1);
        assertThat(after.said()).contains("segment " + segmentOfTwo + " is missing", "cannot be reached");
        assertThat(before.code()).as(before.said()).isZero();
        assertThat(all.code()).isEqualTo(1);
        assertThat(all.said()).contains("segment " + segmentOfTwo + " is missing", "give a moment before");
    }

    @Test
    void a_segment_of_which_a_bit_was_flipped_and_one_of_another_place_are_named() throws Exception {
        var copied = copy("damaged");
        var segment = copied.resolve("wal").resolve(segmentOfTwo + ".gz");
        var whole = Files.readAllBytes(segment);
        var flipped = whole.clone();
        // Where something stands: in the emptiness behind it another bit may well stand for the same.
        flipped[300] ^= 4;

        Files.write(segment, flipped);
        var ended = restore(copied, directory.resolve("after-damaged"), "--at=" + afterTwo);
        Files.write(segment, Files.readAllBytes(WalArchive.segmentsIn(copied).resolve(firstSegment(copied))));
        var swapped = restore(copied, directory.resolve("after-swapped"), "--at=" + afterTwo);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("segment " + segmentOfTwo + " is damaged");
        assertThat(swapped.code()).isEqualTo(1);
        assertThat(swapped.said()).contains("segment " + segmentOfTwo + " is damaged");
    }

    @Test
    void a_base_that_is_damaged_or_lacks_its_own_segment_is_of_no_use() throws Exception {
        var copied = copy("base");
        var base = new ArchivedServer(copied).places().finished().getFirst();
        var packed = base.resolve(MakingBase.CLUSTER);
        var whole = Files.readAllBytes(packed);
        var flipped = whole.clone();
        flipped[whole.length / 2] ^= 4;

        Files.write(packed, flipped);
        var damaged = restore(copied, directory.resolve("damaged-base"));
        Files.write(packed, whole);
        Files.delete(copied.resolve("wal").resolve(BaseContents.read(base).last() + ".gz"));
        var alone = restore(copied, directory.resolve("lonely-base"), "--at=" + afterOne);

        assertThat(damaged.said()).contains("This base is damaged", "cluster.tar.gz");
        assertThat(alone.said()).contains("without it this base is of no use");
    }

    private static String firstSegment(Path place) throws IOException {
        return BaseContents.read(new ArchivedServer(place).places().finished().getFirst())
                        .first() + ".gz";
    }

    private static Path copy(String name) throws IOException {
        var from = place();
        var to = directory.resolve(name);
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    @Test
    void old_bases_go_with_their_segments_and_an_archive_that_is_gone_is_said() throws Exception {
        var other = directory.resolve("other");
        var kept = directory.resolve("kept");
        var words = new String[] {"backup", "--base", "--data=" + other, "--keep=1"};
        try (var server = new EmbeddedPostgres(other, kept.toString())) {
            Programs.run(Clock.systemUTC(), Map.of(), words);
            var place = new ArchivedServer(WalArchive.of(other).orElseThrow().placeOf(other));
            var first = BaseContents.read(place.places().finished().getFirst());
            execute(server, "create table after_the_first (number int)");

            var second = Programs.run(Clock.systemUTC(), Map.of(), words);

            assertThat(second.code()).as(second.said()).isZero();
            assertThat(second.said()).contains("can be gone back to");
            assertThat(place.places().finished()).hasSize(1);
            assertThat(place.directory().resolve(first.first() + ".gz")).doesNotExist();
            assertThat(place.segments(first)
                            .hole(BaseContents.read(place.places().finished().getFirst())
                                    .first()))
                    .isEmpty();

            Files.move(place.directory(), place.place().resolve("away"));
            var nowhere = Programs.run(Clock.systemUTC(), Map.of(), words);

            assertThat(nowhere.code()).isEqualTo(1);
            assertThat(nowhere.said()).contains("does not arrive in");
            assertThat(place.places().finished()).hasSize(1);
            Files.move(place.place().resolve("away"), place.directory());
        }
    }

    @Test
    void what_was_restored_by_other_means_is_looked_at() throws Exception {
        var empty = Programs.emptyDatabase();

        var nothing = Programs.run(empty, "rehearse");

        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.said()).contains("nothing of Lianxin");
    }

    @Test
    void a_moment_is_only_reached_in_an_archive() {
        var ended = restore(directory.resolve("nothing"), directory.resolve("new"), "--at=" + afterOne);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("is none");
    }
}
