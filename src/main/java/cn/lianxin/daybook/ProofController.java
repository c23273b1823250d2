package cn.lianxin.daybook;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The proof as one text file, to be kept wherever he wants. */
@Controller
class ProofController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Proving proving;

    ProofController(Proving proving) {
        this.proving = proving;
    }

    @GetMapping("/concerns/{number}/proof")
    ResponseEntity<byte[]> file(@PathVariable String number, Actor actor) {
        var concern = ConcernNumber.parse(number).orElseThrow(Refusal.NotFound::new);
        var file = proving.file(concern, actor);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename("lianxin-proof-" + concern + ".txt", StandardCharsets.UTF_8)
                        .build()))
                .body(file.getBytes(StandardCharsets.UTF_8));
    }
}
