package cn.lianxin.platform.certificate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * What stands in a file with {@code -----BEGIN …-----}: certificates in their order, keys in any of the three usual forms.
 *
 * @param locked whether there is a key that asks for a password
 */
record Pem(List<X509Certificate> certificates, List<PrivateKey> keys, boolean locked) {

    private static final String OWNERS_ALONE = "rw-------";

    /** Refuses a file that is not there, may not be read, or holds something broken. */
    static Pem read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new CertificateTrouble("unreadable", file.toString());
        }
        try {
            return parse(new StringReader(text));
        } catch (IOException | RuntimeException | CertificateException broken) {
            throw new CertificateTrouble("broken", file.toString());
        }
    }

    private static Pem parse(Reader text) throws IOException, CertificateException {
        var certificates = new ArrayList<X509Certificate>();
        var keys = new ArrayList<PrivateKey>();
        var locked = false;
        var converter = new JcaPEMKeyConverter();
        try (var parser = new PEMParser(text)) {
            for (var entry = parser.readObject(); entry != null; entry = parser.readObject()) {
                switch (entry) {
                    case X509CertificateHolder holder ->
                        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                    case PrivateKeyInfo info -> keys.add(converter.getPrivateKey(info));
                    case PEMKeyPair pair -> keys.add(converter.getPrivateKey(pair.getPrivateKeyInfo()));
                    case PKCS8EncryptedPrivateKeyInfo _, PEMEncryptedKeyPair _ -> locked = true;
                    default -> {}
                }
            }
        }
        return new Pem(certificates, keys, locked);
    }

    /** Whole or not at all, and for the owner's eyes alone. */
    static void write(Path file, PrivateKey key, List<X509Certificate> certificates) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(key, null));
            for (var certificate : certificates) {
                writer.writeObject(certificate);
            }
        }
        var directory = file.toAbsolutePath().getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var unfinished = Files.createTempFile(
                directory,
                file.getFileName().toString(),
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNERS_ALONE)));
        try {
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
