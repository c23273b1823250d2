package cn.lianxin.privacy;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ErasingOwn;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody asks for a correction or an erasure; one person has it at every instant, by name and with a date. */
@Component
class AskingForData {

    private static final int DAYS = 15;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 1_000;

    private final DataRequests requests;
    private final ErasingOwn erasing;
    private final RoleHolders holders;
    private final Directory directory;
    private final Inbox inbox;
    private final AuditTrail trail;
    private final Clock clock;

    AskingForData(
            DataRequests requests,
            ErasingOwn erasing,
            RoleHolders holders,
            Directory directory,
            Inbox inbox,
            AuditTrail trail,
            Clock clock) {
        this.requests = requests;
        this.erasing = erasing;
        this.holders = holders;
        this.directory = directory;
        this.inbox = inbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param typedNumber of the concern whose words are to go; empty for a correction
     * @throws Refusal.Violation {@code request-words}, {@code request-number}
     * @throws Refusal.Conflict as {@link ErasingOwn#mustBePossible}
     */
    @Transactional
    void ask(DataRequest.Kind kind, String typedNumber, String typedWords, Actor.Member by) {
        var words = PlainText.block(typedWords);
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw new Refusal.Violation("words", "request-words");
        }
        var number = kind == DataRequest.Kind.ERASE ? mustBeHis(typedNumber, by) : "";
        var owner = directory
                .person(by.person())
                .unit()
                .flatMap(unit -> holders.nearestExcept(roleOf(kind), unit, List.of(by.person())));
        var due = LocalDate.ofInstant(clock.instant(), Screen.ZONE).plusDays(DAYS);
        var id = requests.add(by.person(), kind, number, words, owner, clock.instant(), due);
        owner.ifPresent(one -> tell(one, "data-request.told.asked", "/data-requests", "asked", id));
        trail.record(by, "privacy.asked", "data-request:" + id, kind.name());
    }

    /** Those that wait and that this reader may decide: for people of units over which he holds the role. */
    List<DataRequest> open(Actor by) {
        return requests.open().stream().filter(one -> mayDecide(one, by)).toList();
    }

    /** @throws Refusal.NotFound for what is not his to decide, or decided already */
    @Transactional
    void decide(long id, boolean done, String typedAnswer, Actor.Member by) {
        var request = requests.lock(id)
                .filter(one -> one.done().isEmpty() && mayDecide(one, by))
                .orElseThrow(Refusal.NotFound::new);
        var answer = PlainText.block(typedAnswer);
        if (answer.length() < SHORTEST || answer.length() > LONGEST) {
            throw new Refusal.Violation("answer", "request-words");
        }
        if (done && request.kind() == DataRequest.Kind.ERASE) {
            erasing.erase(ConcernNumber.parse(request.number()).orElseThrow(), request.person());
        }
        requests.decide(id, done, answer, by.person(), clock.instant());
        tell(request.person(), "data-request.told.decided", "/me/data#requests", "decided", id);
        trail.record(by, done ? "privacy.request-done" : "privacy.request-refused", "data-request:" + id, "");
    }

    static boolean decides(Actor by) {
        return by.is(Role.ADMINISTRATOR) || by.is(Role.SUPERVISOR);
    }

    private boolean mayDecide(DataRequest request, Actor by) {
        if (by instanceof Actor.Member member && member.person().equals(request.person())) {
            return false;
        }
        var unit = directory.person(request.person()).unit();
        return by.unitsAs(roleOf(request.kind())).stream()
                .anyMatch(above -> unit.filter(one -> covers(above, one)).isPresent());
    }

    private boolean covers(UnitId above, UnitId unit) {
        return directory.covers(above, unit);
    }

    private static Role roleOf(DataRequest.Kind kind) {
        return switch (kind) {
            case CORRECT -> Role.ADMINISTRATOR;
            case ERASE -> Role.SUPERVISOR;
        };
    }

    private String mustBeHis(String typed, Actor.Member by) {
        var number = Optional.of(PlainText.line(typed))
                .flatMap(ConcernNumber::parse)
                .orElseThrow(() -> new Refusal.Violation("number", "request-number"));
        try {
            erasing.mustBePossible(number, by.person());
        } catch (Refusal.NotFound nothing) {
            throw new Refusal.Violation("number", "request-number");
        } catch (Refusal.Conflict notYet) {
            throw new Refusal.Violation("number", notYet.code());
        }
        return number.toString();
    }

    private void tell(PersonId person, String key, String address, String what, long id) {
        inbox.deliver(new Notification(person, key, List.of(), address, "data-request:" + id + ":" + what));
    }
}
