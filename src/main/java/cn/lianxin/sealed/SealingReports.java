package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.sealed.Officers.Officer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what was closed elsewhere, once, and tells those it is for that something is there. */
@Component
class SealingReports {

    /** 信访工作条例 §23: within fifteen days, natural ones, it is told what becomes of it. */
    private static final int DAYS = 15;

    static final int MOST_RECIPIENTS = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedReports reports;
    private final Envelopes envelopes;
    private final Officers officers;
    private final Keys keys;
    private final Inbox inbox;
    private final Clock clock;

    SealingReports(SealedReports reports, Envelopes envelopes, Officers officers, Keys keys, Inbox inbox, Clock clock) {
        this.reports = reports;
        this.envelopes = envelopes;
        this.officers = officers;
        this.keys = keys;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * The same report for the same token, however often it is sent.
     *
     * @throws Refusal.Conflict {@code sealed-key-stale} where it is closed for other keys than those in use
     */
    @Transactional
    SealedReport seal(NewSealedReport report) {
        var before = reports.byToken(report.tokenDigest());
        if (before.isPresent()) {
            return before.get();
        }
        var chosen = chosen(report.envelope());
        var envelope = envelopes.add(report.envelope());
        if (reports.add(report, envelope, newNumber(), clock.instant(), due(clock))) {
            var added = reports.byToken(report.tokenDigest()).orElseThrow();
            chosen.forEach(officer -> reports.addRecipient(
                    added.id(),
                    new SealedReport.Recipient(
                            officer.key().person(), officer.key().unit())));
            chosen.forEach(officer -> tell(officer, added.number()));
        } else {
            envelopes.remove(envelope);
        }
        return reports.byToken(report.tokenDigest()).orElseThrow(Sealing::broken);
    }

    static LocalDate due(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE).plusDays(DAYS);
    }

    /** In the order in which he named them; the key of the installation is always among the readers. */
    private List<Officer> chosen(Envelope envelope) {
        var recovery = keys.recovery().orElseThrow(() -> new Refusal.Conflict("sealed-not-ready"));
        var known = officers.all().stream()
                .collect(Collectors.toMap(officer -> officer.key().kid(), officer -> officer));
        var chosen = envelope.keys().stream()
                .filter(key -> known.containsKey(key.kid()))
                .map(key -> known.get(key.kid()))
                .distinct()
                .toList();
        if (chosen.isEmpty() || chosen.size() > MOST_RECIPIENTS) {
            throw new Refusal.Conflict("sealed-key-stale");
        }
        var readers = new HashSet<String>();
        chosen.forEach(officer -> readers.add(officer.key().kid()));
        readers.add(recovery.kid());
        envelope.closedFor(readers);
        return chosen;
    }

    private void tell(Officer officer, String number) {
        inbox.deliver(new Notification(
                officer.key().person(),
                "notice.sealed",
                List.of(number),
                "/sealed-letters/" + number,
                "sealed:" + number,
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }

    private static String newNumber() {
        return "S%04d-%04d".formatted(RANDOM.nextInt(10_000), RANDOM.nextInt(10_000));
    }
}
