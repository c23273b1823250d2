package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.promise.Matters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A clerk writes down what a recording says; the worker says whether that is what he said. */
@Component
public class Transcribing {

    private final Concerns concerns;
    private final Timeline timeline;
    private final Sendings sendings;
    private final Steps steps;
    private final HandlingConcerns handling;
    private final Matters matters;
    private final Clock clock;

    Transcribing(
            Concerns concerns,
            Timeline timeline,
            Sendings sendings,
            Steps steps,
            HandlingConcerns handling,
            Matters matters,
            Clock clock) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.sendings = sendings;
        this.steps = steps;
        this.handling = handling;
        this.matters = matters;
        this.clock = clock;
    }

    /** Where urgent words come to light at the desk, the promise becomes as strict as if they had been written. */
    @Transactional
    public void write(ConcernNumber number, UUID recording, String text, Actor by) {
        var met = concerns.get(number, by);
        var concern = met.concern();
        mustBeOfTheWorker(concern, recording);
        var words = PlainText.block(text);
        if (PlainText.lengthOf(words) > RaisingConcerns.LONGEST_WORDS) {
            throw new Refusal.Violation(
                    "text", "words-too-long", RaisingConcerns.LONGEST_WORDS, PlainText.lengthOf(words));
        }
        steps.save(met.move((open, party) -> open.transcribe(recording, words, party, clock.instant())));
        var told = timeline.of(concern.id());
        var line = Spoken.in(told, Map.of(), _ -> "").lineOf(concern.filing(), told);
        sendings.indexAgain(concern.id(), steps.wordsOf(concerns.get(concern.id())), line);
        tightenIfUrgent(number, by);
    }

    @Transactional
    public void confirm(ConcernNumber number, UUID recording, int version, Actor by) {
        var met = concerns.get(number, by);
        steps.save(met.concern().confirmTranscript(recording, version, met.party(), clock.instant()));
    }

    /** @param word what is wrong, in words or in a recording; both may be missing */
    @Transactional
    public void dispute(
            ConcernNumber number, UUID recording, int version, String word, List<UUID> attachments, Actor by) {
        var met = concerns.get(number, by);
        var disputed = met.concern()
                .disputeTranscript(
                        recording, version, PlainText.block(word), attachments, met.party(), clock.instant());
        sendings.attach(met.concern().id(), attachments);
        steps.save(disputed);
    }

    private void mustBeOfTheWorker(Concern concern, UUID recording) {
        if (!Spoken.in(timeline.of(concern.id()), Map.of(), _ -> "").files().contains(recording)) {
            throw new Refusal.NotFound();
        }
    }

    private void tightenIfUrgent(ConcernNumber number, Actor by) {
        var met = concerns.get(number, by);
        var course = met.concern().course();
        var grade = matters.gradeOf(matters.get(course.matter()), steps.wordsOf(met.concern()));
        if (met.party().is(Standing.DESK)
                && course.state() instanceof ConcernState.AtDesk
                && grade.stricter(course.grade()) != course.grade()) {
            handling.reclassify(number, course.matter(), by);
        }
    }
}
