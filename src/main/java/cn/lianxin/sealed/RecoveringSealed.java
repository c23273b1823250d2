package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.sealed.SealedStep.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two of three key holders open a report for an officer who answers for it and cannot read it: he is new, or has lost his
 * passphrase. Their parts come together in his browser and never here.
 */
@Component
class RecoveringSealed {

    /** Whose part it is. */
    enum Holder {
        DISCIPLINE,
        LABOUR,
        OUTSIDER
    }

    record Begin(@Nullable Set<Holder> holders, @Nullable String reason) {}

    /**
     * What the browser needs for it; worth nothing without two parts.
     *
     * @param recoveryKey the open half of the key whose parts they hold
     * @param ownKey for whom it is closed next
     */
    record Recovering(Map<String, Object> envelope, KeyJson recoveryKey, KeyJson ownKey) {}

    private static final int LONGEST_REASON = 200;

    private final Envelopes envelopes;
    private final ReadingSealed reading;
    private final Keys keys;

    RecoveringSealed(Envelopes envelopes, ReadingSealed reading, Keys keys) {
        this.envelopes = envelopes;
        this.reading = reading;
        this.keys = keys;
    }

    /** On record from the beginning, whether it succeeds or not; who sent the report reads who came and why. */
    @Transactional
    Recovering begin(String number, Begin begin, Actor by) {
        var report = reading.get(number, by);
        var own = ownKey(by);
        var note = note(begin);
        var all = keys.recoveries();
        var envelope = envelopes
                .openableBy(List.copyOf(all.keySet()), report.envelope())
                .orElseThrow(Refusal.NotFound::new);
        reading.note(report, Kind.RECOVERY, note, Optional.empty(), by);
        var kid = String.valueOf(((Map<?, ?>) Objects.requireNonNull(envelope.get("header"))).get("kid"));
        return new Recovering(envelope, KeyJson.of(Objects.requireNonNull(all.get(kid))), KeyJson.of(own.publicKey()));
    }

    /** Refused as {@code sealed-no-recovery} unless he has just begun one. */
    @Transactional
    void give(String number, ContentKey key, Actor by) {
        var report = reading.get(number, by);
        var last =
                report.steps().stream().filter(step -> !step.kind().isOfPeace()).reduce((_, later) -> later);
        var person = Optional.of(Officers.officer(by).person());
        if (last.filter(step -> step.kind() == Kind.RECOVERY && step.person().equals(person))
                .isEmpty()) {
            throw new Refusal.Conflict("sealed-no-recovery");
        }
        if (!key.kid().equals(ownKey(by).kid())) {
            throw new Refusal.Conflict("sealed-key-stale");
        }
        envelopes.give(report.envelope(), key);
        reading.note(report, Kind.GIVEN, "", Optional.empty(), by);
    }

    private RecipientKey ownKey(Actor by) {
        return keys.inUseOf(Officers.officer(by).person()).orElseThrow(() -> new Refusal.Conflict("sealed-no-key"));
    }

    private String note(Begin begin) {
        var reason = PlainText.line(Objects.requireNonNullElse(begin.reason(), ""));
        if (reason.isBlank() || PlainText.lengthOf(reason) > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "sealed-reason", LONGEST_REASON);
        }
        if (begin.holders() == null || begin.holders().size() != 2) {
            throw new Refusal.Violation("holders", "sealed-two-holders");
        }
        var current = keys.recovery().orElseThrow(() -> new Refusal.Conflict("sealed-not-ready"));
        var names = begin.holders().stream()
                .sorted()
                .map(holder -> switch (holder) {
                    case DISCIPLINE -> current.discipline();
                    case LABOUR -> current.labour();
                    case OUTSIDER -> current.outsider();
                })
                .toList();
        return String.join("、", names) + "：" + reason;
    }
}
