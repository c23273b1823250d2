package cn.lianxin.platform.outgoing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server of a dozen lines, for what a well-behaved one never does: it refuses where it is told, breaks off at the
 * worst moment, and writes down every mail that it has taken.
 */
public final class MailStation implements AutoCloseable {

    /** Instead of a reply: the connection is gone. */
    public static final String DROPS = "drops";
    /** Instead of a reply: longer than anybody waits. */
    public static final String SLEEPS = "sleeps";

    private final ServerSocket server;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public MailStation() {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The reply to a command (EHLO, MAIL, RCPT, DATA) or to the end of the message (a dot), until told otherwise. */
    public void will(String command, String reply) {
        replies.put(command, reply);
    }

    /** The mails that it took, whatever it answered; a message without its final dot is none. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    private void listen() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.startVirtualThread(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 mine.example");
            String line;
            while ((line = in.readLine()) != null) {
                var command = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (command.equals("QUIT")) {
                    say(socket, "221 bye");
                    return;
                }
                var reply = replies.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
                if (!say(socket, reply)) {
                    return;
                }
                if (command.equals("DATA") && reply.startsWith("354") && !take(socket, in)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException gone) {
            // So is the other side.
        }
    }

    private boolean take(Socket socket, BufferedReader in) throws IOException, InterruptedException {
        var mail = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null && !line.equals(".")) {
            mail.append(line).append('\n');
        }
        if (line == null) {
            return false;
        }
        var reply = replies.getOrDefault(".", "250 2.0.0 Ok: queued as 4711");
        if (reply.startsWith("250") || reply.equals(DROPS) || reply.equals(SLEEPS)) {
            taken.add(mail.toString());
        }
        return say(socket, reply);
    }

    private static boolean say(Socket socket, String reply) throws IOException, InterruptedException {
        if (reply.equals(DROPS)) {
            socket.setSoLinger(true, 0);
            return false;
        }
        if (reply.equals(SLEEPS)) {
            Thread.sleep(4_000);
            return false;
        }
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
