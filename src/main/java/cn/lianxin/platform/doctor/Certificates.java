package cn.lianxin.platform.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How long what HTTPS speaks with is still good for. */
final class Certificates {

    private static final Duration SOON = Duration.ofDays(14);
    private static final Pattern ONE = Pattern.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

    private Certificates() {}

    /** Of files that are not there nothing is said: not everybody speaks HTTPS. */
    static List<Finding> look(List<Path> files, Instant now) throws IOException {
        var found = new ArrayList<Finding>();
        for (var file : files) {
            if (Files.exists(file)) {
                found.add(look(file, now));
            }
        }
        return found;
    }

    private static Finding look(Path file, Instant now) throws IOException {
        var match = ONE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        try {
            if (!match.find()) {
                throw new CertificateException("none in it");
            }
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(match.group().getBytes(StandardCharsets.ISO_8859_1)));
            var left = Duration.between(now, certificate.getNotAfter().toInstant());
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                return Finding.wrong(
                        "证书 " + file + " 还没生效：核对这台机器的时间。",
                        "The certificate " + file + " has not begun: check the clock of this machine.");
            }
            return left.compareTo(SOON) > 0
                    ? Finding.fine(
                            "证书 " + file.getFileName() + " 还有 " + left.toDays() + " 天",
                            "the certificate " + file.getFileName() + " is good for " + left.toDays() + " days")
                    : Finding.wrong(
                            "证书 " + file + (left.isNegative() ? " 过期了" : " 只剩 " + left.toDays() + " 天")
                                    + "：单位的证书请换新；自己签发的，启动连心或在“证书”页点续期。",
                            "The certificate " + file
                                    + (left.isNegative() ? " has expired" : " ends in " + left.toDays() + " days")
                                    + ": put a new one of the enterprise's there; one of our own is renewed by a start, or on the page /certificate.");
        } catch (CertificateException broken) {
            return Finding.wrong(
                    "证书 " + file + " 读不懂：从备份放回来。",
                    "The certificate " + file + " cannot be read (" + broken.getMessage()
                            + "): put it back from the backup.");
        }
    }
}
