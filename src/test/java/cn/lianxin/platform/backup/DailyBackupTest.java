package cn.lianxin.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An installation that is told where its backups go. */
@ProductTest
class DailyBackupTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path directory;

    @Autowired
    DailyBackup daily;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource pool;

    @Autowired
    Village village;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry settings) {
        settings.add("lianxin.data", () -> directory.resolve("data").toString());
        settings.add("lianxin.backup.to", () -> backups().toString());
        settings.add("lianxin.backup.keep", () -> "2");
    }

    private static Path backups() {
        return directory.resolve("backups");
    }

    @AfterEach
    void as_before() throws IOException {
        TestClock.reset();
        database.sql("delete from backup.outcome").update();
        if (Files.isRegularFile(backups())) {
            Files.delete(backups());
        }
        Places.delete(backups());
    }

    private static List<Path> made() throws IOException {
        return new Places(backups()).finished();
    }

    private List<String> troubles() {
        return database.sql("select trouble from backup.outcome order by id")
                .query((row, _) -> row.getString("trouble"))
                .list();
    }

    /** So that a day and an hour later is a day and an hour later, whenever the tests run. */
    private static void toNoon() {
        var now = TestClock.now().atZone(ZONE);
        TestClock.forward(Duration.between(
                now, now.toLocalDate().plusDays(1).atTime(LocalTime.NOON).atZone(ZONE)));
    }

    @Test
    void each_day_has_one_backup_and_the_oldest_go() throws Exception {
        toNoon();
        daily.makeWhatIsDue();
        daily.makeWhatIsDue();
        assertThat(made()).hasSize(1);
        assertThat(Checking.faults(made().getFirst(), Contents.read(made().getFirst())))
                .isEmpty();

        TestClock.forward(Duration.ofHours(14));
        daily.makeWhatIsDue();
        assertThat(made()).hasSize(1);
        TestClock.forward(Duration.ofHours(2));
        daily.makeWhatIsDue();
        assertThat(made()).hasSize(2);
        TestClock.forward(Duration.ofDays(1));
        daily.makeWhatIsDue();

        assertThat(made()).hasSize(2);
        assertThat(troubles()).containsExactly("", "", "");
        assertThat(KeptBackups.troubles(database)).isEmpty();
    }

    @Test
    void a_node_leaves_it_to_the_one_that_is_at_it() throws Exception {
        try (var other = pool.getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('backup', 0))");
            daily.makeWhatIsDue();
            statement.execute("select pg_advisory_unlock(hashtextextended('backup', 0))");
        }
        assertThat(made()).isEmpty();
        daily.makeWhatIsDue();

        assertThat(made()).hasSize(1);
    }

    @Test
    void what_fails_is_told_once_a_day_and_tried_again_after_an_hour() throws Exception {
        toNoon();
        var keeper = village.holder(Role.ADMINISTRATOR, village.mine());
        Files.writeString(backups(), "in the way");
        daily.makeWhatIsDue();
        daily.makeWhatIsDue();
        assertThat(troubles()).hasSize(1);
        TestClock.forward(Duration.ofMinutes(61));
        daily.makeWhatIsDue();

        assertThat(troubles())
                .hasSize(2)
                .allSatisfy(trouble -> assertThat(trouble)
                        .contains(
                                Objects.requireNonNull(backups().getFileName()).toString()));
        assertThat(KeptBackups.troubles(database)).hasSize(1);
        assertThat(database.sql("""
                        select key from notification.message where person = :person and key like 'backup.%'
                        """)
                        .param("person", keeper.value())
                        .query(String.class)
                        .list())
                .containsExactly("backup.told.ROWS");
        Files.delete(backups());
        TestClock.forward(Duration.ofMinutes(61));
        daily.makeWhatIsDue();
        assertThat(made()).hasSize(1);
        assertThat(KeptBackups.troubles(database)).isEmpty();
    }
}
