package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.audit.ReadingRecorded;
import cn.lianxin.sealed.SealedStep.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A recipient takes a report out and answers it. Every look is written down for whoever sent it. */
@Component
class ReadingSealed {

    /**
     * What his browser needs to open it.
     *
     * @param keys his own, under his passphrase, by their names; he may have made a new one meanwhile
     * @param readers the keys for which an answer has to be closed
     */
    record Unlocking(
            Map<String, String> keys,
            Optional<Map<String, Object>> envelope,
            List<Map<String, Object>> answers,
            List<KeyJson> readers) {}

    private final SealedReports reports;
    private final Envelopes envelopes;
    private final Officers officers;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReadingSealed(
            SealedReports reports,
            Envelopes envelopes,
            Officers officers,
            Keys keys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.envelopes = envelopes;
        this.officers = officers;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    List<SealedReport> mine(Actor by) {
        events.publishEvent(new ReadingRecorded(officers.reader(Officers.officer(by)), Door.LIST));
        return reports.of(Officers.officer(by).person());
    }

    @Transactional
    SealedReport get(String number, Actor by) {
        var report = reports.of(Officers.officer(by).person(), number).orElseThrow(Refusal.NotFound::new);
        events.publishEvent(new ReadingRecorded(officers.reader(Officers.officer(by)), Door.PAGE));
        return report;
    }

    @Transactional
    Unlocking open(String number, Actor by) {
        var report = get(number, by);
        note(report, Kind.OPENED, "", Optional.empty(), by);
        var own = keys.of(Officers.officer(by).person());
        var kids = own.stream().map(RecipientKey::kid).toList();
        var locked = own.stream().collect(Collectors.toMap(RecipientKey::kid, RecipientKey::lockedKey));
        return new Unlocking(
                locked, envelopes.openableBy(kids, report.envelope()), answers(report, kids), readers(report));
    }

    /** @throws Refusal.Conflict {@code sealed-key-stale} unless it is closed for the sender and all who may read the report */
    @Transactional
    void answer(String number, Envelope answer, Actor by) {
        var report = get(number, by);
        report.state().after(Kind.ANSWERED);
        var wanted = new TreeSet<String>();
        readers(report).forEach(key -> wanted.add(key.kid()));
        note(report, Kind.ANSWERED, "", Optional.of(envelopes.add(answer.closedFor(wanted))), by);
    }

    /** Here and not in the audit trail, which every supervisor reads: for him there is no report. */
    void note(SealedReport report, Kind kind, String note, Optional<Long> envelope, Actor by) {
        var officer = Officers.officer(by);
        reports.add(
                report.id(),
                new SealedStep(
                        kind,
                        clock.instant(),
                        Optional.of(officer.person()),
                        Optional.of(Officers.unitOf(officer)),
                        officers.post(officer.person()),
                        note,
                        envelope));
    }

    List<Map<String, Object>> answers(SealedReport report, List<String> kids) {
        return report.steps().stream()
                .flatMap(step -> step.envelope().stream())
                .flatMap(envelope -> envelopes.openableBy(kids, envelope).stream())
                .toList();
    }

    /** The sender, whoever may read the report today and has a key, and the installation. */
    private List<KeyJson> readers(SealedReport report) {
        var readers = new ArrayList<KeyJson>();
        readers.add(KeyJson.of(report.reporterKey()));
        report.recipients()
                .forEach(recipient ->
                        keys.inUseOf(recipient.person()).ifPresent(key -> readers.add(KeyJson.of(key.publicKey()))));
        keys.recovery().ifPresent(key -> readers.add(KeyJson.of(key.publicKey())));
        return List.copyOf(readers);
    }
}
