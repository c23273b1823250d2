package cn.lianxin.platform.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AuthorityTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    Path directory;

    private final SortedSet<Host> hosts = hosts("lianxin.mine", "localhost", "127.0.0.1", "10.3.4.5", "::1");

    private OpenSsl openssl;
    private Authority authority;

    @BeforeEach
    void found() {
        openssl = new OpenSsl(directory);
        authority = Authority.found("青川能源集团", hosts, NOW);
        pem("root.pem", authority.root());
        pem("issuer.pem", authority.issuer());
    }

    @Test
    void openssl_accepts_what_it_issues_for_every_name_and_address_of_the_installation() {
        var server = authority.issue(hosts, NOW);
        pem("server.pem", server.own());

        for (var host : hosts) {
            var verified = verify(host.isAddress() ? "-verify_ip" : "-verify_hostname", host.text());
            assertThat(verified.exitCode())
                    .as("%s: %s", host, verified.output())
                    .isZero();
        }
        assertThat(verify("-verify_hostname", "another.mine").exitCode()).isNotZero();
        assertThat(openssl.run("x509", "-in", "server.pem", "-noout", "-checkhost", "lianxin.mine")
                        .output())
                .contains("does match");
        assertThat(openssl.run("x509", "-in", "root.pem", "-noout", "-text").output())
                .contains("X509v3 Name Constraints: critical", "DNS:lianxin.mine", "IP:10.3.4.5/255.255.255.255");
    }

    @Test
    void who_steals_its_key_cannot_speak_for_another_site_or_address() throws GeneralSecurityException {
        for (var foreign : Set.of("bank.example", "10.3.4.6", "evil-lianxin.mine", "fd00::5")) {
            var stolen = authority.issue(hosts(foreign), NOW);
            pem("server.pem", stolen.own());

            var verified = verify("-purpose", "sslserver");
            assertThat(verified.exitCode()).as(foreign).isNotZero();
            assertThat(verified.output()).as(foreign).contains("permitted subtree violation");
            assertThatThrownBy(() -> validate(stolen)).as(foreign).isInstanceOf(CertPathValidatorException.class);
        }
        validate(authority.issue(hosts("lianxin.mine", "10.3.4.5"), NOW));
    }

    @Test
    void a_server_certificate_lives_no_longer_than_phones_accept() {
        var own = authority.issue(hosts, NOW).own();

        assertThat(Duration.between(
                        own.getNotBefore().toInstant(), own.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(397));
    }

    @Test
    void the_key_of_the_root_is_nowhere_and_what_is_kept_is_for_the_owners_eyes() throws IOException {
        var own = new OwnAuthority(directory.resolve("certificates"), "青川", () -> hosts, NOW);
        own.at(NOW, Optional.empty());

        try (var files = Files.walk(directory.resolve("certificates"))) {
            var all = files.toList();
            assertThat(all).hasSize(3);
            assertThat(all)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .matches("rw[x-]------"));
        }
        openssl.write("kept.pem", Files.readString(own.authorityFile()));
        openssl.must("pkey", "-in", "kept.pem", "-pubout", "-out", "kept.pub");
        pem("own-root.pem", own.authority().root());
        assertThat(openssl.run("x509", "-in", "own-root.pem", "-noout", "-pubkey")
                        .output())
                .isNotEqualTo(openssl.text("kept.pub"));
        assertThat(openssl.text("kept.pem")).containsOnlyOnce("PRIVATE KEY-----\n-----BEGIN CERTIFICATE");
    }

    @Test
    void a_restart_shows_the_same_certificate() {
        var first = own(hosts).at(NOW, Optional.empty());

        assertThat(own(hosts).at(NOW.plusSeconds(60), Optional.empty())).isEqualTo(first);
    }

    @Test
    void it_is_renewed_weeks_before_it_ends_and_not_earlier() {
        var own = own(hosts);
        var first = own.at(NOW, Optional.empty());
        var dayBefore = first.ends().minus(Duration.ofDays(46));

        assertThat(own.at(dayBefore, Optional.of(first))).isEqualTo(first);
        var next = own.at(dayBefore.plus(Duration.ofDays(2)), Optional.of(first));
        assertThat(next).isNotEqualTo(first);
        assertThat(next.ends()).isAfter(first.ends().plus(Duration.ofDays(300)));
    }

    @Test
    void it_is_renewed_when_the_names_change_and_leaves_out_what_devices_would_refuse() {
        var changing = new TreeSet<>(hosts);
        var own = new OwnAuthority(directory.resolve("certificates"), "", () -> changing, NOW);
        var first = own.at(NOW, Optional.empty());

        changing.add(Host.of("desk.lianxin.mine"));
        changing.add(Host.of("new.example"));
        changing.remove(Host.of("10.3.4.5"));
        var next = own.at(NOW, Optional.of(first));

        assertThat(next.hosts()).contains("desk.lianxin.mine").doesNotContain("new.example", "10.3.4.5");
        assertThat(own.leftOut()).containsExactly(Host.of("new.example"));
    }

    @Test
    void a_broken_authority_is_said_and_never_replaced_by_itself() throws IOException {
        var file = own(hosts).authorityFile();
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));

        assertThatThrownBy(() -> own(hosts))
                .isInstanceOfSatisfying(
                        CertificateTrouble.class,
                        trouble -> assertThat(trouble.sentence()).contains("这个文件坏了", "This file is broken"));
    }

    private OwnAuthority own(SortedSet<Host> hosts) {
        return new OwnAuthority(directory.resolve("certificates"), "", () -> hosts, NOW);
    }

    private OpenSsl.Result verify(String option, String value) {
        return openssl.run(
                "verify",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuer.pem",
                "-x509_strict",
                option,
                value,
                "server.pem");
    }

    /** The JDK overlooks limits in what it trusts outright; it has to find them in the issuer. */
    private void validate(ServerCertificate server) throws GeneralSecurityException {
        var path = CertificateFactory.getInstance("X.509").generateCertPath(server.chain());
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private void pem(String name, X509Certificate certificate) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        openssl.write(name, text.toString());
    }

    private static SortedSet<Host> hosts(String... hosts) {
        return Stream.of(hosts).map(Host::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
