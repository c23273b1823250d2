package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.DatabaseMoved;
import cn.lianxin.platform.database.InstalledDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** What the script's words do; each says what it did, and answers with how the program ends. */
final class Commands {

    static final String MOVING = "moving.unfinished";
    static final String LAST = "last-backup";

    private final Options options;
    private final Installation.Settings settings;
    private final Clock clock;
    private final PrintStream out;

    Commands(Options options, Installation.Settings settings, Clock clock, PrintStream out) {
        this.options = options;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    int backup() throws IOException, SQLException {
        var data = options.needed("data");
        var to = options.needed("to");
        if (to.startsWith(data)) {
            throw new Refused(
                    "备份不能放在数据目录里，丢了就一起丢了。请换一个地方，最好是另一块盘。",
                    "A backup inside the data directory is lost with it. Choose another place, best another disk.");
        }
        var keys = options.path("keys");
        if (keys.filter(one -> one.startsWith(to) || to.startsWith(one)).isPresent()) {
            throw new Refused(
                    "钥匙要和它打开的数据分开放：--keys 换一个目录；一定要放在一起，用 --with-keys。",
                    "Keys lie apart from what they open: another directory for --keys, or --with-keys if they shall lie beside it.");
        }
        var keep = options.find("keep").map(Commands::many);
        var installation = new Installation(data, settings);
        var places = new Places(to);
        try (var database = installed(data);
                var connection = database.connect()) {
            var written = places.write(
                    clock.instant(),
                    unfinished -> new MakingBackup(connection, installation, clock)
                            .into(unfinished, options.has("with-keys")));
            out.println("✓ " + written.what().rows() + " 行、"
                    + written.what().tables().size() + " 张表备份在 " + written.at()
                    + " · " + written.what().rows() + " rows in "
                    + written.what().tables().size() + " tables: "
                    + written.at());
            keysOf(installation, written.at().getFileName(), keys);
            if (Files.isDirectory(data)) {
                Files.writeString(data.resolve(LAST), written.what().at() + " " + written.at() + "\n");
            }
            if (keep.isPresent()) {
                places.keep(keep.get(), written.what().from())
                        .forEach(gone -> out.println("  删掉旧的 · Removed the old one: " + gone));
            }
        }
        return 0;
    }

    static int many(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new Refused("--keep 后面要一个数，至少 1。", "--keep needs a number, at least 1.");
        }
        return Integer.parseInt(text);
    }

    private void keysOf(Installation installation, Path name, Optional<Path> apart) throws IOException {
        if (apart.isPresent()) {
            var directory = apart.get().resolve(name);
            for (var key : installation.keys().entrySet()) {
                try (var part = NewPart.in(directory, key.getKey())) {
                    Files.copy(key.getValue(), part);
                }
            }
            out.println("  钥匙在 " + directory + " · The keys: " + directory);
        } else if (!options.has("with-keys")) {
            out.println("  钥匙不在里面（" + String.join("、", installation.keys().keySet())
                    + "），请另外收好：--keys 目录 · The keys are not in it; keep them elsewhere: --keys DIRECTORY");
        }
    }

    int restore() throws IOException, SQLException {
        var backup = options.backup();
        var contents = whole(backup);
        var to = options.path("to");
        if (to.isPresent()) {
            mustBeEmpty(to.get());
        }
        var own = own(settings);
        if (own.isPresent()) {
            into(own.get(), backup, contents);
            if (to.isPresent()) {
                NewPart.directory(to.get());
                files(backup, to.get());
            }
        } else {
            embedded(options.needed("to"), backup, contents);
        }
        sayKeys(out);
        return 0;
    }

    static void sayKeys(PrintStream out) {
        out.println(
                "  启动以前把钥匙放回去（vault.key、secret.key、log.key）；旧的 log-heads.log、audit-heads.log 还在的话，用旧的换掉备份里的："
                        + "备份以后签过的，就不会再签一次 · Before the start put the keys back; where the old log-heads.log and audit-heads.log"
                        + " are still there, let them replace those of the backup: what was signed after it is not signed otherwise");
    }

    private void embedded(Path to, Path backup, Contents contents) throws IOException, SQLException {
        var unfinished = unfinished(to);
        try {
            try (var database = InstalledDatabase.alone(unfinished)) {
                into(database, backup, contents);
            }
            files(backup, unfinished);
        } catch (IOException | SQLException | RuntimeException failed) {
            Places.delete(unfinished);
            throw failed;
        }
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
        Places.toDisk(to.resolveSibling(".").toAbsolutePath());
        out.println("✓ " + to);
    }

    /** Beside the place where it will lie. */
    static Path unfinished(Path to) throws IOException {
        var unfinished = to.resolveSibling(to.getFileName() + Places.UNFINISHED);
        if (Files.exists(unfinished)) {
            throw new Refused(
                    "上一次恢复没做完，请先删掉 " + unfinished + "。",
                    "An earlier restore did not come to its end. Delete " + unfinished + " first.");
        }
        NewPart.directory(unfinished);
        return unfinished;
    }

    private void into(InstalledDatabase database, Path backup, Contents contents) throws IOException, SQLException {
        new Restoring(backup, contents, database).restore();
        try (var connection = database.connect()) {
            if (!Proving.of(contents, connection, clock).tell(out)) {
                throw new Refused("恢复出来的和备份对不上，见上。", "What was restored does not agree with the backup, see above.");
            }
        }
    }

    static void mustBeEmpty(Path to) throws IOException {
        if (Files.exists(to)) {
            try (var there = Files.list(to)) {
                if (there.findAny().isPresent()) {
                    throw new Refused(
                            to + " 不是空的。恢复只放进空的地方：换一个 --to 目录，或先把它移走。",
                            to
                                    + " is not empty. A backup is only put into an empty place: choose another --to, or move it away.");
                }
            }
        }
    }

    static void files(Path backup, Path to) throws IOException {
        for (var below : new String[] {"files", "keys"}) {
            var from = backup.resolve(below);
            if (Files.isDirectory(from)) {
                try (var files = Files.walk(from)) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        try (var part = NewPart.in(to, from.relativize(file).toString())) {
                            Files.copy(file, part);
                        }
                    }
                }
            }
        }
    }

    int rehearse() throws IOException, SQLException {
        var backup = options.backup();
        var contents = Contents.read(backup);
        out.println(backup + "，" + contents.at());
        var faults = Checking.faults(backup, contents);
        faults.forEach(fault -> out.println("✗ " + fault));
        if (!faults.isEmpty()) {
            out.println("✗ 这个备份坏了 · This backup is damaged");
            return 1;
        }
        out.println("✓ " + contents.parts().size() + " 个文件都和校验和对得上 · "
                + contents.parts().size() + " files fit their digests");
        var scratch = scratch(options);
        try (var database = InstalledDatabase.alone(scratch)) {
            new Restoring(backup, contents, database).restore();
            try (var connection = database.connect()) {
                var holds = Proving.of(contents, connection, clock).tell(out);
                out.println(
                        holds
                                ? "✓ 演练成功：这个备份恢复得出来 · The rehearsal succeeded: this backup can be restored"
                                : "✗ 演练失败 · The rehearsal failed");
                return holds ? 0 : 1;
            }
        } finally {
            Places.delete(scratch);
        }
    }

    static Path scratch(Options options) throws IOException {
        var in = options.path("in");
        return in.isPresent()
                ? Files.createTempDirectory(in.get(), "rehearsal")
                : Files.createTempDirectory("rehearsal");
    }

    int move() throws IOException, SQLException {
        var data = options.needed("data");
        var own = own(settings).orElseThrow(() -> new Refused("搬到哪里？--to 地址", "Move to where? --to URL"));
        if (!InstalledDatabase.standsIn(data)) {
            throw new Refused(data + " 里没有自带的数据库。", "No embedded database lies in " + data + ".");
        }
        var moving = data.resolve(MOVING);
        Places.delete(moving);
        // Alone: what was written after the snapshot would stay behind.
        try (var database = InstalledDatabase.alone(data)) {
            try (var target = own.connect()) {
                target.isValid(0);
            }
            NewPart.directory(moving);
            Contents contents;
            try (var connection = database.connect()) {
                contents = new MakingBackup(connection, new Installation(data, settings), clock).into(moving, false);
            }
            into(own, moving, contents);
            DatabaseMoved.write(data, own.url().replaceFirst("\\?.*", ""));
        } finally {
            Places.delete(moving);
        }
        out.println("✓ 搬完了。以后这样启动：./lianxin run --data " + data
                + " --database-url …；钥匙和证书还在原来的目录里 · Moved. From now on: ./lianxin run --data " + data
                + " --database-url …; keys and certificates stay in that directory");
        return 0;
    }

    private static Contents whole(Path backup) throws IOException {
        var contents = Contents.read(backup);
        var faults = Checking.faults(backup, contents);
        if (!faults.isEmpty()) {
            throw new Refused("这个备份坏了，换一个：" + String.join("\n", faults), "This backup is damaged; take another one");
        }
        return contents;
    }

    private InstalledDatabase installed(Path data) throws IOException {
        var own = own(settings);
        if (own.isPresent()) {
            return own.get();
        }
        if (!InstalledDatabase.standsIn(data)) {
            throw new Refused(
                    data + " 里没有连心的数据。请核对 --data；用自己的数据库时加 --database-url。",
                    "Nothing of Lianxin lies in " + data
                            + ". Check --data; with your own database add --database-url.");
        }
        return InstalledDatabase.embedded(data);
    }

    static Optional<InstalledDatabase> own(Installation.Settings settings) {
        var url = settings.apply("SPRING_DATASOURCE_URL");
        return url == null || url.equals("embedded")
                ? Optional.empty()
                : Optional.of(InstalledDatabase.own(
                        url,
                        settings.apply("SPRING_DATASOURCE_USERNAME"),
                        settings.apply("SPRING_DATASOURCE_PASSWORD")));
    }
}
