package cn.lianxin.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Ticking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Of an installation with a log, while writers go on writing, into a database whose owner may do nothing else. */
@ProductTest
@TestPropertySource(properties = "lianxin.address=https://copied.mine.example")
class BackupTest {

    private static final String PLACES = "\t\n\r\\ .N\\N'\"中文😀";

    @TempDir
    Path directory;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    @Autowired
    PublicLog log;

    @Autowired
    TransactionTemplate transactions;

    Map<String, String> source = Map.of();

    @BeforeEach
    void an_installation() throws IOException {
        source = new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", setting("spring.datasource.url"),
                "SPRING_DATASOURCE_USERNAME", setting("spring.datasource.username"),
                "SPRING_DATASOURCE_PASSWORD", setting("spring.datasource.password"),
                "LIANXIN_TRANSPARENCY_DIRECTORY", setting("lianxin.transparency.directory")));
        transactions.executeWithoutResult(_ -> log.record(
                new Publication("stored", "backed up:" + System.nanoTime(), new TreeMap<>(Map.of("words", "井下")))));
        Ticking.tick(context);
        Files.createDirectories(data());
        Files.writeString(data().resolve("vault.key"), "opens everything");
        Files.writeString(data().resolve("audit-heads.log"), "as far as this\n");
    }

    private String setting(String name) {
        return Objects.requireNonNull(environment.getProperty(name));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path backups() {
        return directory.resolve("backups");
    }

    private Path backUp(String... more) throws IOException {
        return backUp(Clock.fixed(Programs.NOW, ZoneOffset.UTC), more);
    }

    private Path backUp(Clock clock, String... more) throws IOException {
        var words = new ArrayList<>(List.of("backup", "--data=" + data(), "--to=" + backups()));
        words.addAll(List.of(more));
        var ended = Programs.run(clock, source, words.toArray(String[]::new));
        assertThat(ended.code()).as(ended.said()).isZero();
        return new Places(backups()).finished().getLast();
    }

    @Test
    void everything_committed_before_is_in_the_copy_and_nothing_is_half() throws Exception {
        var committed = new ConcurrentLinkedQueue<String>();
        var stop = new AtomicBoolean();
        var writers = new ArrayList<Thread>();
        for (var i = 0; i < 3; i++) {
            var seed = 7L + i;
            writers.add(Thread.ofPlatform().start(() -> write(new Random(seed), committed, stop)));
        }
        while (committed.size() < 60) {
            Thread.sleep(5);
        }
        var before = List.copyOf(committed);

        var backup = backUp();
        stop.set(true);
        for (var writer : writers) {
            writer.join();
        }
        var target = Programs.emptyDatabase();
        var restored = Programs.run(target, "restore", backups().toString(), "--to=" + directory.resolve("new"));

        assertThat(restored.code()).as(restored.said()).isZero();
        var there = digests(target);
        assertThat(there).containsAll(before);
        assertThat(committed).hasSizeGreaterThan(there.size());
        assertThat(Programs.number(target, """
                select count(*) from attachment.partial p
                where (select count(*) from attachment.part t where t.digest = p.digest) <> 2""")).isZero();
        assertThat(Programs.number(target, "select count(*) from attachment.content where sha256(bytes) <> sha256"))
                .isZero();
        assertThat(directory.resolve("new/audit-heads.log")).hasContent("as far as this");
        assertThat(directory.resolve("new/vault.key")).doesNotExist();
        assertThat(Contents.read(backup).rows()).isGreaterThan(before.size());
    }

    /** Each a file and, under its name, a beginning of two parts: all of it or nothing. */
    private void write(Random chance, ConcurrentLinkedQueue<String> committed, AtomicBoolean stop) {
        try (var connection = Programs.connect(source)) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                committed.add(one(connection, chance));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one(Connection connection, Random chance) throws SQLException {
        var bytes = new byte[1 + chance.nextInt(3_000)];
        chance.nextBytes(bytes);
        var random = new byte[16];
        chance.nextBytes(random);
        var digest = HexFormat.of().formatHex(random);
        try (var file = connection.prepareStatement("""
                        insert into attachment.content (id, name, media_type, kind, size, sha256, bytes, taken_at)
                        values (gen_random_uuid(), ?, 'text/plain', 'DOCUMENT', ?, sha256(?), ?, now())""");
                var partial = connection.prepareStatement("""
                        insert into attachment.partial (digest, name, size, sha256, received, changed_at)
                        values (?, ?, 10, sha256(?), 2, now())""");
                var part = connection.prepareStatement(
                        "insert into attachment.part (digest, starts_at, bytes) values (?, ?, ?)")) {
            file.setString(1, PLACES + digest);
            file.setInt(2, bytes.length);
            file.setBytes(3, bytes);
            file.setBytes(4, bytes);
            file.executeUpdate();
            partial.setString(1, digest);
            partial.setString(2, PLACES);
            partial.setBytes(3, bytes);
            partial.executeUpdate();
            for (var start = 0; start < 2; start++) {
                part.setString(1, digest);
                part.setInt(2, start);
                part.setBytes(3, random);
                part.executeUpdate();
            }
        }
        connection.commit();
        return digest;
    }

    private static List<String> digests(Map<String, String> target) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = Programs.connect(target);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select digest from attachment.partial")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void a_rehearsal_tells_what_it_proved_and_leaves_nothing() throws Exception {
        backUp();
        var scratch = Files.createDirectory(directory.resolve("scratch"));

        var ended = Programs.run(Map.of(), "rehearse", backups().toString(), "--in=" + scratch);

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains(
                        "the same, as at the moment",
                        "attachments fit",
                        "without a gap",
                        "signatures are good",
                        "succeeded");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void one_bit_anywhere_is_found_and_its_file_is_named() throws Exception {
        var backup = backUp();
        var contents = Contents.read(backup);
        var chance = new Random(11);
        var files = new ArrayList<>(
                contents.parts().stream().map(Contents.Part::path).toList());
        Collections.shuffle(files, chance);
        files.subList(0, 20)
                .addAll(List.of(Contents.FILE, Contents.SUMS, "files/audit-heads.log", "files/log-heads.log"));

        assertThat(Checking.faults(backup, contents)).isEmpty();
        for (var name : files.subList(0, 24)) {
            var file = backup.resolve(name);
            var whole = Files.readAllBytes(file);
            var flipped = whole.clone();
            flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(Byte.SIZE));
            Files.write(file, flipped);

            var ended = Programs.run(Map.of(), "rehearse", backup.toString());

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said().lines().filter(line -> line.startsWith("✗")).findFirst())
                    .as(name)
                    .hasValueSatisfying(first -> assertThat(first).contains(name));
            Files.write(file, whole);
        }
    }

    @Test
    void a_file_that_is_gone_and_one_too_many_are_named() throws Exception {
        var backup = backUp();
        Files.delete(backup.resolve("files/audit-heads.log"));
        Files.writeString(backup.resolve("files/another"), "?");

        var ended = Programs.run(Map.of(), "rehearse", backup.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("files/audit-heads.log is gone", "files/another does not stand in the list");
    }

    @Test
    void a_row_that_is_gone_is_named_though_every_file_fits_its_digest() throws Exception {
        var backup = backUp();
        var contents = Contents.read(backup);
        var history = contents.table(Catalogue.HISTORY);
        String text;
        try (var in = Checking.open(backup, history)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(backup.resolve(history.part())))) {
            out.write(text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
        }
        var forged = new Contents(
                contents.from(),
                contents.at(),
                contents.server(),
                contents.log(),
                contents.logKeys(),
                contents.tables(),
                contents.sequences(),
                contents.parts().stream().map(part -> again(backup, part)).toList());
        Files.writeString(backup.resolve(Contents.FILE), forged.text());
        Files.writeString(backup.resolve(Contents.SUMS), forged.sums());

        var ended = Programs.run(Map.of(), "rehearse", backup.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("of table public.flyway_schema_history " + (history.rows() - 1) + " rows can be read, not "
                        + history.rows())
                .doesNotContain("does not fit its digest");
    }

    private static Contents.Part again(Path backup, Contents.Part part) {
        try {
            var file = backup.resolve(part.path());
            return new Contents.Part(part.path(), Files.size(file), Digests.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_was_restored_and_then_altered_does_not_agree() throws Exception {
        var contents = Contents.read(backUp());
        var target = Programs.emptyDatabase();
        assertThat(Programs.run(target, "restore", backups().toString()).code()).isZero();

        try (var connection = Programs.connect(target);
                var statement = connection.createStatement()) {
            statement.execute("update vault.installation set mark = mark || '?'");
            statement.execute(
                    "insert into vault.installation (mark, rotated_at) values ('?', now()) on conflict do nothing");
            statement.execute("delete from transparency.begun");
            statement.execute("insert into transparency.begun (kind) values ('nothing')");
            statement.execute("select nextval('concern.filing_order')");

            var result = Proving.of(contents, connection, Clock.systemUTC());

            assertThat(result.faults())
                    .anyMatch(fault -> fault.contains("vault.installation"))
                    .anyMatch(fault -> fault.contains("transparency.begun"))
                    .anyMatch(fault -> fault.contains("concern.filing_order"))
                    .hasSize(3);
        }
    }

    @Test
    void only_an_empty_place_is_restored_into() throws Exception {
        var backup = backUp();
        var full = Files.createDirectory(directory.resolve("full"));
        Files.writeString(full.resolve("something"), "of somebody");

        var intoDirectory = Programs.run(Map.of(), "restore", backup.toString(), "--to=" + full);
        var intoItself = Programs.run(source, "restore", backup.toString());

        assertThat(intoDirectory.code()).isEqualTo(1);
        assertThat(intoDirectory.said()).contains("is not empty", "choose another --to");
        assertThat(intoItself.code()).isEqualTo(1);
        assertThat(intoItself.said()).contains("This database is not empty");
        assertThat(full).isDirectoryContaining("glob:**/something");
    }

    @Test
    void an_interrupted_restore_is_no_installation_and_says_so() throws Exception {
        var backup = backUp();
        var target = Programs.emptyDatabase();
        try (var connection = Programs.connect(target);
                var statement = connection.createStatement()) {
            statement.execute("create table public." + Restoring.UNFINISHED + " (version text)");
        }

        var ended = Programs.run(target, "restore", backup.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("A restore that did not come to its end");
    }

    @Test
    void old_ones_go_the_newest_stay_and_none_is_written_over() throws Exception {
        for (var hours = 0; hours < 3; hours++) {
            backUp(Clock.fixed(Programs.NOW.plus(Duration.ofHours(hours)), ZoneOffset.UTC), "--keep=2");
        }
        var left = new Places(backups()).finished();

        var again = Programs.run(
                Clock.fixed(Programs.NOW.plus(Duration.ofHours(2)), ZoneOffset.UTC),
                source,
                "backup",
                "--data=" + data(),
                "--to=" + backups());

        assertThat(left)
                .extracting(one -> one.getFileName().toString())
                .containsExactly("lianxin-20261130T090000000Z", "lianxin-20261130T100000000Z");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.said()).contains("is there already and is not written over");
        assertThat(new Places(backups()).finished()).isEqualTo(left);
    }

    @Test
    void what_was_interrupted_is_never_taken_for_a_backup() throws Exception {
        var nowhere = new HashMap<>(source);
        nowhere.put("SPRING_DATASOURCE_URL", setting("spring.datasource.url") + "_gone");
        var abandoned = Files.createDirectories(backups().resolve("lianxin-20261129T080000000Z.unfinished"));

        var failed = Programs.run(nowhere, "backup", "--data=" + data(), "--to=" + backups());

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).contains("The database failed");
        assertThat(new Places(backups()).finished()).isEmpty();
        assertThat(new Places(backups()).abandoned()).containsExactly(abandoned);
    }

    @Test
    void keys_lie_apart_unless_somebody_says_so() throws Exception {
        var apart = directory.resolve("keys");
        var without = backUp("--keys=" + apart);
        var beside = Programs.run(
                source,
                "backup",
                "--data=" + data(),
                "--to=" + backups(),
                "--keys=" + backups().resolve("keys"));
        var with = backUp(Clock.fixed(Programs.NOW.plusSeconds(1), ZoneOffset.UTC), "--with-keys");

        assertThat(without.resolve("keys")).doesNotExist();
        assertThat(apart.resolve(without.getFileName()).resolve("vault.key")).hasContent("opens everything");
        assertThat(beside.code()).isEqualTo(1);
        assertThat(with.resolve("keys/vault.key")).hasContent("opens everything");
        try (var files = Files.walk(with)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void the_number_of_a_transaction_stays_behind() throws Exception {
        try (var connection = Programs.connect(source)) {
            var concern =
                    Objects.requireNonNull(new Catalogue(connection).tables().get("concern.concern"));

            assertThat(concern.copyOut()).contains("'0'::xid8").doesNotContain("written_in, ");
        }
    }
}
