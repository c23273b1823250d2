package cn.lianxin.platform.certificate;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation of its own, for {@code lianxin.https=true}: a data directory and a free port for the plain door. */
class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-https"));
            var data = Files.createTempDirectory(parent, "data").toAbsolutePath();
            TestPropertyValues.of(
                            "lianxin.data=" + data, "lianxin.redirect-port=" + freePort(), "lianxin.hosts=lianxin.test")
                    .and(more(data))
                    .applyTo(context);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String[] more(Path data) {
        return new String[0];
    }

    /** Below those that the system gives to connections, so that none takes it before the server does. */
    private static int freePort() {
        for (int port = 20_000 + ThreadLocalRandom.current().nextInt(10_000); ; port++) {
            try (var free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }

    /** With a certificate that the enterprise gives, in the files {@code c.pem} and {@code k.pem}. */
    static final class OfEnterprise extends Installation {

        @Override
        String[] more(Path data) {
            new OpenSsl(data).certificate("c.pem", "k.pem", "DNS:lianxin.test,DNS:localhost");
            return new String[] {
                "lianxin.certificate=" + data.resolve("c.pem"), "lianxin.certificate-key=" + data.resolve("k.pem")
            };
        }
    }
}
