package cn.lianxin.webhook;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.outbox.Outbox;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator registers systems for the units that he administers. A secret is shown once, when it is made. */
@Component
class Registering {

    private static final Duration BOTH_SECRETS = Duration.ofDays(1);
    private static final int LONGEST_NAME = 40;

    /** @param secret to be handed on, and shown this one time */
    record Fresh(long endpoint, String secret) {}

    private final Endpoints endpoints;
    private final Directory directory;
    private final OutgoingCalls outgoing;
    private final SignedCalls calls;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Registering(
            Endpoints endpoints,
            Directory directory,
            OutgoingCalls outgoing,
            SignedCalls calls,
            Outbox outbox,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.directory = directory;
        this.outgoing = outgoing;
        this.calls = calls;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Endpoint> list(Actor by) {
        mustAdminister(by);
        return endpoints.below(by.unitsAs(Role.ADMINISTRATOR));
    }

    @Transactional(readOnly = true)
    Endpoint get(long id, Actor by) {
        mustAdminister(by);
        return endpoints.find(id, by.unitsAs(Role.ADMINISTRATOR)).orElseThrow(Refusal.NotFound::new);
    }

    /** The units for which he can register one: those of his role, and the mines below. */
    List<UnitCard> places(Actor by) {
        mustAdminister(by);
        var keeps = by.unitsAs(Role.ADMINISTRATOR);
        var places = new LinkedHashMap<UnitId, UnitCard>();
        Stream.concat(
                        keeps.stream().map(directory::unit),
                        directory.mines().stream()
                                .filter(mine -> keeps.stream().anyMatch(above -> directory.covers(above, mine.id()))))
                .forEach(card -> places.put(card.id(), card));
        return List.copyOf(places.values());
    }

    /** Refuses {@code webhook-name}, {@code webhook-unit}, {@code webhook-kinds}, and an address that calls may not go to. */
    Fresh register(EndpointForm form, Actor by) {
        mustAdminister(by);
        var name = PlainText.line(form.name());
        if (name.isBlank() || PlainText.lengthOf(name) > LONGEST_NAME) {
            throw new Refusal.Violation("name", "webhook-name", LONGEST_NAME);
        }
        var unit = new UnitId(form.unit());
        if (places(by).stream().noneMatch(place -> place.id().equals(unit))) {
            throw new Refusal.Violation("unit", "webhook-unit");
        }
        if (form.kinds().isEmpty()) {
            throw new Refusal.Violation("kind", "webhook-kinds");
        }
        outgoing.mustBeAllowed(form.url(), "url");
        var secret = Signature.newSecret();
        return Objects.requireNonNull(transactions.execute(_ -> {
            var id = endpoints.add(
                    name,
                    unit,
                    form.url().strip(),
                    form.kinds(),
                    secret,
                    ((Actor.Member) by).person(),
                    clock.instant());
            audit.record(by, "webhook.registered", "webhook:" + id, name);
            return new Fresh(id, secret);
        }));
    }

    /** For a day calls carry a signature of each, so that the other side has time to change. */
    @Transactional
    Fresh replaceSecret(long id, Actor by) {
        get(id, by);
        var secret = Signature.newSecret();
        endpoints.replaceSecret(id, secret, clock.instant().plus(BOTH_SECRETS));
        audit.record(by, "webhook.secret-replaced", "webhook:" + id, "");
        return new Fresh(id, secret);
    }

    /** Switched off, nothing is put down for it any more, and what waits is dropped. */
    @Transactional
    void switchTo(boolean on, long id, Actor by) {
        get(id, by);
        endpoints.put(id, on ? Endpoint.State.ON : Endpoint.State.OFF);
        if (!on) {
            outbox.drop(Calling.QUEUE.name(), id);
        }
        audit.record(by, on ? "webhook.switched-on" : "webhook.switched-off", "webhook:" + id, "");
    }

    @Transactional
    void retire(long id, Actor by) {
        get(id, by);
        endpoints.retire(id, clock.instant());
        outbox.drop(Calling.QUEUE.name(), id);
        audit.record(by, "webhook.retired", "webhook:" + id, "");
    }

    Outcome tryOut(long id, Actor by) {
        var endpoint = get(id, by);
        audit.record(by, "webhook.tried", "webhook:" + id, "");
        return calls.call(endpoint, "msg_" + UUID.randomUUID(), Payload.trial(clock.instant()), () -> {});
    }

    private static void mustAdminister(Actor by) {
        if (!(by instanceof Actor.Member) || !by.is(Role.ADMINISTRATOR)) {
            throw new Refusal.NotFound();
        }
    }
}
