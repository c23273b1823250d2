package cn.lianxin.platform.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues the server's certificate itself, and anew long before it ends or when the hosts have changed. */
final class OwnAuthority implements Supply {

    static final Duration RENEWED_BEFORE_END = Duration.ofDays(45);

    private static final Logger LOG = LoggerFactory.getLogger(OwnAuthority.class);

    private final Path authorityFile;
    private final Path serverFile;
    private final Supplier<SortedSet<Host>> hosts;
    private final Authority authority;

    /** Founds the authority where the directory has none. */
    OwnAuthority(Path directory, String enterprise, Supplier<SortedSet<Host>> hosts, Instant now) {
        this.authorityFile = directory.resolve("authority.pem");
        this.serverFile = directory.resolve("server.pem");
        this.hosts = hosts;
        this.authority = Authority.standsIn(authorityFile)
                ? Authority.load(authorityFile)
                : founded(Authority.found(enterprise, hosts.get(), now));
    }

    private Authority founded(Authority founded) {
        try {
            founded.save(authorityFile);
            return founded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Authority authority() {
        return authority;
    }

    Path authorityFile() {
        return authorityFile;
    }

    @Override
    public ServerCertificate at(Instant now, Optional<ServerCertificate> inForce) {
        var wanted = permitted();
        return inForce.or(this::saved)
                .filter(authority::issued)
                .filter(certificate -> certificate.hosts().containsAll(texts(wanted)))
                .filter(certificate -> !now.isBefore(certificate.begins())
                        && certificate.ends().isAfter(now.plus(RENEWED_BEFORE_END)))
                .orElseGet(() -> issue(now));
    }

    /** What cannot be written down serves all the same; the next start issues another. */
    ServerCertificate issue(Instant now) {
        var issued = authority.issue(permitted(), now);
        try {
            Pem.write(serverFile, issued.key(), issued.chain());
        } catch (IOException e) {
            LOG.warn("the server's new certificate is in force but could not be written to {}", serverFile, e);
        }
        return issued;
    }

    /** The hosts that the authority was not founded for: devices would refuse it for all, so they are left out. */
    SortedSet<Host> leftOut() {
        var hosts = new TreeSet<>(this.hosts.get());
        hosts.removeIf(authority::permits);
        return hosts;
    }

    private SortedSet<Host> permitted() {
        var hosts = new TreeSet<>(this.hosts.get());
        hosts.removeIf(host -> !authority.permits(host));
        return hosts;
    }

    private static SortedSet<String> texts(SortedSet<Host> hosts) {
        return hosts.stream().map(Host::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<ServerCertificate> saved() {
        if (!Files.exists(serverFile)) {
            return Optional.empty();
        }
        try {
            var pem = Pem.read(serverFile);
            return Optional.of(
                    new ServerCertificate(pem.certificates(), pem.keys().getFirst()));
        } catch (CertificateTrouble | IllegalArgumentException | java.util.NoSuchElementException another) {
            return Optional.empty();
        }
    }
}
