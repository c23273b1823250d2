package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the units: their handlers, and the leaders who approve. */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class UnitStepsController {

    record Word(@Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word) {}

    record Reason(@Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    record Text(@Size(max = RaisingConcerns.LONGEST_WORDS) String text) {}

    record ExtensionToAsk(
            LocalDate until,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    record ExtensionDecision(
            boolean granted,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word) {}

    record ReplyToGive(
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> request,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> facts,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String opinion,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> basis,
            Reply.Outcome outcome,
            Optional<Reply.Finding> finding,
            @Size(max = 20) Optional<String> amount) {}

    record ReplyDecision(
            boolean approved,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word) {}

    private final HandlingConcerns handling;
    private final Moves moves;

    UnitStepsController(HandlingConcerns handling, Moves moves) {
        this.handling = handling;
        this.moves = moves;
    }

    @PostMapping("/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void acknowledgeConcern(
            @PathVariable String number, @FromBody Word asked, HttpServletRequest request, Actor actor) {
        handling.acknowledge(moves.fresh(number, request, actor), asked.word().orElse(""), actor);
    }

    @PostMapping("/hand-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void handBackConcern(@PathVariable String number, @FromBody Reason asked, HttpServletRequest request, Actor actor) {
        handling.handBack(moves.fresh(number, request, actor), asked.reason(), actor);
    }

    @PostMapping("/note")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void noteConcern(@PathVariable String number, @FromBody Text asked, HttpServletRequest request, Actor actor) {
        handling.note(moves.fresh(number, request, actor), asked.text(), actor);
    }

    @PostMapping("/question")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void askForMore(@PathVariable String number, @FromBody Text asked, HttpServletRequest request, Actor actor) {
        handling.askForMore(moves.fresh(number, request, actor), asked.text(), actor);
    }

    @PostMapping("/continuation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void goOnWithoutMore(@PathVariable String number, @FromBody Word asked, HttpServletRequest request, Actor actor) {
        handling.goOn(moves.fresh(number, request, actor), asked.word().orElse(""), actor);
    }

    @PostMapping("/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void askExtension(
            @PathVariable String number, @FromBody ExtensionToAsk asked, HttpServletRequest request, Actor actor) {
        handling.askExtension(moves.fresh(number, request, actor), asked.until(), asked.reason(), actor);
    }

    @PostMapping("/extension-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void decideExtension(
            @PathVariable String number, @FromBody ExtensionDecision asked, HttpServletRequest request, Actor actor) {
        handling.decideExtension(
                moves.fresh(number, request, actor),
                asked.granted(),
                asked.word().orElse(""),
                actor);
    }

    @PostMapping("/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void replyToConcern(
            @PathVariable String number, @FromBody ReplyToGive asked, HttpServletRequest request, Actor actor) {
        var reply = new Reply(
                asked.request().orElse(""),
                asked.facts().orElse(""),
                asked.opinion(),
                asked.basis().orElse(""),
                asked.outcome(),
                asked.finding().orElse(Reply.Finding.ANSWERED),
                Reply.yuan(asked.amount().orElse("")));
        handling.reply(moves.fresh(number, request, actor), reply, actor);
    }

    @PostMapping("/reply-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.UNITS)
    @RequiresScope(WORK)
    void decideReply(
            @PathVariable String number, @FromBody ReplyDecision asked, HttpServletRequest request, Actor actor) {
        handling.decideReply(
                moves.fresh(number, request, actor),
                asked.approved(),
                asked.word().orElse(""),
                actor);
    }
}
