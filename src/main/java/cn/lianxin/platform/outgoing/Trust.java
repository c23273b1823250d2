package cn.lianxin.platform.outgoing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The authorities whose certificates count: those of the JDK, and those of the enterprise from a file. */
@Component
public class Trust {

    private final SSLContext context;

    Trust(@Value("${lianxin.outgoing.trust:}") String file) {
        try {
            this.context = SSLContext.getInstance("TLS");
            context.init(null, file.isBlank() ? null : managers(Path.of(file)), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("lianxin.outgoing.trust cannot be read: " + file, e);
        }
    }

    /** For calls that are no HTTP and no mail. */
    public SSLContext context() {
        return context;
    }

    private static TrustManager[] managers(Path file) throws GeneralSecurityException, IOException {
        var authorities = new ArrayList<X509Certificate>(packaged());
        CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                .forEach(certificate -> authorities.add((X509Certificate) certificate));
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        return factory(store).getTrustManagers();
    }

    private static List<X509Certificate> packaged() throws GeneralSecurityException {
        for (var manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                return List.of(known.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
