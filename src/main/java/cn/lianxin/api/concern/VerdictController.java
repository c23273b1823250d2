package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.VERDICTS;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.verdict.GivingVerdicts;
import cn.lianxin.verdict.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The worker judges one answer, by his own token. No other way leads here: no list, no timer, no application of its
 * own.
 */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class VerdictController {

    record VerdictToGive(
            Verdict.Solved solved,
            Verdict.Satisfied satisfied,
            @Size(max = 1_000) Optional<String> word) {}

    private final GivingVerdicts giving;
    private final Moves moves;

    VerdictController(GivingVerdicts giving, Moves moves) {
        this.giving = giving;
        this.moves = moves;
    }

    @PostMapping("/verdict")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope(VERDICTS)
    void giveVerdict(
            @PathVariable String number, @FromBody VerdictToGive asked, HttpServletRequest request, Actor actor) {
        var verdict =
                new Verdict(asked.solved(), asked.satisfied(), asked.word().orElse(""));
        giving.give(moves.fresh(number, request, actor), verdict, actor);
    }
}
