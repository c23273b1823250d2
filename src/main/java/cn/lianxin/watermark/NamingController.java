package cn.lianxin.watermark;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** For supervisors: a screenshot in, a name out, or honestly none. The picture is not kept. */
@Controller
class NamingController {

    private final NamingReaders naming;

    NamingController(NamingReaders naming) {
        this.naming = naming;
    }

    @GetMapping("/watermarks")
    ModelAndView ask(Actor actor) {
        NamingReaders.mustSearch(actor);
        return page(Faults.none(), Optional.empty(), false);
    }

    @PostMapping("/watermarks")
    ModelAndView name(@RequestParam @Nullable MultipartFile picture, Actor actor) throws IOException {
        NamingReaders.mustSearch(actor);
        try {
            return page(Faults.none(), naming.name(bytes(picture), actor), true);
        } catch (Refusal.Violation violation) {
            var page = page(Faults.of(violation), Optional.empty(), false);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static byte[] bytes(@Nullable MultipartFile picture) throws IOException {
        if (picture == null || picture.isEmpty()) {
            throw new Refusal.Violation("picture", "watermark-picture-missing");
        }
        if (picture.getSize() > Screenshot.LARGEST) {
            throw new Refusal.Violation("picture", "watermark-picture-too-large", Screenshot.MOST_PIXELS / 1_000_000);
        }
        return picture.getBytes();
    }

    private static ModelAndView page(Faults faults, Optional<NamingReaders.Named> named, boolean searched) {
        return new ModelAndView("watermark/naming")
                .addObject("faults", faults)
                .addObject("named", named)
                .addObject("searched", searched);
    }
}
