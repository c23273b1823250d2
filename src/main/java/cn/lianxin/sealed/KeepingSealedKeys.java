package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer makes his key, an administrator the key of the installation; what comes here is open or locked. */
@Component
class KeepingSealedKeys {

    record NewKey(PublicKey.@Nullable Sent open, @Nullable String locked) {}

    record NewRecoveryKey(
            PublicKey.@Nullable Sent open,
            @Nullable String discipline,
            @Nullable String labour,
            @Nullable String outsider) {}

    private static final int LONGEST_NAME = 40;

    private final Keys keys;
    private final Officers officers;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingSealedKeys(Keys keys, Officers officers, Inbox inbox, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.officers = officers;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the place of the one before, which still opens what was closed for it. */
    @Transactional
    void make(NewKey sent, Actor by) {
        var officer = Officers.officer(by);
        var open = PublicKey.of(sent.open());
        var key = new RecipientKey(
                open.kid(), officer.person(), Officers.unitOf(officer), open.json(), Sealing.locked(sent.locked()));
        keys.replace(key, clock.instant());
        audit.record(by, "sealed.key-made", "person:" + officer.person().value(), key.fingerprint());
    }

    /** All who receive sealed reports are told: none can come to be without their knowing. */
    @Transactional
    void makeRecovery(NewRecoveryKey sent, Actor by) {
        var keeper = keeper(by);
        var open = PublicKey.of(sent.open());
        var key = new RecoveryKey(
                open.kid(),
                open.json(),
                name("discipline", sent.discipline()),
                name("labour", sent.labour()),
                name("outsider", sent.outsider()),
                clock.instant());
        if (List.of(key.discipline(), key.labour(), key.outsider()).stream()
                        .distinct()
                        .count()
                < 3) {
            throw new Refusal.Violation("outsider", "sealed-three-people");
        }
        keys.replaceRecovery(key, keeper.person());
        audit.record(by, "sealed.recovery-key-made", "sealed-recovery", key.fingerprint());
        officers.all()
                .forEach(officer -> inbox.deliver(new Notification(
                        officer.key().person(),
                        "notice.sealed-recovery",
                        List.of(keeper.name(), key.discipline(), key.labour(), key.outsider()),
                        "/sealed",
                        "sealed-recovery:" + key.kid())));
    }

    static Actor.Member keeper(Actor actor) {
        if (actor instanceof Actor.Member member && member.is(Role.ADMINISTRATOR)) {
            return member;
        }
        throw new Refusal.NotFound();
    }

    private static String name(String field, @Nullable String typed) {
        var name = PlainText.line(Objects.requireNonNullElse(typed, ""));
        if (name.isBlank() || PlainText.lengthOf(name) > LONGEST_NAME) {
            throw new Refusal.Violation(field, "sealed-holder-name", LONGEST_NAME);
        }
        return name;
    }
}
