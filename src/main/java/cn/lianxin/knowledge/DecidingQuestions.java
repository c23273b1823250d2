package cn.lianxin.knowledge;

import cn.lianxin.concern.TellingInPublic;
import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two people of two lines decide what all may read, and any of them takes it down at once. */
@Component
class DecidingQuestions {

    /**
     * What somebody may decide about.
     *
     * @param approves whether his approval is what it waits for
     * @param declines whether he stands above its desk
     * @param withdraws whether he proposed it
     * @param before what is public at present, where this is a correction
     */
    record Waiting(
            Wording wording,
            String unit,
            String proposer,
            boolean approves,
            boolean declines,
            boolean withdraws,
            Optional<Text> before) {}

    private final Questions questions;
    private final ProposingQuestions proposing;
    private final TellingInPublic telling;
    private final Directory directory;
    private final Inbox inbox;
    private final AuditTrail trail;
    private final PublicLog log;
    private final Clock clock;

    DecidingQuestions(
            Questions questions,
            ProposingQuestions proposing,
            TellingInPublic telling,
            Directory directory,
            Inbox inbox,
            AuditTrail trail,
            PublicLog log,
            Clock clock) {
        this.questions = questions;
        this.proposing = proposing;
        this.telling = telling;
        this.directory = directory;
        this.inbox = inbox;
        this.trail = trail;
        this.log = log;
        this.clock = clock;
    }

    /** Of the desks above which he stands, and what he has proposed himself. */
    @Transactional(readOnly = true)
    List<Waiting> waiting(Actor.Member by) {
        return questions.waiting().stream()
                .map(wording -> waiting(wording, by))
                .flatMap(Optional::stream)
                .toList();
    }

    @Transactional(readOnly = true)
    Waiting open(long id, Actor.Member by) {
        return questions
                .wording(id)
                .filter(wording -> wording.state().waits())
                .flatMap(wording -> waiting(wording, by))
                .orElseThrow(Refusal.NotFound::new);
    }

    @Transactional
    void approve(long id, Actor.Member by) {
        var held = held(id, by);
        var wording = held.wording();
        var question = held.question();
        var told = telling.told(question.concern());
        if (!wording.isCorrection() && told.isEmpty() || isReporter(question, by.person())) {
            throw new Refusal.Conflict("question-not-fit");
        }
        if (questions.isOverturnedSince(question, wording.proposedAt())) {
            throw new Refusal.Conflict("question-overturned-since");
        }
        if (proposing.recognized(wording.text()).any()) {
            throw new Refusal.Conflict("question-recognizable-now");
        }
        var lines = ApprovingLine.of(by, question.desk(), directory);
        var approved = wording.approve(by.person(), lines, clock.instant());
        if (approved.state() == WordingState.PUBLIC) {
            questions.publicOne(question.number()).map(Wording::replace).ifPresent(questions::save);
        }
        questions.save(approved);
        trail.record(
                by,
                "knowledge.approved",
                subject(question.number()),
                approved.state().name());
        if (approved.state() == WordingState.PUBLIC) {
            log.enter(QuestionPublications.KIND, QuestionPublications.subject(approved));
            told.ifPresent(one -> tell(one, approved));
        }
    }

    @Transactional
    void decline(long id, String reason, Actor.Member by) {
        var held = held(id, by);
        if (ApprovingLine.of(by, held.question().desk(), directory).isEmpty()) {
            throw new Refusal.NotAllowed("not-yours");
        }
        questions.save(held.wording().decline(PlainText.block(reason)));
        trail.record(by, "knowledge.declined", subject(held.question().number()), "");
    }

    @Transactional
    void withdraw(long id, Actor.Member by) {
        var held = held(id, by);
        questions.save(held.wording().withdraw(by.person()));
        trail.record(by, "knowledge.withdrawn", subject(held.question().number()), "");
    }

    @Transactional
    void takeDown(long number, Optional<TakenBy> rule, Actor.Member by) {
        var question = questions.hold(number).orElseThrow(Refusal.NotFound::new);
        if (ApprovingLine.of(by, question.desk(), directory).isEmpty()
                || questions.publicOne(number).isEmpty()) {
            throw new Refusal.NotFound();
        }
        var one = rule.orElseThrow(() -> new Refusal.Conflict("taking-down-rule"));
        questions.takeDown(number, one, by.person(), clock.instant());
        trail.record(by, "knowledge.taken-down", subject(number), one.name());
    }

    /** Whether the pages offer him to correct it or to take it down. */
    @Transactional(readOnly = true)
    boolean keeps(long number, Actor actor) {
        return actor instanceof Actor.Member member
                && ApprovingLine.isAnyOf(member)
                && questions
                        .find(number)
                        .filter(question -> !question.down()
                                && !ApprovingLine.of(member, question.desk(), directory)
                                        .isEmpty())
                        .isPresent();
    }

    private record Held(Questions.Question question, Wording wording) {}

    private Held held(long id, Actor.Member by) {
        var number = questions.wording(id).orElseThrow(Refusal.NotFound::new).question();
        var question = questions.hold(number).orElseThrow(Refusal.NotFound::new);
        var wording = questions.wording(id).orElseThrow(Refusal.NotFound::new);
        if (waiting(wording, by).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return new Held(question, wording);
    }

    private Optional<Waiting> waiting(Wording wording, Actor.Member by) {
        var question = questions.find(wording.question()).orElseThrow();
        var lines = ApprovingLine.of(by, question.desk(), directory);
        var own = wording.proposedBy().equals(by.person());
        return question.down() || lines.isEmpty() && !own
                ? Optional.empty()
                : Optional.of(new Waiting(
                        wording,
                        directory.pathName(question.unit()),
                        directory.person(wording.proposedBy()).name(),
                        wording.waitsFor(by.person(), lines),
                        !lines.isEmpty(),
                        own,
                        questions.publicOne(question.number()).map(Wording::text)));
    }

    private boolean isReporter(Questions.Question question, PersonId person) {
        return telling.told(question.concern())
                .filter(told -> told.reporter().equals(person))
                .isPresent();
    }

    /** Whoever raised it takes it down whenever he wants, from the page to which this leads. */
    private void tell(TellingInPublic.Told told, Wording wording) {
        inbox.deliver(new Notification(
                told.reporter(),
                "question.notice.public",
                List.of(told.title()),
                "/concerns/" + told.number() + "/posting",
                subject(wording.question()) + ":public:" + wording.place(),
                Notification.Topic.RAISED,
                Notification.Reach.AS_CHOSEN));
    }

    private static String subject(long number) {
        return "question:" + number;
    }
}
