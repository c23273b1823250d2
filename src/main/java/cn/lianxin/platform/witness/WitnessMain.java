package cn.lianxin.platform.witness;

import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.note.SignatureType;
import cn.lianxin.platform.note.SigningKey;
import cn.lianxin.platform.note.VerifierKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.concurrent.Executors;

/** {@code ./lianxin witness}: on a machine of the union or of the discipline office. */
public final class WitnessMain {

    private static final int LARGEST_REQUEST = 1_000_000;
    private static final int MINUTE = 60_000;

    private WitnessMain() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        var directory = Path.of(options.get("directory"));
        Files.createDirectories(directory);
        var lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            System.err.println("这个目录已经有一个见证在用 · Another witness uses this directory: " + directory);
            System.exit(1);
        }
        var own = key(directory.resolve("witness.key"), options.get("name"));
        var witness = new Witness(
                VerifierKey.parse(options.get("log-key")),
                own,
                new WitnessState(directory),
                Clock.systemUTC(),
                System.out);
        var server = start(witness, new InetSocketAddress(options.get("host"), Integer.parseInt(options.get("port"))));
        System.out.println("见证开着，公钥（交给连心的管理员，写进见证规则）· Witnessing at port "
                + server.getAddress().getPort() + "; this key goes into the policy of the log:");
        System.out.println(own.verifier());
        var log = options.find("log");
        while (log.isPresent()) {
            follow(new Following(new HttpLog(log.get()), witness));
            Thread.sleep(MINUTE);
        }
        Thread.currentThread().join();
    }

    private static void follow(Following following) {
        try {
            var answer = following.follow();
            System.out.println(answer.status() == 200 ? answer.body().strip() : answer.status() + " " + answer.body());
        } catch (Unproven refused) {
            System.out.println(refused.sentence());
        }
    }

    static HttpServer start(Witness witness, InetSocketAddress at) throws IOException {
        var server = HttpServer.create(at, 0);
        server.createContext("/add-checkpoint", exchange -> {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "text/plain", "");
                return;
            }
            var bytes = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            var answer = bytes.length > LARGEST_REQUEST
                    ? new Witness.Answer(413, "too large\n")
                    : witness.add(new String(bytes, StandardCharsets.UTF_8));
            answer(
                    exchange,
                    answer.status(),
                    answer.status() == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8",
                    answer.body());
        });
        server.createContext(
                "/checkpoint", exchange -> answer(exchange, 200, "text/plain; charset=utf-8", witness.newest()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Made on the first start, for its owner alone. */
    private static SigningKey key(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, SigningKey.generate(name, SignatureType.COSIGNATURE).line() + "\n");
        }
        return SigningKey.parse(Files.readString(file).strip());
    }
}
