package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.BurntPicture;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which whoever proposed an entry chooses its pictures and draws boxes. */
@Controller
@RequestMapping("/concerns/{number}/public-ledger/pictures")
class PictureController {

    private final Picturing picturing;

    PictureController(Picturing picturing) {
        this.picturing = picturing;
    }

    @GetMapping
    ModelAndView list(@PathVariable String number, Actor actor) {
        return list(ConsentController.concern(number), Faults.none(), actor);
    }

    @PostMapping("/opening")
    ModelAndView open(@PathVariable String number, Actor actor) {
        var concern = ConsentController.concern(number);
        picturing.open(concern, actor);
        return seeOther(concern, "");
    }

    @PostMapping("/closing")
    ModelAndView close(@PathVariable String number, Actor actor) {
        var concern = ConsentController.concern(number);
        var entry = picturing.page(concern, actor).entry();
        picturing.close(concern, actor);
        return LocalAddress.seeOther("/public-ledger/waiting/" + entry);
    }

    @GetMapping("/{attachment}")
    ModelAndView edit(@PathVariable String number, @PathVariable UUID attachment, Actor actor) {
        var page = picturing.page(ConsentController.concern(number), actor);
        var form = chosen(page, attachment).chosen().map(PictureForm::of).orElseGet(PictureForm::empty);
        return editor(page, attachment, form, Faults.none());
    }

    @PostMapping("/{attachment}")
    ModelAndView save(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor) {
        var concern = ConsentController.concern(number);
        var form = PictureForm.of(sent);
        try {
            picturing.keep(concern, picturing.paint(concern, attachment, form, actor), actor);
            return seeOther(concern, "/" + attachment);
        } catch (Refusal.Violation violation) {
            var page = editor(picturing.page(concern, actor), attachment, form, Faults.of(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var page = list(
                    concern,
                    Faults.none().add("", conflict.code(), conflict.arguments().toArray()),
                    actor);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    @PostMapping("/{attachment}/removal")
    ModelAndView remove(@PathVariable String number, @PathVariable UUID attachment, Actor actor) {
        var concern = ConsentController.concern(number);
        picturing.remove(concern, attachment, actor);
        return seeOther(concern, "");
    }

    @GetMapping("/{attachment}/upright")
    ResponseEntity<byte[]> upright(@PathVariable String number, @PathVariable UUID attachment, Actor actor) {
        return answer(picturing
                .upright(ConsentController.concern(number), attachment, actor)
                .bytes());
    }

    @GetMapping("/{attachment}/painted")
    ResponseEntity<byte[]> painted(@PathVariable String number, @PathVariable UUID attachment, Actor actor) {
        return answer(picturing.painted(ConsentController.concern(number), attachment, actor));
    }

    /** Kept by no cache and by no search engine: it must be gone when it is taken down. */
    static ResponseEntity<byte[]> answer(byte[] picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(BurntPicture.MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, noarchive, noimageindex")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .body(picture);
    }

    private ModelAndView list(ConcernNumber concern, Faults faults, Actor actor) {
        return new ModelAndView("publicledger/pictures")
                .addObject("page", picturing.page(concern, actor))
                .addObject("faults", faults);
    }

    private static ModelAndView editor(Picturing.Page page, UUID photo, PictureForm form, Faults faults) {
        return new ModelAndView("publicledger/picture")
                .addObject("page", page)
                .addObject("photo", chosen(page, photo))
                .addObject("form", form)
                .addObject("faults", faults);
    }

    private static Picturing.Photo chosen(Picturing.Page page, UUID photo) {
        return page.photos().stream()
                .filter(one -> one.file().id().value().equals(photo))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private static ModelAndView seeOther(ConcernNumber concern, String more) {
        return LocalAddress.seeOther("/concerns/" + concern + "/public-ledger/pictures" + more);
    }
}
