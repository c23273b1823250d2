package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The place of one server in an archive: its bases, and the segments since the oldest of them. */
record ArchivedServer(Path place) {

    record Base(Path at, BaseContents contents) {}

    static Path basesIn(Path place) {
        return place.resolve("bases");
    }

    /** Whether somebody archived there, or a level above. */
    static boolean standsIn(Path said) throws IOException {
        return isOne(said) || !below(said).isEmpty();
    }

    /** Refuses where it is not clear whose archive is meant. */
    static ArchivedServer in(Path said) throws IOException {
        var found = isOne(said) ? List.of(said) : below(said);
        if (found.isEmpty()) {
            throw new Refused("这里没有档案：" + said, "No archive lies here: " + said);
        }
        if (found.size() > 1) {
            throw new Refused(
                    "这里有几个数据库的档案，请给出其中一个的目录：" + found,
                    "Several databases were archived here; give the directory of one: " + found);
        }
        return new ArchivedServer(found.getFirst());
    }

    private static boolean isOne(Path directory) {
        return Files.isDirectory(WalArchive.segmentsIn(directory));
    }

    private static List<Path> below(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var there = Files.list(directory)) {
            return there.filter(ArchivedServer::isOne).sorted().toList();
        }
    }

    Places places() {
        return new Places(basesIn(place));
    }

    Path directory() {
        return WalArchive.segmentsIn(place);
    }

    Segments segments(BaseContents base) {
        return new Segments(directory(), base.from());
    }

    /** The newest base from which that moment can be reached; the newest of all for the end. */
    Base baseFor(Optional<Instant> moment) throws IOException {
        var bases = places().finished();
        if (bases.isEmpty()) {
            throw new Refused(
                    place + " 里还没有底子，日志单独没有用：./lianxin backup --base 做一份。",
                    "There is no base in " + place
                            + ", and segments alone are of no use: make one by ./lianxin backup --base.");
        }
        var earliest = Instant.MAX;
        for (var at : bases.reversed()) {
            var contents = BaseContents.read(at);
            if (moment.isEmpty() || !moment.get().isBefore(contents.until())) {
                return new Base(at, contents);
            }
            earliest = contents.until();
        }
        throw new Refused(
                "最早只能回到 " + earliest + "：那以前没有底子。更早的，用 ./lianxin restore 每天的备份。",
                "The earliest moment is " + earliest
                        + ": there is no base from before. For earlier ones ./lianxin restore a daily backup.");
    }

    /** Removes the oldest bases beyond so many, and the segments that none of the others needs. */
    List<Path> keep(int many) throws IOException {
        var gone = places().keep(many, _ -> true);
        var left = places().finished();
        if (!left.isEmpty()) {
            var oldest = BaseContents.read(left.getFirst());
            segments(oldest).forget(oldest.first());
        }
        return gone;
    }
}
