package cn.lianxin.platform.certificate;

import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the two doors are: the one of HTTPS, and the plain one beside it. */
@Component
class Addresses {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Hosts hosts;
    private final Environment environment;
    private final String redirectPort;

    Addresses(Hosts hosts, Environment environment, @Value("${lianxin.redirect-port:}") String redirectPort) {
        this.hosts = hosts;
        this.environment = environment;
        this.redirectPort = redirectPort;
    }

    /** 80 beside 443, else the next one; none where somebody wants none. */
    OptionalInt plainPort() {
        if (redirectPort.equals("none")) {
            return OptionalInt.empty();
        }
        if (!redirectPort.isBlank()) {
            return OptionalInt.of(Integer.parseInt(redirectPort));
        }
        return OptionalInt.of(securePort() == HTTPS ? HTTP : securePort() + 1);
    }

    /** Of the page by which a device comes to trust us, before it does. */
    String trustPage(Host host) {
        var port = plainPort();
        if (port.isEmpty()) {
            return secure(host) + "/trust";
        }
        return "http://" + host.inAddress() + (port.getAsInt() == HTTP ? "" : ":" + port.getAsInt()) + "/trust";
    }

    String trustPage() {
        return trustPage(first());
    }

    /** The one that stands on paper. */
    Host first() {
        return hosts.first();
    }

    String secure(Host host) {
        return "https://" + host.inAddress() + (securePort() == HTTPS ? "" : ":" + securePort());
    }

    /** As the browser came here, if we answer to that name; else by the one that stands on paper. */
    Host asked(String serverName, ServerCertificate certificate) {
        try {
            var host = Host.of(serverName);
            return certificate.covers(host) ? host : first();
        } catch (CertificateTrouble unclear) {
            return first();
        }
    }

    private int securePort() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", ""));
        return Integer.parseInt(port);
    }
}
