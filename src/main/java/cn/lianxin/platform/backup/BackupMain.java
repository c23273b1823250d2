package cn.lianxin.platform.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.lianxin.platform.database.DatabaseMoved;
import cn.lianxin.platform.database.DirectoryInUse;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;

/** {@code ./lianxin backup}, {@code restore}, {@code rehearse} and {@code move}: 0 where it is done and proved, else a sentence and 1. */
public final class BackupMain {

    private BackupMain() {}

    public static void main(String[] words) {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
        System.exit(run(
                List.of(words),
                System::getenv,
                Clock.systemUTC(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> words, Installation.Settings settings, Clock clock, PrintStream out) {
        var options = Options.of(words.subList(1, words.size()));
        var commands = new Commands(options, settings, clock, out);
        var archived = new ArchiveCommands(options, settings, clock, out);
        try {
            return switch (words.getFirst()) {
                case "backup" -> options.has("base") ? archived.base() : commands.backup();
                case "restore" -> {
                    var archive = ArchiveCommands.archive(options);
                    yield archive.isPresent() ? archived.restore(archive.get()) : commands.restore();
                }
                case "rehearse" -> {
                    var archive = ArchiveCommands.archive(options);
                    var own = Commands.own(settings);
                    if (options.words().isEmpty() && own.isPresent()) {
                        yield archived.standing(own.get());
                    }
                    yield archive.isPresent() ? archived.rehearse(archive.get()) : commands.rehearse();
                }
                case "move" -> commands.move();
                default -> throw new Refused("不认识的命令。", "Unknown command.");
            };
        } catch (Refused | DirectoryInUse | DatabaseMoved refused) {
            out.println("✗ " + refused.getMessage());
        } catch (SQLException | FlywayException fault) {
            out.println("✗ 数据库出错了 · The database failed: " + fault.getMessage());
        } catch (IOException | UncheckedIOException fault) {
            out.println(
                    "✗ 文件读写出错了，看那块盘满没满、挂没挂上、写不写得进 · Reading or writing a file failed; see whether that disk is full,"
                            + " mounted and can be written: " + fault);
        }
        return 1;
    }
}
