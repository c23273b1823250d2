package cn.lianxin.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The line between a phone and the installation, as slow as one below ground. It breaks in the middle of what is sent and
 * loses an answer after the server has done what was asked.
 */
final class Wire implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;
    private static final int PIECE = 16 * 1024;
    private static final int MILLISECONDS_A_PIECE = 50;

    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong untilItBreaks = new AtomicLong(NEVER);
    private final AtomicReference<@Nullable String> answerToLose = new AtomicReference<>();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean every;
    private final ServerSocket door;

    Wire(int server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    String home() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** Breaks after so many bytes more from the phone. */
    void breakAfter(long bytes) {
        untilItBreaks.set(bytes);
    }

    /** The next answer to such a request never reaches the phone. */
    void loseAnswerTo(String requestLine) {
        every = false;
        answerToLose.set(requestLine);
    }

    /** Until it is mended. */
    void loseEveryAnswerTo(String requestLine) {
        every = true;
        answerToLose.set(requestLine);
    }

    int answersLost() {
        return lost.get();
    }

    boolean hasLostIt() {
        return answerToLose.get() == null;
    }

    /** Whole again, if it was not. */
    void mend() {
        untilItBreaks.set(NEVER);
        answerToLose.set(null);
    }

    @Override
    public void close() {
        close(door);
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // Dead, or the server does not answer: the phone notices by itself.
            }
        }
    }

    private void connect(Socket phone) throws IOException {
        var installation = reach(phone);
        sockets.add(phone);
        sockets.add(installation);
        var line = new Line(phone, installation);
        Thread.ofVirtual().start(line::up);
        Thread.ofVirtual().start(line::down);
    }

    private Socket reach(Socket phone) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), server);
        } catch (IOException nobodyThere) {
            phone.close();
            throw nobodyThere;
        }
    }

    private final class Line {

        private final Socket phone;
        private final Socket installation;
        private volatile boolean losesTheAnswer;

        private Line(Socket phone, Socket installation) {
            this.phone = phone;
            this.installation = installation;
        }

        private void up() {
            copy(phone, installation, (bytes, length) -> {
                var wanted = answerToLose.get();
                if (wanted != null
                        && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(wanted)
                        && (every || answerToLose.compareAndSet(wanted, null))) {
                    losesTheAnswer = true;
                    lost.incrementAndGet();
                }
                Thread.sleep(MILLISECONDS_A_PIECE);
                if (untilItBreaks.get() == NEVER) {
                    return true;
                }
                var whole = untilItBreaks.addAndGet(-length) > 0;
                if (!whole) {
                    untilItBreaks.set(NEVER);
                }
                return whole;
            });
        }

        private void down() {
            copy(installation, phone, (_, _) -> !losesTheAnswer);
        }

        private void copy(Socket from, Socket to, Gate gate) {
            var bytes = new byte[PIECE];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                int length = in.read(bytes);
                while (length >= 0 && gate.passes(bytes, length)) {
                    out.write(bytes, 0, length);
                    length = in.read(bytes);
                }
            } catch (IOException | InterruptedException cut) {
                // Cut from the other side.
            } finally {
                sockets.remove(from);
                sockets.remove(to);
            }
        }
    }

    private interface Gate {
        boolean passes(byte[] bytes, int length) throws InterruptedException;
    }

    private static void close(java.io.Closeable open) {
        try {
            open.close();
        } catch (IOException alreadyClosed) {
            // As wanted.
        }
    }
}
