package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Transcribing;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is written down of recordings, and whether the worker finds in it what he said. */
@RestController
@RequestMapping("/api/v1/concerns/{number}")
class TranscriptsController {

    record TranscriptToWrite(
            @Size(max = RaisingConcerns.LONGEST_WORDS) String text) {}

    record Confirmation(int version) {}

    record Dispute(
            int version,
            @Size(max = RaisingConcerns.LONGEST_WORDS) Optional<String> word,
            @Size(max = RaisingConcerns.MOST_ATTACHMENTS) List<UUID> files) {}

    private final Transcribing transcribing;
    private final Moves moves;

    TranscriptsController(Transcribing transcribing, Moves moves) {
        this.transcribing = transcribing;
        this.moves = moves;
    }

    @PostMapping("/files/{recording}/transcript")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    void writeTranscript(
            @PathVariable String number,
            @PathVariable String recording,
            @FromBody TranscriptToWrite asked,
            HttpServletRequest request,
            Actor actor) {
        transcribing.write(moves.fresh(number, request, actor), FilesController.id(recording), asked.text(), actor);
    }

    @PostMapping("/files/{recording}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void confirmTranscript(
            @PathVariable String number,
            @PathVariable String recording,
            @FromBody Confirmation asked,
            HttpServletRequest request,
            Actor actor) {
        transcribing.confirm(
                moves.fresh(number, request, actor), FilesController.id(recording), asked.version(), actor);
    }

    @PostMapping("/files/{recording}/dispute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    void disputeTranscript(
            @PathVariable String number,
            @PathVariable String recording,
            @FromBody Dispute asked,
            HttpServletRequest request,
            Actor actor) {
        transcribing.dispute(
                moves.fresh(number, request, actor),
                FilesController.id(recording),
                asked.version(),
                asked.word().orElse(""),
                moves.waiting(asked.files()),
                actor);
    }
}
