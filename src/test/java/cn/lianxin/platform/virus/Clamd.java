package cn.lianxin.platform.virus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** A real ClamAV daemon of the test's own, on loopback, which knows the one signature that is given to it. */
public final class Clamd implements AutoCloseable {

    /** What every scanner finds and what harms nobody, as its inventors published it; in two pieces, so that this is none. */
    public static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final int port;
    private final Process process;

    private Clamd(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    public static Clamd start(Path directory) throws IOException, InterruptedException, NoSuchAlgorithmException {
        var port = freePort();
        var signatures = Files.createDirectory(directory.resolve("signatures"));
        var digest = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(EICAR));
        Files.writeString(signatures.resolve("own.hdb"), digest + ":" + EICAR.length + ":Eicar.Test\n");
        var configuration = Files.writeString(directory.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                TemporaryDirectory %s
                LocalSocket %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength 25M
                """.formatted(
                        signatures, directory, directory.resolve("socket"), port));
        var process = new ProcessBuilder("/usr/sbin/clamd", "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        var clamd = new Clamd(directory, port, process);
        clamd.await();
        return clamd;
    }

    private void await() throws IOException, InterruptedException {
        try (var asking = new ClamAv(byPort(), Duration.ofSeconds(5))) {
            for (var attempt = 0; attempt < 240 && process.isAlive(); attempt++) {
                if (asking.answers()) {
                    return;
                }
                Thread.sleep(Duration.ofMillis(250));
            }
        }
        close();
        throw new IllegalStateException("clamd does not answer: " + Files.readString(directory.resolve("log")));
    }

    public String byPort() {
        return "127.0.0.1:" + port;
    }

    String bySocket() {
        return directory.resolve("socket").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
