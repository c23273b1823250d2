package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.outbox.Outbox;
import cn.lianxin.platform.outgoing.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An address counts when its owner has typed the code that was sent there. */
@Component
class Confirming {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_CODES = 5;
    private static final int MOST_TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ways ways;
    private final Contacts contacts;
    private final Confirmations confirmations;
    private final Wording wording;
    private final Sending sending;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Clock clock;

    Confirming(
            Ways ways,
            Contacts contacts,
            Confirmations confirmations,
            Wording wording,
            Sending sending,
            Outbox outbox,
            Recipients recipients,
            Clock clock) {
        this.ways = ways;
        this.contacts = contacts;
        this.confirmations = confirmations;
        this.wording = wording;
        this.sending = sending;
        this.outbox = outbox;
        this.recipients = recipients;
        this.clock = clock;
    }

    /**
     * Sends a code while the person waits, since he is there to ask for another. Refuses {@code contact-wrong},
     * {@code code-often}, {@code contact-not-reached}. Outside of any transaction: it calls another machine.
     */
    void sendCode(String wayKey, String typed, Locale language, PersonId person) {
        var way = ways.find(wayKey).orElseThrow(Refusal.NotFound::new);
        var address = way.kind().tidy(typed);
        if (!way.kind().takes(address)) {
            throw new Refusal.Violation("address", "contact-wrong." + way.kind());
        }
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        if (!confirmations.begin(
                person, way.key(), address, code, clock.instant().plus(LIFE), MOST_CODES)) {
            throw new Refusal.Violation("address", "code-often", MOST_CODES);
        }
        var outcome = sending.sendAtOnce(way, address, wording.code(code, language));
        switch (outcome) {
            case Outcome.Accepted _, Outcome.Unknown _ -> {}
            case Outcome.Failed _, Outcome.Impossible _ -> {
                confirmations.end(person, way.key());
                throw new Refusal.Violation("address", "contact-not-reached");
            }
        }
    }

    /** Refuses {@code code-wrong}, {@code code-over}; a wrong try counts, so it is not undone. */
    @Transactional(noRollbackFor = Refusal.class)
    void confirm(String way, String typed, PersonId person) {
        var asked = confirmations
                .find(person, way)
                .filter(it -> it.until().isAfter(clock.instant()) && it.tries() < MOST_TRIES)
                .orElseThrow(() -> new Refusal.Violation("code", "code-over"));
        if (!same(asked.code(), typed.replaceAll("\\s", ""))) {
            confirmations.countTry(person, way);
            throw new Refusal.Violation("code", "code-wrong");
        }
        contacts.keep(person, way, asked.address(), clock.instant());
        confirmations.end(person, way);
    }

    /** He is not reached by this way any more, and what waits is dropped: it is all in his inbox. */
    @Transactional
    void remove(String way, PersonId person) {
        contacts.remove(person, way);
        confirmations.end(person, way);
        recipients.of(person).forEach(recipient -> outbox.drop(way, recipient));
    }

    @Transactional
    void removeAll(PersonId person) {
        Set.copyOf(contacts.waysOf(person)).forEach(way -> remove(way, person));
        confirmations.forgetAll(person);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
