package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.ConcernState.PauseCause;
import cn.lianxin.concern.PausingConcerns;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The clock stands still with the worker's consent or for an outside cause, and runs again. */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class PauseStepsController {

    record PauseToAsk(
            LocalDate until,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    record PauseDecision(boolean agreed) {}

    /** @param files the evidence, sent before */
    record Pause(
            PauseCause cause,
            LocalDate until,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason,
            @Size(max = RaisingConcerns.MOST_ATTACHMENTS) List<UUID> files) {}

    record Resumption(
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word) {}

    private final PausingConcerns pausing;
    private final Moves moves;

    PauseStepsController(PausingConcerns pausing, Moves moves) {
        this.pausing = pausing;
        this.moves = moves;
    }

    @PostMapping("/pause-question")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void askPause(@PathVariable String number, @FromBody PauseToAsk asked, HttpServletRequest request, Actor actor) {
        pausing.ask(moves.fresh(number, request, actor), asked.until(), asked.reason(), actor);
    }

    @PostMapping("/pause-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void decidePause(
            @PathVariable String number, @FromBody PauseDecision asked, HttpServletRequest request, Actor actor) {
        pausing.decide(moves.fresh(number, request, actor), asked.agreed(), actor);
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void pauseConcern(@PathVariable String number, @FromBody Pause asked, HttpServletRequest request, Actor actor) {
        pausing.pause(
                moves.fresh(number, request, actor),
                asked.cause(),
                asked.until(),
                asked.reason(),
                moves.waiting(asked.files()),
                actor);
    }

    @PostMapping("/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.CONCERNS)
    @RequiresScope({CONCERNS, WORK, RECEIPTS})
    void resumeConcern(
            @PathVariable String number, @FromBody Resumption asked, HttpServletRequest request, Actor actor) {
        pausing.resume(moves.fresh(number, request, actor), asked.word().orElse(""), actor);
    }
}
