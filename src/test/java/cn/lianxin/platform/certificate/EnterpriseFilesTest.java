package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as offices really get them, made by openssl; what cannot serve is refused with a sentence that says what to do. */
@Tag("slow")
class EnterpriseFilesTest {

    private static final String NAMES = "DNS:lianxin.mine,DNS:*.qingchuan.example,IP:10.3.4.5";

    @TempDir
    Path directory;

    private OpenSsl openssl;

    @BeforeEach
    void certificate() {
        openssl = new OpenSsl(directory);
        openssl.certificate("c.pem", "k.pem", NAMES);
    }

    @Test
    void keys_are_read_in_all_their_usual_forms() {
        openssl.must("ec", "-in", "k.pem", "-out", "sec1.pem");
        openssl.must("ecparam", "-name", "prime256v1", "-out", "parameters.pem");
        openssl.write("with-parameters.pem", openssl.text("parameters.pem"), openssl.text("sec1.pem"));
        openssl.must(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=x",
                "-addext",
                "subjectAltName=" + NAMES,
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-keyout",
                "rsa.pem",
                "-out",
                "rsa-c.pem");
        openssl.must("rsa", "-in", "rsa.pem", "-traditional", "-out", "pkcs1.pem");
        assertThat(openssl.text("sec1.pem")).contains("BEGIN EC PRIVATE KEY");
        assertThat(openssl.text("pkcs1.pem")).contains("BEGIN RSA PRIVATE KEY");

        assertThat(read("c.pem", "k.pem").hosts()).contains("lianxin.mine", "10.3.4.5");
        assertThat(read("c.pem", "sec1.pem").key().getAlgorithm()).isEqualTo("EC");
        assertThat(read("c.pem", "with-parameters.pem").key())
                .isEqualTo(read("c.pem", "sec1.pem").key());
        assertThat(read("rsa-c.pem", "rsa.pem").key())
                .isEqualTo(read("rsa-c.pem", "pkcs1.pem").key());
    }

    @Test
    void a_chain_in_order_serves_and_any_other_order_is_refused() {
        chain();
        var own = openssl.text("own.pem");
        var middle = openssl.text("middle.pem");
        var top = openssl.text("top.pem");
        openssl.write("good.pem", own, middle, top);
        openssl.write("turned.pem", top, middle, own);
        openssl.write("gap.pem", own, top, middle);

        assertThat(read("good.pem", "own-k.pem").chain()).hasSize(3);
        refuses("turned.pem", "own-k.pem", "顺序不对", "wrong order");
        refuses("gap.pem", "own-k.pem", "第 1 张证书不是第 2 张签发的", "Certificate 1", "not issued by certificate 2");
    }

    @Test
    void a_missing_locked_foreign_or_strange_key_is_refused() {
        openssl.must("pkcs8", "-topk8", "-in", "k.pem", "-passout", "pass:x", "-out", "locked.pem");
        openssl.must("ec", "-in", "k.pem", "-aes128", "-passout", "pass:x", "-out", "locked-sec1.pem");
        openssl.must("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "foreign.pem");
        openssl.must("genpkey", "-algorithm", "ed25519", "-out", "ed25519.pem");

        refuses("c.pem", "gone.pem", "读不了这个文件", "cannot be read");
        refuses("c.pem", "c.pem", "没有私钥", "no private key");
        refuses("c.pem", "locked.pem", "带密码", "asks for a password", "openssl pkey -in");
        refuses("c.pem", "locked-sec1.pem", "带密码", "asks for a password");
        refuses("c.pem", "foreign.pem", "不是一对", "does not belong");
        refuses("c.pem", "ed25519.pem", "浏览器不认", "Browsers do not take");
    }

    @Test
    void what_is_no_certificate_of_a_server_is_refused() {
        openssl.must("x509", "-in", "c.pem", "-outform", "der", "-out", "c.der");
        openssl.must("pkcs12", "-export", "-in", "c.pem", "-inkey", "k.pem", "-passout", "pass:x", "-out", "c.p12");
        openssl.write("half.pem", openssl.text("c.pem").substring(0, 300));
        openssl.must(
                "req",
                "-x509",
                "-key",
                "k.pem",
                "-subj",
                "/CN=x",
                "-addext",
                "subjectAltName=" + NAMES,
                "-out",
                "ca.pem");
        openssl.must(
                "req",
                "-x509",
                "-key",
                "k.pem",
                "-subj",
                "/CN=x",
                "-addext",
                "subjectAltName=" + NAMES,
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-addext",
                "extendedKeyUsage=emailProtection",
                "-out",
                "mail.pem");
        openssl.must(
                "req",
                "-x509",
                "-key",
                "k.pem",
                "-subj",
                "/CN=lianxin.mine",
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-out",
                "nameless.pem");

        refuses("gone.pem", "k.pem", "读不了这个文件", "cannot be read");
        refuses("k.pem", "k.pem", "没有 PEM 格式的证书", "no PEM certificate");
        refuses("c.der", "k.pem", "-inform der", "-inform der");
        refuses("c.p12", "k.pem", "openssl pkcs12", "openssl pkcs12");
        refuses("half.pem", "k.pem", "坏了", "broken");
        refuses("ca.pem", "k.pem", "不是给服务器用的", "not for servers");
        refuses("mail.pem", "k.pem", "不是给服务器用的", "not for servers");
        refuses("nameless.pem", "k.pem", "没有写明管哪个名字", "does not say for which name");
    }

    @Test
    void an_expired_one_and_one_that_has_not_begun_are_refused_with_their_dates() {
        var now = Instant.now();

        refuses("c.pem", "k.pem", now.plus(Duration.ofDays(61)), "过期", "expired on 20");
        refuses("c.pem", "k.pem", now.minus(Duration.ofDays(2)), "才生效", "begins on 20");
        assertThat(files("c.pem", "k.pem").at(now.plus(Duration.ofDays(59)), Optional.empty()))
                .isNotNull();
    }

    @Test
    void it_has_to_stand_for_every_name_that_was_given() {
        assertThat(read("c.pem", "k.pem", "lianxin.mine", "10.3.4.5", "desk.qingchuan.example"))
                .isNotNull();
        assertThatThrownBy(() -> read("c.pem", "k.pem", "lianxin.mine", "other.mine"))
                .isInstanceOfSatisfying(
                        CertificateTrouble.class,
                        trouble -> assertThat(trouble.sentence())
                                .contains("不管 other.mine", "does not stand for other.mine", "*.qingchuan.example"));
        assertThatThrownBy(() -> read("c.pem", "k.pem", "a.desk.qingchuan.example"))
                .isInstanceOf(CertificateTrouble.class);
        assertThatThrownBy(() -> read("c.pem", "k.pem", "10.3.4.6")).isInstanceOf(CertificateTrouble.class);
    }

    /** own ← middle ← top. */
    private void chain() {
        openssl.must(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=top",
                "-keyout",
                "top-k.pem",
                "-out",
                "top.pem");
        issued("middle", "top", "basicConstraints=critical,CA:TRUE");
        issued("own", "middle", "subjectAltName=" + NAMES);
    }

    private void issued(String name, String by, String extension) {
        openssl.must(
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + "-k.pem",
                "-out",
                name + ".csr");
        openssl.write("extension", extension);
        openssl.must(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                by + ".pem",
                "-CAkey",
                by + "-k.pem",
                "-CAcreateserial",
                "-days",
                "30",
                "-extfile",
                "extension",
                "-out",
                name + ".pem");
    }

    private void refuses(String certificate, String key, String... words) {
        refuses(certificate, key, Instant.now(), words);
    }

    private void refuses(String certificate, String key, Instant now, String... words) {
        assertThatThrownBy(() -> files(certificate, key).at(now, Optional.empty()))
                .as("%s with %s", certificate, key)
                .isInstanceOfSatisfying(
                        CertificateTrouble.class,
                        trouble -> assertThat(trouble.sentence()).contains(words));
    }

    private ServerCertificate read(String certificate, String key, String... hosts) {
        return files(certificate, key, hosts).at(Instant.now(), Optional.empty());
    }

    private EnterpriseFiles files(String certificate, String key, String... hosts) {
        return new EnterpriseFiles(
                openssl.file(certificate),
                openssl.file(key),
                Stream.of(hosts).map(Host::of).collect(Collectors.toCollection(TreeSet::new)));
    }
}
