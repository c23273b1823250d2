package cn.lianxin.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once beside the data. PostgreSQL refuses to run as root, so root runs it in a user
 * namespace of its own, where it is nobody in particular.
 */
final class PostgresPrograms {

    record Result(int exitCode, String output) {}

    private static final String VERSION = "18.6.0";

    private final Path home;
    private final List<String> prefix;

    private PostgresPrograms(Path home) {
        this.home = home;
        this.prefix = isRoot() ? List.of("unshare", "--user", "--") : List.of();
    }

    static PostgresPrograms unpackedIn(Path data) throws IOException {
        var home = data.resolve("postgres-" + VERSION);
        if (!Files.exists(home)) {
            var unfinished = data.resolve("postgres-" + VERSION + ".unfinished");
            deleteTree(unfinished);
            unpack(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(home.toAbsolutePath());
    }

    private static void unpack(Path target) throws IOException {
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, file);
                        var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
                    }
                }
            }
        }
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "postgres-" + system + "-" + machine + ".txz";
        var archive = PostgresPrograms.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new IOException("This build brings no PostgreSQL for this machine (" + name
                    + "); give your own with --database-url.");
        }
        return archive;
    }

    Result run(String program, List<String> arguments) {
        return run(program, arguments, Map.of());
    }

    Result run(String program, List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        try {
            var output = Files.createTempFile(home.getParent(), program, ".out");
            try {
                builder.redirectOutput(output.toFile());
                var exitCode = builder.start().waitFor();
                return new Result(exitCode, Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + program, e);
        }
    }

    void delete(Path directory) throws IOException {
        deleteTree(directory);
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
