package cn.lianxin.platform.doctor;

import cn.lianxin.platform.backup.KeptBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
