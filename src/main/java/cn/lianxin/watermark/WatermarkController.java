package cn.lianxin.watermark;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style and the pictures of a mark, for its bearer alone: nobody may put another one's mark over his page. */
@Controller
class WatermarkController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private static final String STYLE = """
            .watermark { background-image: url(words.svg), url(grain.png); background-size: %1$dpx %2$dpx, %3$dpx %3$dpx; }
            @media screen and (prefers-color-scheme: dark) {
              :root:not(.light) .watermark { background-image: url(words-dark.svg), url(grain-dark.png); }
            }
            """.formatted(Stamp.WIDTH, Stamp.HEIGHT, Grain.EDGE);

    private final Watermarks watermarks;
    private final Seed seed;
    private final Clock clock;

    WatermarkController(Watermarks watermarks, Seed seed, Clock clock) {
        this.watermarks = watermarks;
        this.seed = seed;
        this.clock = clock;
    }

    @GetMapping("/watermarks/{id:[0-9]{1,18}}/{part}")
    ResponseEntity<byte[]> part(@PathVariable long id, @PathVariable String part, Actor actor) {
        var watermark = watermarks.get(id).filter(given -> isOf(given, actor)).orElseThrow(Refusal.NotFound::new);
        return switch (part) {
            case "page.css" -> answer(CSS, STYLE.getBytes(StandardCharsets.UTF_8));
            case "words.svg", "words-dark.svg" ->
                answer(
                        SVG,
                        Stamp.svg(watermark, clock.instant(), part.contains("dark"))
                                .getBytes(StandardCharsets.UTF_8));
            case "grain.png", "grain-dark.png" -> answer(MediaType.IMAGE_PNG, grain(id, part.contains("dark")));
            default -> throw new Refusal.NotFound();
        };
    }

    private byte[] grain(long id, boolean dark) {
        var key = seed.bytes();
        return Grain.png(Chips.shared(key), Chips.of(key, id), dark);
    }

    private static boolean isOf(Watermark watermark, Actor actor) {
        return actor instanceof Actor.Member member
                && watermark.reader().equals("person:" + member.person().value());
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
