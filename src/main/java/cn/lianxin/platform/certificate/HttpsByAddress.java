package cn.lianxin.platform.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Whoever opens the installation to other machines speaks HTTPS; plain HTTP stays on loopback, unless somebody says otherwise
 * in so many words. Headers in which a proxy names who asks are believed only where a proxy may stand before us.
 */
class HttpsByAddress implements EnvironmentPostProcessor, Ordered {

    static final String BUNDLE = "lianxin";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var https = wanted(environment);
        var settings = https
                ? Map.<String, Object>of("server.ssl.bundle", BUNDLE, "server.forward-headers-strategy", "none")
                : Map.<String, Object>of("server.forward-headers-strategy", "native");
        environment.getPropertySources().addLast(new MapPropertySource("https-by-address", settings));
    }

    private static boolean wanted(Environment environment) {
        if (environment.containsProperty("lianxin.import")) {
            return false;
        }
        var said = environment.getProperty("lianxin.https", "");
        // A word that nobody understands must not open the door without HTTPS.
        return !said.equals("false")
                && (said.equals("true")
                        || environment.containsProperty("lianxin.certificate")
                        || !isLoopback(environment));
    }

    private static boolean isLoopback(Environment environment) {
        try {
            var address = environment.getProperty("server.address", "0.0.0.0");
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    /** When everything else is known; only whoever asks what was decided comes later. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }
}
