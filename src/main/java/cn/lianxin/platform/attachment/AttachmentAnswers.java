package cn.lianxin.platform.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a file is handed to a browser, by a room that has made sure that this person may see it. */
public final class AttachmentAnswers {

    private static final String SEALED =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    /** Browsers show no PDF in a sandbox; their viewers run its scripts, if any, apart from our pages. */
    private static final String SEALED_PDF =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private AttachmentAnswers() {}

    /**
     * Photos, recordings, films and PDF are shown where they are asked for, everything else is saved; nothing runs as
     * part of our pages. Parts of it are answered where a player asks for parts (HTTP Range).
     */
    public static ResponseEntity<Resource> answer(Content content) {
        var type = FileType.ofMediaType(content.mediaType());
        var shown = type.map(FileType::isShown).orElse(false);
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(content.attachment().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(mediaTypeOf(content))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag(content.version())
                .header("Content-Disposition", disposition.toString())
                .header(
                        "Content-Security-Policy",
                        type.filter(FileType.PDF::equals).isPresent() ? SEALED_PDF : SEALED)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new ByteArrayResource(content.bytes()));
    }

    private static MediaType mediaTypeOf(Content content) {
        return MediaType.parseMediaType(content.mediaType());
    }
}
