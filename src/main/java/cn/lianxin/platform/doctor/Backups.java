package cn.lianxin.platform.doctor;

import cn.lianxin.platform.backup.KeptBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether there is a backup of today, and none that was broken off. */
final class Backups {

    /** A day, and as long as one may take. */
    private static final Duration OLD = Duration.ofHours(26);

    private Backups() {}

    static List<Finding> look(KeptBackups.State state, Instant now) {
        var found = new ArrayList<Finding>();
        if (state.newest().isEmpty()) {
            found.add(Finding.wrong(
                    "从来没有备份过：每天跑一次 ./lianxin backup --to 另一块盘上的目录 --keep 14。",
                    "There is no backup: each day run ./lianxin backup --to a directory on another disk --keep 14."));
        } else {
            found.add(newest(state.newest().get(), now));
        }
        state.unfinished()
                .forEach(one -> found.add(Finding.wrong(
                        "有一次备份或搬家中断了，留下 " + one + "：没有用处，删掉它，再做一次。",
                        "A backup or a move was broken off and left " + one
                                + ": it is of no use; delete it and do it again.")));
        return found;
    }

    /** What the product itself could not make, and whether its log arrives where it shall. */
    static List<Finding> byItself(
            List<KeptBackups.Trouble> troubles,
            Optional<KeptBackups.Archive> archive,
            JdbcClient database,
            Instant now) {
        var found = new ArrayList<Finding>();
        troubles.forEach(trouble -> found.add(Finding.wrong(
                "上一次自动备份没做成（" + trouble.at() + "）：" + trouble.words(),
                "The last backup by itself failed (" + trouble.at() + "), for the reason above.")));
        if (archive.isPresent()) {
            found.add(archive(archive.get(), database, now));
        }
        return found;
    }

    private static Finding archive(KeptBackups.Archive archive, JdbcClient database, Instant now) {
        var fails = database.sql("""
                select last_failed_time > coalesce(last_archived_time, '-infinity') from pg_stat_archiver
                """).query((row, _) -> row.getBoolean(1)).single();
        if (!archive.there() || fails) {
            return Finding.wrong(
                    "数据库的日志存不进 " + archive.place() + "：看那块盘满没满、挂没挂上、写不写得进；存不进去，数据盘会一直涨。",
                    "The database's log does not arrive in " + archive.place()
                            + ": see whether that disk is full, mounted and can be written. Until it does, the data directory grows.");
        }
        if (archive.since().isEmpty() || archive.newestBase().isEmpty()) {
            return Finding.wrong(
                    archive.place() + " 里还没有底子，日志单独没有用：./lianxin backup --base。",
                    "There is no base in " + archive.place()
                            + ", and the log alone is of no use: ./lianxin backup --base.");
        }
        var age = Duration.between(archive.newestBase().get(), now);
        return age.compareTo(OLD) <= 0
                ? Finding.fine(
                        "可以回到 " + archive.since().get() + " 以后的任何一刻",
                        "any moment since " + archive.since().get() + " can be gone back to")
                : Finding.wrong(
                        "最近的底子是 " + age.toDays() + " 天前的，回去要读很多日志：./lianxin backup --base。",
                        "The newest base is " + age.toDays()
                                + " days old, and going back reads much of the log: ./lianxin backup --base.");
    }

    private static Finding newest(KeptBackups.Newest newest, Instant now) {
        if (!newest.there()) {
            return Finding.wrong(
                    "最近的备份 " + newest.at() + " 不在了，或者坏了：再备份一次，弄清它怎么没的。",
                    "The newest backup, " + newest.at() + ", is gone or damaged: make another, and find out why.");
        }
        var age = Duration.between(newest.made(), now);
        return age.compareTo(OLD) <= 0
                ? Finding.fine(
                        "最近的备份是 " + age.toHours() + " 小时前的", "the newest backup is " + age.toHours() + " hours old")
                : Finding.wrong(
                        "最近的备份是 " + age.toDays() + " 天前的：看看每天的备份为什么没跑。",
                        "The newest backup is " + age.toDays() + " days old: find out why the daily one does not run.");
    }
}
