package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the desk, and of whoever arbitrates. */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class DeskStepsController {

    record Acceptance(
            Optional<String> matter,
            Optional<String> lead,
            Set<String> assisting,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word,
            Optional<Boolean> urgent) {}

    record Declination(
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String whereToTurn) {}

    record Classification(String matter) {}

    record AssignmentToMake(
            String lead,
            Set<String> assisting,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word) {}

    record Decision(
            boolean granted,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word) {}

    record LinkToMake(
            String main,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    record LinkRemoval(
            @Size(max = RaisingConcerns.LONGEST_WORDS) String reason) {}

    record Part(
            String title,
            @Size(max = RaisingConcerns.LONGEST_WORDS) String words,
            String matter) {}

    record PartNumber(String number) {}

    private final HandlingConcerns handling;
    private final Moves moves;

    DeskStepsController(HandlingConcerns handling, Moves moves) {
        this.handling = handling;
        this.moves = moves;
    }

    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void acceptConcern(
            @PathVariable String number, @FromBody Acceptance asked, HttpServletRequest request, Actor actor) {
        var concern = moves.fresh(number, request, actor);
        var urgent = asked.urgent().orElse(false);
        if (asked.lead().isEmpty()) {
            if (urgent) {
                handling.acceptAsUrgent(concern, actor);
            } else {
                handling.accept(concern, actor);
            }
        } else {
            var lead = moves.unit("lead", asked.lead().get());
            var matter = asked.matter().orElseThrow(() -> new Refusal.Violation("matter", "matter-unknown"));
            var assisting = moves.units("assisting", asked.assisting());
            var word = asked.word().orElse("");
            if (urgent) {
                handling.acceptAndAssignAsUrgent(concern, matter, lead, assisting, word, actor);
            } else {
                handling.acceptAndAssign(concern, matter, lead, assisting, word, actor);
            }
        }
    }

    @PostMapping("/declination")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void declineConcern(
            @PathVariable String number, @FromBody Declination asked, HttpServletRequest request, Actor actor) {
        handling.decline(moves.fresh(number, request, actor), asked.reason(), asked.whereToTurn(), actor);
    }

    @PostMapping("/classification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void classifyConcern(
            @PathVariable String number, @FromBody Classification asked, HttpServletRequest request, Actor actor) {
        handling.reclassify(moves.fresh(number, request, actor), asked.matter(), actor);
    }

    @PostMapping("/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void assignConcern(
            @PathVariable String number, @FromBody AssignmentToMake asked, HttpServletRequest request, Actor actor) {
        var lead = moves.unit("lead", asked.lead());
        var assisting = moves.units("assisting", asked.assisting());
        handling.assign(
                moves.fresh(number, request, actor),
                lead,
                assisting,
                asked.word().orElse(""),
                actor);
    }

    @PostMapping("/hand-back-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void decideHandBack(
            @PathVariable String number, @FromBody Decision asked, HttpServletRequest request, Actor actor) {
        handling.decideHandBack(
                moves.fresh(number, request, actor),
                asked.granted(),
                asked.word().orElse(""),
                actor);
    }

    @PostMapping("/arbitration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void arbitrateConcern(
            @PathVariable String number, @FromBody AssignmentToMake asked, HttpServletRequest request, Actor actor) {
        var lead = moves.unit("lead", asked.lead());
        var assisting = moves.units("assisting", asked.assisting());
        handling.arbitrate(
                moves.fresh(number, request, actor),
                lead,
                assisting,
                asked.word().orElse(""),
                actor);
    }

    @PostMapping("/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void linkConcern(@PathVariable String number, @FromBody LinkToMake asked, HttpServletRequest request, Actor actor) {
        var main = ConcernNumber.parse(asked.main()).orElseThrow(() -> new Refusal.Violation("main", "number-unknown"));
        handling.link(moves.fresh(number, request, actor), main, asked.reason(), actor);
    }

    @PostMapping("/link-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void unlinkConcern(
            @PathVariable String number, @FromBody LinkRemoval asked, HttpServletRequest request, Actor actor) {
        handling.unlink(moves.fresh(number, request, actor), asked.reason(), actor);
    }

    @PostMapping("/split")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(value = Topic.DESK, onlyOnce = true)
    @RequiresScope(WORK)
    PartNumber splitConcern(
            @PathVariable String number, @FromBody Part asked, HttpServletRequest request, Actor actor) {
        var part = handling.split(
                moves.fresh(number, request, actor), asked.title(), asked.words(), asked.matter(), actor);
        return new PartNumber(part.toString());
    }

    @PostMapping("/conclusion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void concludeConcern(@PathVariable String number, HttpServletRequest request, Actor actor) {
        handling.conclude(moves.fresh(number, request, actor), actor);
    }
}
