package cn.lianxin.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.Objects;
import java.util.Set;

/** One file of a backup while it is written: for its owner alone, on the disk when it is closed, and its digest is known then. */
final class NewPart extends FilterOutputStream {

    private final String path;
    private final FileChannel channel;
    private final DigestOutputStream digesting;
    private long size = -1;

    private NewPart(String path, FileChannel channel, DigestOutputStream digesting) {
        super(digesting);
        this.path = path;
        this.channel = channel;
        this.digesting = digesting;
    }

    static NewPart in(Path backup, String path) throws IOException {
        var file = backup.resolve(path);
        directory(Objects.requireNonNull(file.getParent()));
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new NewPart(path, channel, new DigestOutputStream(to(channel), Digests.sha256()));
    }

    static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static OutputStream to(FileChannel channel) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                var rest = ByteBuffer.wrap(bytes, offset, length);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
        };
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digesting.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            size = channel.size();
            channel.force(true);
            channel.close();
        }
    }

    Contents.Part part() {
        return new Contents.Part(
                path, size, Digests.hex(digesting.getMessageDigest().digest()));
    }
}
