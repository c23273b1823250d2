package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What lies sealed for an officer: the list, one of them, his answer. */
@Controller
class SealedLettersController {

    /** As a browser sends it. */
    record Answer(@Nullable String head, Envelope.@Nullable Sent envelope) {}

    private static final String ONE = "/sealed-letters/{number:S[0-9]{4}-[0-9]{4}}";

    private final ReadingSealed reading;
    private final RecoveringSealed recovering;
    private final Officers officers;
    private final Keys keys;
    private final SealedBody body;

    SealedLettersController(
            ReadingSealed reading, RecoveringSealed recovering, Officers officers, Keys keys, SealedBody body) {
        this.reading = reading;
        this.recovering = recovering;
        this.officers = officers;
        this.keys = keys;
        this.body = body;
    }

    @GetMapping("/sealed-letters")
    ModelAndView list(Actor actor) {
        var own = Officers.officer(actor);
        return new ModelAndView("sealed/letters")
                .addObject("letters", reading.mine(actor))
                .addObject("officers", officers)
                .addObject("key", keys.inUseOf(own.person()));
    }

    @GetMapping(ONE)
    ModelAndView show(@PathVariable String number, Actor actor) {
        var report = reading.get(number, actor);
        return new ModelAndView("sealed/letter")
                .addObject("report", report)
                .addObject("steps", officers.stepsForReaders(report))
                .addObject("owner", officers.ownerOf(report))
                .addObject("recovery", keys.recovery());
    }

    @PostMapping(ONE + "/opening")
    ResponseEntity<ReadingSealed.Unlocking> open(@PathVariable String number, Actor actor) {
        return kept(reading.open(number, actor));
    }

    @PostMapping(ONE + "/answer")
    ResponseEntity<Void> answer(@PathVariable String number, Actor actor, HttpServletRequest request) {
        reading.get(number, actor);
        var sent = body.read(request, Answer.class);
        if (sent.envelope() == null) {
            throw Sealing.broken();
        }
        reading.answer(number, sent.envelope().checked(sent.head()), actor);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ONE + "/recovery/opening")
    ResponseEntity<RecoveringSealed.Recovering> recover(
            @PathVariable String number, Actor actor, HttpServletRequest request) {
        reading.get(number, actor);
        return kept(recovering.begin(number, body.read(request, RecoveringSealed.Begin.class), actor));
    }

    @PostMapping(ONE + "/recovery")
    ResponseEntity<Void> give(@PathVariable String number, Actor actor, HttpServletRequest request) {
        reading.get(number, actor);
        recovering.give(number, body.read(request, ContentKey.Sent.class).checked(), actor);
        return ResponseEntity.noContent().build();
    }

    private static <T> ResponseEntity<T> kept(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
