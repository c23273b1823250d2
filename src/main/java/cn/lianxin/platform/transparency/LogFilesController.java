package cn.lianxin.platform.transparency;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The log as files, for programs: what is complete never changes and may be kept, the checkpoint is asked for anew. */
@Controller
class LogFilesController {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final LogPaths paths;

    LogFilesController(LogPaths paths) {
        this.paths = paths;
    }

    @GetMapping({"/log/checkpoint", "/log/key", "/log/policy", "/log/published"})
    ResponseEntity<byte[]> text(HttpServletRequest request) {
        return answer(
                request.getRequestURI().substring("/log/".length()),
                Reader.ANYBODY,
                "text/plain;charset=utf-8",
                CacheControl.noCache());
    }

    @GetMapping("/log/tile/{*rest}")
    ResponseEntity<byte[]> tile(@PathVariable String rest) {
        return answer(
                "tile" + rest,
                Reader.ANYBODY,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
    }

    @GetMapping("/log/openings/{index:[0-9]{1,15}}/{width:[0-9]{1,3}}")
    ResponseEntity<byte[]> openings(@PathVariable long index, @PathVariable int width, Actor actor) {
        return answer(
                "openings/" + index + "/" + width,
                actor instanceof Actor.Member ? Reader.MEMBER : Reader.ANYBODY,
                MediaType.APPLICATION_JSON_VALUE,
                CacheControl.noStore());
    }

    @GetMapping("/log/proof/{place:[0-9]{1,18}}.tlog-proof")
    ResponseEntity<byte[]> proof(@PathVariable long place) {
        return answer(
                "proof/" + place + ".tlog-proof", Reader.ANYBODY, "text/plain;charset=utf-8", CacheControl.noCache());
    }

    private ResponseEntity<byte[]> answer(String path, Reader reader, String type, CacheControl cache) {
        var bytes = paths.read(path, reader).orElseThrow(Refusal.NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(cache)
                .body(bytes);
    }
}
