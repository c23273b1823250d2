package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What whoever raised it does; the office talks by the first of them too. */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class SpeakerStepsController {

    record Words(
            @Size(max = RaisingConcerns.LONGEST_WORDS) String text,
            @Size(max = RaisingConcerns.MOST_ATTACHMENTS) List<UUID> files) {}

    record Withdrawal(
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    private final RaisingConcerns raising;
    private final Moves moves;

    SpeakerStepsController(RaisingConcerns raising, Moves moves) {
        this.raising = raising;
        this.moves = moves;
    }

    @PostMapping("/message")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.CONCERNS)
    @RequiresScope({CONCERNS, WORK, RECEIPTS})
    void sendMessage(@PathVariable String number, @FromBody Words asked, HttpServletRequest request, Actor actor) {
        raising.say(moves.fresh(number, request, actor), asked.text(), moves.waiting(asked.files()), actor);
    }

    @PostMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void answerQuestion(@PathVariable String number, @FromBody Words asked, HttpServletRequest request, Actor actor) {
        raising.giveMore(moves.fresh(number, request, actor), asked.text(), moves.waiting(asked.files()), actor);
    }

    @PostMapping("/raising-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void raiseAgain(@PathVariable String number, @FromBody Words asked, HttpServletRequest request, Actor actor) {
        raising.raiseAgain(moves.fresh(number, request, actor), asked.text(), moves.waiting(asked.files()), actor);
    }

    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void askReview(@PathVariable String number, @FromBody Words asked, HttpServletRequest request, Actor actor) {
        raising.askReview(moves.fresh(number, request, actor), asked.text(), moves.waiting(asked.files()), actor);
    }

    @PostMapping("/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void withdrawConcern(
            @PathVariable String number, @FromBody Withdrawal asked, HttpServletRequest request, Actor actor) {
        raising.withdraw(moves.fresh(number, request, actor), asked.reason(), actor);
    }
}
