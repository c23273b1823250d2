package cn.lianxin.platform.virus;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Speaks with clamd in the commands that its manual describes: {@code zPING} and {@code zINSTREAM}, with chunks that begin
 * with their length and an empty one at the end.
 */
final class ClamAv implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final SocketAddress address;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("virus-watch").factory());

    /** @param where {@code host:port}, or a path that begins with a slash */
    ClamAv(String where, Duration patience) {
        this.address = addressOf(where);
        this.patience = patience;
    }

    private static SocketAddress addressOf(String where) {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        var colon = where.lastIndexOf(':');
        if (colon < 1 || !where.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "lianxin.virus.scanner is neither host:port nor the path of a socket: " + where);
        }
        return new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }

    boolean answers() {
        try {
            return ask("zPING\0", new byte[0]).equals("PONG");
        } catch (IOException away) {
            return false;
        }
    }

    /**
     * What is in it, by the name that the daemon gives it; empty where it is clean.
     *
     * @throws IOException where the daemon is away, too slow, or did not look at all of it
     */
    Optional<String> infectionOf(byte[] file) throws IOException {
        var answer = ask("zINSTREAM\0", file);
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            return Optional.of(answer.substring("stream: ".length(), answer.length() - FOUND.length()));
        }
        throw new IOException("clamd answered: " + answer);
    }

    private String ask(String command, byte[] file) throws IOException {
        try (var channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            // A channel has no time limit of its own; closing it ends every wait.
            var end = watch.schedule(() -> closeQuietly(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(address);
                var to = new DataOutputStream(Channels.newOutputStream(channel));
                to.write(command.getBytes(StandardCharsets.US_ASCII));
                if (file.length > 0) {
                    send(file, to);
                }
                return answer(new DataInputStream(Channels.newInputStream(channel)));
            } finally {
                end.cancel(false);
            }
        } catch (java.nio.channels.UnresolvedAddressException unknown) {
            throw new IOException("unknown host: " + address, unknown);
        }
    }

    private static void send(byte[] file, DataOutputStream to) throws IOException {
        for (var at = 0; at < file.length; at += CHUNK) {
            var length = Math.min(CHUNK, file.length - at);
            to.writeInt(length);
            to.write(file, at, length);
        }
        to.writeInt(0);
        to.flush();
    }

    private static String answer(DataInputStream from) throws IOException {
        return new String(from.readAllBytes(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            // It is over in any case.
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
