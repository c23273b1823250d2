package cn.lianxin.platform.certificate;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation of its own, for {@code lianxin.https=true}: a data directory and a free port for the plain door. */
class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var free = new ServerSocket(0)) {
            var parent = Files.createDirectories(Path.of("target", "test-https"));
            var data = Files.createTempDirectory(parent, "data").toAbsolutePath();
            TestPropertyValues.of(
                            "lianxin.data=" + data,
                            "lianxin.redirect-port=" + free.getLocalPort(),
                            "lianxin.hosts=lianxin.test")
                    .and(more(data))
                    .applyTo(context);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String[] more(Path data) {
        return new String[0];
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
