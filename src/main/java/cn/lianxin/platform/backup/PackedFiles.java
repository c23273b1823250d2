package cn.lianxin.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The files of a server as one archive. They change while they are read; that is put right by its log. */
final class PackedFiles implements AutoCloseable {

    /** Of these only the directory itself: a server makes what is in them anew, or gets it from the archive. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> NEVER = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "recovery.signal");

    private static final String CONTROL = "global/pg_control";

    private final TarArchiveOutputStream tar;

    PackedFiles(OutputStream out) {
        tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void all(Path cluster) throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is) throws IOException {
                var name = nameIn(cluster, directory);
                if (!name.isEmpty()) {
                    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
                    tar.closeArchiveEntry();
                }
                return EMPTY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                if (is.isRegularFile() && belongs(nameIn(cluster, file))) {
                    file(nameIn(cluster, file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Tables go and come meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (why instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw why;
            }
        });
        text(CONTROL, control(cluster.resolve(CONTROL)));
    }

    private static String nameIn(Path cluster, Path file) {
        return cluster.relativize(file).toString();
    }

    private static boolean belongs(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return !NEVER.contains(last)
                && !name.equals(CONTROL)
                && !last.startsWith("pg_internal.init")
                && !last.startsWith("pgsql_tmp");
    }

    /** As long as it was when it began: what it has grown by stands in the log, and what is missing as well. */
    private void file(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var entry = new TarArchiveEntry(name);
            var rest = Files.size(file);
            entry.setSize(rest);
            tar.putArchiveEntry(entry);
            var buffer = new byte[1 << 16];
            while (rest > 0) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                if (read < 0) {
                    Arrays.fill(buffer, (byte) 0);
                    read = (int) Math.min(buffer.length, rest);
                }
                tar.write(buffer, 0, read);
                rest -= read;
            }
            tar.closeArchiveEntry();
        } catch (NoSuchFileException gone) {
            // Nothing of it was written yet.
        }
    }

    /** The same twice, so that it was not read while it was written. */
    private static byte[] control(Path file) throws IOException {
        var before = Files.readAllBytes(file);
        while (true) {
            var again = Files.readAllBytes(file);
            if (Arrays.equals(before, again)) {
                return again;
            }
            before = again;
        }
    }

    void text(String name, String text) throws IOException {
        text(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void text(String name, byte[] bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** For its owner alone, as a server demands it. */
    static void unpack(Path packed, Path to) throws IOException {
        NewPart.directory(to);
        var own = PosixFilePermissions.fromString("rw-------");
        try (InputStream file = new BufferedInputStream(Files.newInputStream(packed));
                var tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("archive entry outside its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    NewPart.directory(target);
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, own);
                }
            }
        }
    }
}
