package cn.lianxin.platform.doctor;

import cn.lianxin.platform.transparency.StoredLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether what is published gets its number and its signature. */
final class PublicLogs {

    private static final Duration LONG = Duration.ofMinutes(5);

    private PublicLogs() {}

    /** @param heads what was signed, as it is written outside of the database */
    static List<Finding> look(StoredLog.State state, Path heads, Instant now) throws IOException {
        var found = new ArrayList<Finding>();
        state.waitsSince()
                .filter(since -> Duration.between(since, now).compareTo(LONG) > 0)
                .ifPresent(since -> found.add(Finding.wrong(
                        "公开账本有条目等编号等了 " + Duration.between(since, now).toMinutes() + " 分钟：启动连心；在运行的话看日志里的错误。",
                        "Entries of the public log wait for their number since "
                                + Duration.between(since, now).toMinutes()
                                + " minutes: start Lianxin; if it runs, look for errors in its log.")));
        var signedUntil = state.signedAt().orElse(Instant.EPOCH);
        if (state.numbered() > state.signed()
                && Duration.between(signedUntil, now).compareTo(LONG) > 0) {
            found.add(Finding.wrong(
                    "公开账本 " + state.numbered() + " 条只签到 " + state.signed() + "：启动连心；在运行的话看 /log 为什么不签。",
                    "Of the public log's " + state.numbered() + " entries " + state.signed()
                            + " are signed: start Lianxin; if it runs, /log says why nothing is signed."));
        }
        var outside = signedOutside(heads);
        if (outside > state.numbered()) {
            found.add(Finding.wrong(
                    "公开账本签到过 " + outside + " 条，数据库里只有 " + state.numbered()
                            + "：这是恢复出来的旧数据，不会再签。怎么办见 docs/transparency.md 的 Keys。",
                    "The public log was signed up to " + outside + " and the database has " + state.numbered()
                            + ": it is restored and signs nothing. What to do stands in docs/transparency.md, Keys."));
        }
        if (found.isEmpty()) {
            found.add(Finding.fine(
                    "公开账本 " + state.signed() + " 条，都签过"
                            + state.signedAt().map(at -> "，最后一次在 " + at).orElse(""),
                    "the public log's " + state.signed() + " entries are signed"
                            + state.signedAt().map(at -> ", last at " + at).orElse("")));
        }
        return found;
    }

    private static long signedOutside(Path heads) throws IOException {
        if (!Files.exists(heads)) {
            return 0;
        }
        try (var lines = Files.lines(heads)) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words.length == 3 && words[1].matches("[0-9]{1,18}"))
                    .map(words -> Long.parseLong(words[1]))
                    .reduce(0L, (_, last) -> last);
        }
    }
}
