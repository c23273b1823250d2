package cn.lianxin.platform.certificate;

import cn.lianxin.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A browser that trusts one root and nothing else, and lives by the clock of the tests. */
record Client(HttpClient http) implements AutoCloseable {

    static Client trusting(X509Certificate root) {
        return new Client(HttpClient.newBuilder()
                .sslContext(contextTrusting(root))
                .version(HttpClient.Version.HTTP_1_1)
                .build());
    }

    static SSLContext contextTrusting(X509Certificate root) {
        try {
            var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), new X509CertSelector());
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(TestClock.now()));
            var managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(new CertPathTrustManagerParameters(parameters));
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String address, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address));
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String address, String form) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that the server showed in the handshake of this answer. */
    static X509Certificate shown(HttpResponse<?> answer) throws IOException {
        return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    @Override
    public void close() {
        http.close();
    }
}
