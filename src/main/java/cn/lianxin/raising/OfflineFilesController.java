package cn.lianxin.raising;

import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.PartialUploads;
import cn.lianxin.platform.attachment.UploadProgress;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The photos and recordings of an offline draft, part by part: announced, asked how far they came, continued from there. */
@Controller
class OfflineFilesController {

    private static final String ADDRESS = "/concerns/new/offline/{token}/files/{place}";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    /** What the phone says of a file beforehand. */
    record Announced(
            @Nullable String name, long size, @Nullable String sha256) {}

    private final OfflineDoor door;
    private final PartialUploads uploads;

    OfflineFilesController(OfflineDoor door, PartialUploads uploads) {
        this.door = door;
        this.uploads = uploads;
    }

    @PutMapping(ADDRESS)
    ResponseEntity<UploadProgress> announce(
            @PathVariable String token,
            @PathVariable int place,
            @RequestParam(defaultValue = "zh") String language,
            @RequestBody Announced file,
            Actor actor,
            HttpServletRequest request) {
        var key = key(token, place, language, request);
        var name = Objects.requireNonNullElse(file.name(), "");
        var sha256 = Objects.requireNonNullElse(file.sha256(), "");
        return answer(uploads.begin(key, name, file.size(), sha256, actor));
    }

    @RequestMapping(path = ADDRESS, method = RequestMethod.HEAD)
    ResponseEntity<UploadProgress> howFar(
            @PathVariable String token,
            @PathVariable int place,
            @RequestParam(defaultValue = "zh") String language,
            HttpServletRequest request) {
        return answer(uploads.progress(key(token, place, language, request)));
    }

    /** A part that begins elsewhere is answered with where it would have to begin; a film has a hundred of them. */
    @PatchMapping(ADDRESS)
    @CountsAs(Cost.READING)
    ResponseEntity<UploadProgress> append(
            @PathVariable String token,
            @PathVariable int place,
            @RequestHeader(OFFSET) long offset,
            @RequestParam(defaultValue = "zh") String language,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var key = key(token, place, language, request);
        var part = part(request);
        try {
            return answer(uploads.append(key, offset, part, actor));
        } catch (Refusal.Conflict elsewhere) {
            if (elsewhere.code().equals("upload-offset")) {
                response.setHeader(OFFSET, String.valueOf(uploads.progress(key).offset()));
            }
            throw elsewhere;
        }
    }

    private String key(String token, int place, String language, HttpServletRequest request) {
        door.mustBeOpen(token, language, request);
        if (place < 0 || place >= RaisingConcerns.MOST_ATTACHMENTS) {
            throw new Refusal.Violation("files", "too-many-files", RaisingConcerns.MOST_ATTACHMENTS);
        }
        return OfflineDraft.key(token, place);
    }

    /** Never reads further than the longest part; one that was cut off is none. */
    private static byte[] part(HttpServletRequest request) {
        try {
            var part = request.getInputStream().readNBytes(PartialUploads.LARGEST_PART + 1);
            if (part.length <= PartialUploads.LARGEST_PART) {
                return part;
            }
        } catch (IOException cutOff) {
            throw new Refusal.Violation("files", "upload-broken");
        }
        throw new Refusal.Violation("files", "upload-broken");
    }

    private static ResponseEntity<UploadProgress> answer(UploadProgress progress) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, String.valueOf(progress.offset()))
                .header(LENGTH, String.valueOf(progress.size()))
                .body(progress);
    }
}
