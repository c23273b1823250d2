package cn.lianxin.platform.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By which two people see that they mean the same certificate.
 *
 * @param digits SHA-256 as telephones and computers show it, 64 of them
 */
record Fingerprint(String digits) {

    private static final int GROUP = 4;

    static Fingerprint of(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Pem.encoded(certificate));
            return new Fingerprint(HexFormat.of().withUpperCase().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sixteen groups of four, to be read aloud and ticked off. */
    List<String> groups() {
        return IntStream.range(0, digits.length() / GROUP)
                .mapToObj(group -> digits.substring(group * GROUP, (group + 1) * GROUP))
                .toList();
    }
}
