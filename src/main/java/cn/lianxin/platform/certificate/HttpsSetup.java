package cn.lianxin.platform.certificate;

import cn.lianxin.platform.audit.AuditTrail;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.net.TLSClientHelloExtractor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the certificate before the server and opens the plain door beside it; nothing of it exists where plain HTTP is spoken. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "server.ssl.bundle", havingValue = HttpsByAddress.BUNDLE)
class HttpsSetup {

    @Bean
    static CertificateInForce certificateInForce(
            Hosts hosts,
            Clock clock,
            @Value("${lianxin.data}") Path data,
            @Value("${lianxin.enterprise.name:}") String enterprise,
            @Value("${lianxin.certificate:}") String certificate,
            @Value("${lianxin.certificate-key:}") String key) {
        if (certificate.isBlank() != key.isBlank()) {
            throw new CertificateTrouble(key.isBlank() ? "without-key" : "key-alone");
        }
        var supply = certificate.isBlank()
                ? new OwnAuthority(
                        data.toAbsolutePath().resolve("certificates"), enterprise, hosts::all, clock.instant())
                : new EnterpriseFiles(Path.of(certificate), Path.of(key), hosts.named());
        return new CertificateInForce(supply, clock);
    }

    @Bean
    static RenewingCertificates renewingCertificates(
            CertificateInForce inForce, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        return new RenewingCertificates(inForce, audit, events, clock);
    }

    @Bean
    static CertificateWatch certificateWatch(RenewingCertificates renewing) {
        return new CertificateWatch(renewing);
    }

    @Bean
    static PlainDoor plainDoor(CertificateInForce inForce, Addresses addresses) {
        return new PlainDoor(inForce, addresses);
    }

    /** Whoever types http:// at the port of HTTPS is answered too, in the few bytes that can be said without TLS. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> secondDoor(
            CertificateInForce inForce, Addresses addresses) {
        return new SecondDoor(inForce, addresses);
    }

    private record SecondDoor(CertificateInForce inForce, Addresses addresses)
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        private static final int THREADS = 20;

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            TLSClientHelloExtractor.USE_TLS_RESPONSE =
                    WrongDoor.answer(addresses, inForce.own().isPresent());
            addresses.plainPort().ifPresent(port -> {
                var connector = new Connector();
                connector.setPort(port);
                if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                    protocol.setAddress(server.getAddress());
                    protocol.setMinSpareThreads(1);
                    protocol.setMaxThreads(THREADS);
                }
                server.addAdditionalConnectors(connector);
            });
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
