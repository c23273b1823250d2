package cn.lianxin.platform.certificate;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Looks whether another certificate is due, and warns where one ends and nothing else has come. */
class RenewingCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(RenewingCertificates.class);
    private static final Actor BY_ITSELF = new Actor.Clockwork("certificate");
    private static final int FIRST_WARNING = 30;

    /** Every device has to be walked to. */
    private static final int FIRST_WARNING_OF_AUTHORITY = 365;

    private static final int[] WARNINGS = {0, 1, 3, 7, 14, FIRST_WARNING, 90, 180, FIRST_WARNING_OF_AUTHORITY};

    private final CertificateInForce inForce;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private List<String> warned = List.of();

    RenewingCertificates(CertificateInForce inForce, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.inForce = inForce;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void look() {
        if (inForce.look()) {
            record(BY_ITSELF);
        }
        var ends = endings();
        ends.forEach(events::publishEvent);
        ends.stream()
                .filter(one -> !warned.contains(one.cause()))
                .forEach(one -> LOG.warn("certificate {} ends in {} days, on {}", one.which(), one.days(), one.at()));
        warned = ends.stream().map(CertificateEnds::cause).toList();
    }

    /** Refuses {@code certificate-not-ours} where the enterprise's is in force: its files are renewed, not pressed. */
    void renewNow(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
        inForce.renew(inForce.own().orElseThrow(() -> new Refusal.Conflict("certificate-not-ours")));
        record(by);
    }

    /** What somebody has to be told about now. */
    List<CertificateEnds> endings() {
        var ends = new ArrayList<CertificateEnds>();
        var server = inForce.current();
        add(ends, CertificateEnds.Which.SERVER, Fingerprint.of(server.own()), server.ends(), FIRST_WARNING);
        inForce.own()
                .map(OwnAuthority::authority)
                .ifPresent(authority -> add(
                        ends,
                        CertificateEnds.Which.AUTHORITY,
                        Fingerprint.of(authority.root()),
                        authority.ends(),
                        FIRST_WARNING_OF_AUTHORITY));
        return ends;
    }

    private void add(
            List<CertificateEnds> ends, CertificateEnds.Which which, Fingerprint of, Instant at, int firstWarning) {
        var days = Duration.between(clock.instant(), at).toDays();
        if (days <= firstWarning) {
            var warning = IntStream.of(WARNINGS)
                    .filter(step -> days <= step)
                    .findFirst()
                    .orElse(firstWarning);
            ends.add(new CertificateEnds(which, "certificate:" + of.digits() + ":" + warning, at, Math.max(0, days)));
        }
    }

    private void record(Actor by) {
        var now = inForce.current();
        audit.record(
                by,
                "certificate.renewed",
                "certificate:" + Fingerprint.of(now.own()).digits(),
                String.join(", ", now.hosts()) + "; " + now.ends());
    }
}
