package cn.lianxin.platform.doctor;

import cn.lianxin.platform.database.InstalledDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database is, how it is set, and what state its tables are in. */
final class Databases {

    static final int OLDEST = 150_000;

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 20;
    private static final int MAJOR = 10_000;

    private Databases() {}

    static Finding outOfReach(SQLException why) {
        return Finding.wrong(
                "连不上数据库（" + why.getMessage() + "）：核对 --database-url 的主机、端口、用户、密码和库名，看它是否在运行。",
                "The database is out of reach (" + why.getMessage()
                        + "): check host, port, user, password and name in --database-url, and whether it runs.");
    }

    static Finding version(int number) {
        return number >= OLDEST
                ? Finding.fine("PostgreSQL " + number / MAJOR, "PostgreSQL " + number / MAJOR)
                : Finding.wrong(
                        "PostgreSQL 是 " + number / MAJOR + "，要 15 或更新：先升级数据库。",
                        "PostgreSQL is " + number / MAJOR + "; 15 or newer is needed: upgrade the database first.");
    }

    /** What loses writes, or refuses them. */
    static List<Finding> settings(JdbcClient database) {
        var found = new ArrayList<Finding>();
        for (var name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (show(database, name).equals("off")) {
                found.add(
                        Finding.wrong(
                                "数据库的 " + name + " 关着，断电会丢已经答应的东西：在 postgresql.conf 里打开，再重载。",
                                name
                                        + " is off: a power cut loses what was promised. Turn it on in postgresql.conf and reload."));
            }
        }
        if (show(database, "transaction_read_only").equals("on")) {
            found.add(
                    Finding.wrong(
                            "这个数据库只读（备机，或 default_transaction_read_only）：--database-url 要指向主机。",
                            "This database is read-only, a standby or by default_transaction_read_only: --database-url has to lead to the primary."));
        }
        if (!show(database, "server_encoding").equals("UTF8")) {
            found.add(Finding.wrong(
                    "数据库编码不是 UTF8：建一个 UTF8 的库，用备份恢复进去。",
                    "The database is not in UTF8: create one that is, and restore a backup into it."));
        }
        if (Integer.parseInt(show(database, "max_connections")) < CONNECTIONS) {
            found.add(Finding.wrong(
                    "数据库只许 " + show(database, "max_connections") + " 个连接：max_connections 至少 " + CONNECTIONS + "。",
                    "The database allows " + show(database, "max_connections") + " connections: set max_connections to "
                            + CONNECTIONS + " or more."));
        }
        if (found.isEmpty()) {
            found.add(Finding.fine("数据库的设置不丢东西", "the database is set to lose nothing"));
        }
        return found;
    }

    private static String show(JdbcClient database, String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    static Finding clocks(JdbcClient database, Clock clock) {
        var there = database.sql("select clock_timestamp() as now")
                .query((row, _) -> row.getObject("now", OffsetDateTime.class))
                .single()
                .toInstant();
        return clocks(clock.instant(), there);
    }

    static Finding clocks(Instant here, Instant there) {
        var apart = Duration.between(here, there).abs();
        return apart.compareTo(CLOCKS_DIFFER) <= 0
                ? Finding.fine("和数据库的时间一致", "the clocks of this machine and the database agree")
                : Finding.wrong(
                        "这台机器和数据库的时间差 " + apart.toSeconds() + " 秒：两边都开时间同步（chrony 或 systemd-timesyncd）。",
                        "The clocks of this machine and the database are " + apart.toSeconds()
                                + " seconds apart: let both follow a time server (chrony or systemd-timesyncd).");
    }

    /** Against the migrations of this very product. */
    static List<Finding> tables(InstalledDatabase database, JdbcClient client) {
        if (exists(client, "public.restoring_history")) {
            return List.of(
                    Finding.wrong(
                            "这个库里有一次没做完的恢复：删掉这个库，建一个空的，再恢复一次。",
                            "A restore that did not come to its end lies in this database: drop it, create an empty one, restore again."));
        }
        if (!exists(client, "public.flyway_schema_history")) {
            return List.of(
                    Finding.wrong(
                            "这个库里没有连心的表：第一次启动会建；应该有数据的话，核对地址。",
                            "Nothing of Lianxin is in this database: the first start makes it. If there should be data, check the address."));
        }
        var flyway = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .defaultSchema("public")
                .load();
        var found = new ArrayList<Finding>();
        var pending = 0;
        for (MigrationInfo one : flyway.info().all()) {
            switch (one.getState()) {
                case FAILED, MISSING_FAILED, FUTURE_FAILED ->
                    found.add(Finding.wrong(
                            "一次升级没做完（" + one.getScript() + "）：用升级前的备份恢复，再试。",
                            "An upgrade failed (" + one.getScript()
                                    + "): restore the backup from before it and try again."));
                case MISSING_SUCCESS, FUTURE_SUCCESS ->
                    found.add(Finding.wrong(
                            "数据库比这个连心新（" + one.getScript() + "）：用更新的连心。",
                            "The database is newer than this Lianxin (" + one.getScript() + "): use a newer one."));
                case PENDING, IGNORED -> pending++;
                default -> {}
            }
        }
        if (found.isEmpty()) {
            flyway.validateWithResult().invalidMigrations.stream()
                    .filter(one ->
                            !String.valueOf(one.errorDetails.errorMessage).contains("not applied"))
                    .forEach(one -> found.add(Finding.wrong(
                            "升级记录和这个连心对不上（" + one.description + "）：换回建库时用的连心。",
                            "What the database went through is not what this Lianxin has (" + one.description
                                    + "): use the Lianxin that made it.")));
        }
        if (found.isEmpty()) {
            found.add(
                    pending == 0
                            ? Finding.fine("表和这个连心一样新", "the tables are as new as this Lianxin")
                            : Finding.fine(
                                    "下次启动会升级 " + pending + " 步", "the next start upgrades by " + pending + " steps"));
        }
        return found;
    }

    private static boolean exists(JdbcClient database, String table) {
        return database.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
