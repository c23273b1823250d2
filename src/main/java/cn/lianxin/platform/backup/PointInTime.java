package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.InstalledDatabase;
import cn.lianxin.platform.database.Recovery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes the server of an archive again, as it was at a moment: its newest base from before, and each segment since until then. */
final class PointInTime {

    private static final Pattern LAST = Pattern.compile("last completed transaction was at log time ([^\n]+)");
    private static final Pattern FATAL = Pattern.compile("(?:FATAL|PANIC|ERROR): {2}([^\n]+)");

    private final ArchivedServer server;
    private final Optional<Instant> moment;
    private final Clock clock;
    private final PrintStream out;

    PointInTime(ArchivedServer server, Optional<Instant> moment, Clock clock, PrintStream out) {
        this.server = server;
        this.moment = moment;
        this.clock = clock;
        this.out = out;
    }

    /** Into an empty directory, which then is a data directory like any other; refuses where what came out cannot be proved. */
    void into(Path data) throws IOException, SQLException {
        var base = server.baseFor(moment);
        var contents = base.contents();
        out.println("底子 " + contents.until() + "，在 " + base.at() + " · The base is of " + contents.until() + ": "
                + base.at());
        contents.mustBeWhole(base.at());
        var segments = server.segments(contents);
        var hole = segments.hole(contents.first());
        mustReach(contents, hole);
        PackedFiles.unpack(base.at().resolve(MakingBase.CLUSTER), InstalledDatabase.filesIn(data));
        Files.createFile(InstalledDatabase.filesIn(data).resolve("recovery.signal"));
        Commands.files(base.at(), data);
        try (var database = InstalledDatabase.recovered(data, new Recovery(server.directory(), moment));
                var connection = database.connect()) {
            var last = new Catalogue(connection).one("select coalesce(pg_last_xact_replay_timestamp()::text, '—')");
            out.println("✓ 恢复了 " + segments.since(contents.first()) + " 段日志里要的，最后一笔是 " + last
                    + " · Recovered; the last transaction was at " + last);
            if (!Proving.standing(contents.logKeys(), connection, clock).tell(out)) {
                throw new Refused("恢复出来的不对，见上。", "What was recovered is not sound, see above.");
            }
        } catch (Recovery.Failed failed) {
            throw refusal(failed.log(), hole);
        }
    }

    private void mustReach(BaseContents base, Optional<Segments.Hole> hole) {
        if (hole.isEmpty()) {
            return;
        }
        if (!Segments.isBefore(base.last(), hole.get().name())) {
            throw new Refused(
                    hole.get().chinese() + "，没有它这份底子用不了：把底子移走，会用更早的一份。",
                    hole.get().english()
                            + ", and without it this base is of no use: move the base away, and an earlier one is taken.");
        }
        if (moment.isEmpty()) {
            throw new Refused(
                    hole.get().chinese() + "，到不了最后：用 --at 给出 " + reached(hole.get()) + " 以前的一刻。",
                    hole.get().english() + ", so the end cannot be reached: give a moment before " + reached(hole.get())
                            + " with --at.");
        }
    }

    private static String reached(Segments.Hole hole) {
        return hole.reached().map(Instant::toString).orElse("?");
    }

    private Refused refusal(String log, Optional<Segments.Hole> hole) {
        var asked = moment.map(Instant::toString).orElse("");
        if (log.contains("recovery ended before configured recovery target was reached")) {
            var last = LAST.matcher(log)
                    .results()
                    .map(found -> found.group(1))
                    .reduce((_, later) -> later)
                    .orElse("?");
            return hole.map(one -> new Refused(
                            one.chinese() + "，到不了 " + asked + "：日志只跟得到 " + last + "，用 --at 给出那一刻或更早。",
                            one.english() + ", so " + asked + " cannot be reached: the log goes as far as " + last
                                    + "; give that moment with --at, or an earlier one."))
                    .orElseGet(() -> new Refused(
                            "档案到不了 " + asked + "：最后一笔是 " + last + "。不写 --at 就恢复到最后。",
                            "The archive does not reach " + asked + ": its last transaction is of " + last
                                    + ". Without --at all of it is restored."));
        }
        var why = FATAL.matcher(log)
                .results()
                .map(MatchResult::group)
                .reduce((_, later) -> later)
                .orElse(log);
        return new Refused("恢复不成：" + why, "It does not recover: " + why);
    }
}
