package cn.lianxin.platform.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.platform.backup.KeptBackups;
import cn.lianxin.platform.database.EmbeddedPostgres;
import cn.lianxin.platform.transparency.StoredLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sound installation, of which nothing is said, and then one fault after the other. */
@Tag("database")
class DoctorTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    static Path directory;

    static EmbeddedPostgres server;
    static ServerSocket door;

    record Said(int code, String text) {}

    @BeforeAll
    static void an_installation_that_runs_and_was_backed_up() throws IOException {
        server = new EmbeddedPostgres(data());
        door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Flyway.configure()
                .dataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .load()
                .migrate();
        try (var backup = JavaProcess.start(
                "cn.lianxin.platform.backup.BackupMain",
                List.of("backup", "--data=" + data(), "--to=" + directory.resolve("backups")))) {
            assertThat(backup.exit()).as(backup.output()).isZero();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        door.close();
        server.close();
    }

    private static Path data() {
        return directory.resolve("data");
    }

    private static Said visit(Map<String, String> settings, String... more) {
        var words = new ArrayList<>(List.of("--data=" + data(), "--port=" + door.getLocalPort()));
        words.addAll(List.of(more));
        var said = new ByteArrayOutputStream();
        var code = DoctorMain.run(
                words, settings::get, Clock.systemUTC(), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Said(code, said.toString(StandardCharsets.UTF_8));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void of_a_sound_installation_nothing_is_wrong() {
        var said = visit(Map.of());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains(
                        "一切正常",
                        "Nothing is wrong",
                        "the tables are as new",
                        "lose nothing",
                        "the newest backup is 0 hours old")
                .doesNotContain("✗");
    }

    @Test
    void a_backup_by_itself_that_failed_is_said_in_its_own_words() throws SQLException {
        execute("""
                insert into backup.outcome (kind, begun_at, ended_at, trouble) values ('ROWS', now(), now(), 'the disk is full')
                """);

        var said = visit(Map.of());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("The last backup by itself failed", "the disk is full");
        execute("delete from backup.outcome");
    }

    /** Each is put right again, so that the next one stands alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter database postgres set synchronous_commit = off | alter database postgres reset synchronous_commit | synchronous_commit is off
            alter system set fsync = off | alter system reset fsync | fsync is off
            alter system set full_page_writes = off | alter system reset full_page_writes | full_page_writes is off
            alter database postgres set default_transaction_read_only = on | set transaction read write; alter database postgres reset default_transaction_read_only | is read-only
            create table public.restoring_history () | drop table public.restoring_history | restore that did not come to its end
            alter table public.flyway_schema_history rename to gone | alter table public.gone rename to flyway_schema_history | Nothing of Lianxin is in this database
            insert into public.flyway_schema_history select 9999, '209901010000', description, type, 'future.sql', checksum, installed_by, installed_on, 1, true from public.flyway_schema_history where installed_rank = 1 | delete from public.flyway_schema_history where installed_rank = 9999 | newer than this Lianxin (future.sql)
            update public.flyway_schema_history set success = false where installed_rank = 2 | update public.flyway_schema_history set success = true where installed_rank = 2 | An upgrade failed
            update public.flyway_schema_history set checksum = checksum + 1 where installed_rank = 2 | update public.flyway_schema_history set checksum = checksum - 1 where installed_rank = 2 | not what this Lianxin has
            update transparency.head set size = 3 | update transparency.head set size = 0 | 3 entries 0 are signed
            """)
    void a_fault_of_the_database_is_said(String fault, String cure, String sentence) throws SQLException {
        execute(fault);
        execute("select pg_reload_conf()");
        settle();

        var said = visit(Map.of());

        execute(cure);
        execute("select pg_reload_conf()");
        settle();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains(sentence, "1 thing is wrong");
    }

    /** Settings of files are read a moment after they are asked for. */
    private static void settle() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void entries_that_wait_for_their_number_are_said() throws SQLException {
        execute("""
                insert into transparency.entry (kind, subject, manifest, recorded_at)
                values ('something', 'waits', 'x', now() - interval '1 hour')""");

        var said = visit(Map.of());

        execute("alter table transparency.entry disable trigger user; delete from transparency.entry;"
                + " alter table transparency.entry enable trigger user");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("wait for their number since 60 minutes", "1 thing is wrong");
    }

    @Test
    void a_database_that_is_less_than_what_was_signed_is_said() throws IOException {
        Files.writeString(data().resolve("log-heads.log"), "lianxin/x/log 9 AAAA\n");

        var said = visit(Map.of());

        Files.delete(data().resolve("log-heads.log"));
        assertThat(said.text()).contains("signed up to 9 and the database has 0", "1 thing is wrong");
        assertThat(PublicLogs.look(
                        new StoredLog.State(3, Optional.empty(), 2, Optional.of(NOW.minusSeconds(60))),
                        data().resolve("log-heads.log"),
                        NOW))
                .noneMatch(Finding::wrong);
    }

    @Test
    void a_database_out_of_reach_or_never_made_is_said() throws IOException {
        var away = visit(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/lianxin"));
        var empty = Files.createDirectories(directory.resolve("empty"));
        var never = DoctorMain.run(
                List.of("--data=" + empty), _ -> null, Clock.systemUTC(), new PrintStream(new ByteArrayOutputStream()));

        assertThat(away.code()).isEqualTo(1);
        assertThat(away.text()).contains("The database is out of reach", "check host, port");
        assertThat(never).isEqualTo(1);
    }

    @Test
    void an_old_database_and_clocks_apart_are_said() {
        assertThat(Databases.version(140_018).wrong()).isTrue();
        assertThat(Databases.version(150_000).wrong()).isFalse();
        assertThat(Databases.clocks(NOW, NOW.plusSeconds(6)).english()).contains("6 seconds apart");
        assertThat(Databases.clocks(NOW, NOW.minusSeconds(6)).wrong()).isTrue();
        assertThat(Databases.clocks(NOW, NOW.plusSeconds(5)).wrong()).isFalse();
    }

    @Test
    void what_the_machine_lacks_is_said() {
        assertThat(Machine.jdk(24).english()).contains("25 or newer is needed");
        assertThat(Machine.jdk(25).wrong()).isFalse();
        assertThat(Machine.locale("ANSI_X3.4-1968").english()).contains("export LC_ALL=C.UTF-8");
        assertThat(Machine.locale("UTF-8").wrong()).isFalse();
        assertThat(Machine.letters().wrong()).isFalse();
        assertThat(Machine.letters(null).wrong()).isTrue();
        assertThat(Machine.letters(new ByteArrayInputStream(new byte[] {1, 2, 3}))
                        .wrong())
                .isTrue();
        assertThat(Machine.disks(Map.of("data", directory), _ -> Machine.LEAST - 1)
                        .getFirst()
                        .english())
                .contains("Only 2047 MB are left");
        assertThat(Machine.disks(Map.of("data", directory), _ -> Machine.LEAST)
                        .getFirst()
                        .wrong())
                .isFalse();
        assertThat(Machine.disks(Map.of("data", directory), _ -> {
                            throw new IOException("gone");
                        })
                        .getFirst()
                        .wrong())
                .isTrue();
    }

    @Test
    void rights_of_folders_and_keys_that_do_not_fit_are_said() throws IOException {
        var key = Files.createFile(
                directory.resolve("open.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        var nothing = new Folders.Rights() {
            @Override
            public boolean canWrite(Path file) {
                return false;
            }

            @Override
            public boolean canRead(Path file) {
                return false;
            }
        };

        assertThat(Folders.look(data(), List.of(key), Folders.Rights.OWN))
                .filteredOn(Finding::wrong)
                .singleElement()
                .satisfies(one -> assertThat(one.english()).contains("Others can read the key", "chmod 600"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(Folders.look(data(), List.of(key), Folders.Rights.OWN)).noneMatch(Finding::wrong);
        assertThat(Folders.look(data(), List.of(key), nothing))
                .extracting(Finding::english)
                .anyMatch(one -> one.contains("cannot be written"))
                .anyMatch(one -> one.contains("open.key cannot be read"));
        assertThat(Folders.look(directory.resolve("nowhere"), List.of(), Folders.Rights.OWN))
                .singleElement()
                .matches(Finding::wrong);
    }

    @Test
    void a_port_of_another_program_and_one_where_nobody_answers_are_said() throws IOException {
        var port = door.getLocalPort();

        assertThat(Ports.look(port, false).english()).contains("another program holds port " + port);
        assertThat(Ports.look(port, true).wrong()).isFalse();
        assertThat(Ports.look(1, true).english()).contains("nobody answers at port 1");
        assertThat(Ports.look(1, false).wrong()).isFalse();
    }

    @Test
    void a_certificate_that_ends_or_is_broken_is_said() throws Exception {
        var file = directory.resolve("server.pem");
        Files.writeString(file, certificate(NOW, NOW.plus(Duration.ofDays(100))));

        assertThat(Certificates.look(List.of(file, directory.resolve("none.pem")), NOW))
                .singleElement()
                .satisfies(one -> assertThat(one.english()).contains("good for 100 days"));
        assertThat(english(file, NOW.plus(Duration.ofDays(90)))).contains("ends in 10 days");
        assertThat(english(file, NOW.plus(Duration.ofDays(101)))).contains("has expired");
        assertThat(english(file, NOW.minusSeconds(1))).contains("has not begun");
        Files.writeString(file, "nothing");
        assertThat(english(file, NOW)).contains("cannot be read");
    }

    private static String english(Path file, Instant now) throws IOException {
        var finding = Certificates.look(List.of(file), now).getFirst();
        assertThat(finding.wrong()).isTrue();
        return finding.english();
    }

    private static String certificate(Instant from, Instant until) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var name = new X500Principal("CN=lianxin.mine.example");
        var bytes = new JcaX509v3CertificateBuilder(
                        name, BigInteger.ONE, Date.from(from), Date.from(until), name, pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void no_backup_an_old_one_one_that_is_gone_and_a_broken_off_one_are_said() throws IOException {
        var at = directory.resolve("backups/x");

        assertThat(of(Optional.empty()).english()).contains("There is no backup");
        assertThat(of(Optional.of(new KeptBackups.Newest(at, NOW.minus(Duration.ofDays(3)), true)))
                        .english())
                .contains("3 days old");
        assertThat(of(Optional.of(new KeptBackups.Newest(at, NOW, false))).english())
                .contains("gone or damaged");
        assertThat(Backups.look(
                        new KeptBackups.State(Optional.of(new KeptBackups.Newest(at, NOW, true)), List.of(at)), NOW))
                .filteredOn(Finding::wrong)
                .singleElement()
                .satisfies(one -> assertThat(one.english()).contains("broken off and left"));
        var moving = Files.createDirectories(data().resolve("moving.unfinished"));
        var state = KeptBackups.of(data(), Optional.empty());
        Files.delete(moving);
        assertThat(state.unfinished()).containsExactly(moving);
        assertThat(KeptBackups.of(data(), Optional.of(directory.resolve("elsewhere")))
                        .newest())
                .isEmpty();
    }

    private static Finding of(Optional<KeptBackups.Newest> newest) {
        return Backups.look(new KeptBackups.State(newest, List.of()), NOW).getFirst();
    }
}
