package cn.lianxin.raising;

import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.DisplayOverride;
import cn.lianxin.promise.Matters;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Raising without a network: the page that a phone keeps, and the door for what it sends later. */
@Controller
class OfflineController {

    /** What the phone tells its owner. */
    record Filed(String number, String receipt) {
        static Filed of(Raised raised) {
            return new Filed(raised.number().toString(), raised.receipt().digits());
        }
    }

    private final OfflineDoor door;
    private final OfflineSending offline;
    private final Sending sending;
    private final Matters matters;
    private final Directory directory;

    OfflineController(OfflineDoor door, OfflineSending offline, Sending sending, Matters matters, Directory directory) {
        this.door = door;
        this.offline = offline;
        this.sending = sending;
        this.matters = matters;
        this.directory = directory;
    }

    /** The same for everybody, whoever is signed in: it will lie on a phone. */
    @GetMapping("/concerns/new/offline")
    ModelAndView page(
            @RequestParam @Nullable String language,
            @RequestParam(defaultValue = "off") String senior,
            HttpServletRequest request) {
        OfflineDoor.mustBeOnesOwnDevice(request);
        CurrentActor.set(request, new Actor.Visitor());
        if (language != null) {
            DisplayOverride.language(language, request);
        }
        if (senior.equals("on")) {
            DisplayOverride.senior(request);
        }
        return new ModelAndView("raising/offline")
                .addObject("most", RaisingConcerns.MOST_ATTACHMENTS)
                .addObject("areas", Areas.of(matters.all()))
                .addObject("units", directory.mines());
    }

    /** What became of it, where an answer was lost; no content where it never came. */
    @GetMapping("/concerns/new/offline/{token}")
    ResponseEntity<Filed> sent(
            @PathVariable String token,
            @RequestParam(defaultValue = "zh") String language,
            HttpServletRequest request) {
        door.mustBeOpen(token, language, request);
        return sending.sent(token)
                .map(raised ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Filed.of(raised)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/concerns/new/offline/{token}")
    @CountsAs(Cost.FILING)
    ResponseEntity<Filed> send(
            @PathVariable String token,
            @RequestParam(defaultValue = "zh") String language,
            @RequestBody OfflineDraft draft,
            Actor actor,
            HttpServletRequest request) {
        door.mustBeOpen(token, language, request);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(Filed.of(offline.send(draft, token, actor)));
    }
}
