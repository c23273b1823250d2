package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromFile;
import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files in, to be named by what is sent next, and out again with the concern to which they belong. */
@RestController
@RequestMapping("/api/v1")
class FilesController {

    record FileToSend(@Size(min = 1, max = 200) String name) {}

    /** @param preview a small picture of a photo */
    record FileWanted(Optional<Boolean> preview) {}

    private final Attachments attachments;
    private final ReadingConcerns reading;

    FilesController(Attachments attachments, ReadingConcerns reading) {
        this.attachments = attachments;
        this.reading = reading;
    }

    @PostMapping("/files")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.FILES)
    @RequiresScope({CONCERNS, WORK, RECEIPTS})
    FileItem sendFile(@FromQuery FileToSend file, @FromFile InputStream content, Actor actor) {
        return FileItem.of(attachments.take(content, file.name(), actor));
    }

    @GetMapping("/concerns/{number}/files/{file}")
    @Operation(value = Topic.FILES, file = "*/*")
    @RequiresScope({CONCERNS, WORK, RECEIPTS})
    ResponseEntity<Resource> fetchFile(
            @PathVariable String number, @PathVariable String file, @FromQuery FileWanted wanted, Actor actor) {
        var id = id(file);
        return AttachmentAnswers.answer(
                reading.attachment(Moves.number(number), id, wanted.preview().orElse(false), Door.INTERFACE, actor));
    }

    static UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new Refusal.NotFound();
        }
        return UUID.fromString(text);
    }
}
