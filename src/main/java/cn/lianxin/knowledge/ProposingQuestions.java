package cn.lianxin.knowledge;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.TellingInPublic;
import cn.lianxin.concern.TellingInPublic.Told;
import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Faults;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A good reply is proposed as an answer for all, or what is public is corrected. Nothing is kept while somebody could be recognized. */
@Component
class ProposingQuestions {

    private final Questions questions;
    private final TellingInPublic telling;
    private final Recognizing recognizing;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    ProposingQuestions(
            Questions questions,
            TellingInPublic telling,
            Recognizing recognizing,
            Directory directory,
            AuditTrail trail,
            Clock clock) {
        this.questions = questions;
        this.telling = telling;
        this.recognizing = recognizing;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the form begins with: question and answer of the case, and everything left out by which somebody is known. */
    Text begin(ConcernNumber number, Actor actor) {
        var told = telling.told(number, actor);
        var asked = PlainText.lengthOf(told.words()) <= Text.LONGEST_QUESTION
                        && !told.words().isBlank()
                ? told.words()
                : told.title();
        return new Text(
                ofNobody(asked),
                ofNobody(told.reply().opinion()),
                ofNobody(told.reply().basis()));
    }

    /** Where somebody could be recognized, beside each field. */
    Faults recognized(Text text) {
        var faults = Faults.none();
        recognized("asked", text.asked(), faults);
        recognized("answer", text.answer(), faults);
        recognized("basis", text.basis(), faults);
        return faults;
    }

    @Transactional
    long propose(ConcernNumber number, Text text, Actor actor) {
        var told = telling.told(number, actor);
        var by = member(actor);
        var clean = ofNobodyOrRefused(text);
        var question =
                questions.ofConcern(told.id()).map(Questions.Question::number).orElseGet(() -> add(told));
        return put(question, clean, by);
    }

    /** What is public stays until the correction has its own two approvals. */
    @Transactional
    long correct(long number, Text text, Actor actor) {
        var by = member(actor);
        var question = questions.hold(number).orElseThrow(Refusal.NotFound::new);
        if (question.down() || ApprovingLine.of(by, question.desk(), directory).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return put(number, ofNobodyOrRefused(text), by);
    }

    private long add(Told told) {
        return questions.add(told.id(), told.desk(), told.unit(), told.matter(), clock.instant());
    }

    private long put(long number, Text text, Actor.Member by) {
        var question = questions.hold(number).orElseThrow(Refusal.NotFound::new);
        if (question.down()) {
            throw new Refusal.Conflict("question-taken-down");
        }
        if (questions.hasWaiting(number)) {
            throw new Refusal.Conflict("question-waits");
        }
        var wording = questions.propose(number, text, by.person(), clock.instant());
        trail.record(by, "knowledge.proposed", "question:" + number, "");
        return wording;
    }

    private Text ofNobodyOrRefused(Text text) {
        var clean = text.clean();
        var faults = recognized(clean);
        if (faults.any()) {
            var first = faults.all().getFirst();
            throw new Refusal.Violation(
                    first.field(), first.code(), first.arguments().toArray());
        }
        return clean;
    }

    private void recognized(String field, String text, Faults faults) {
        var parts = recognizing.in(PlainText.block(text)).stream()
                .map(Recognized::part)
                .distinct()
                .toList();
        if (!parts.isEmpty()) {
            faults.add(field, "question-recognizable", String.join("、", parts));
        }
    }

    private String ofNobody(String text) {
        var left = text;
        for (var found : recognizing.in(text)) {
            left = left.replace(found.part(), found.kind() == Recognized.Kind.NAME ? "某人" : "");
        }
        for (var found : Recognizing.looksLike(left)) {
            left = left.replace(found.part(), found.kind() == Recognized.Kind.CALLED ? "某人" : "");
        }
        return left;
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
