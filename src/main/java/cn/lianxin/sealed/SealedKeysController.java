package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The key of an officer, and the key of the installation with its three holders. */
@Controller
class SealedKeysController {

    private final KeepingSealedKeys keeping;
    private final Keys keys;
    private final SealedBody body;

    SealedKeysController(KeepingSealedKeys keeping, Keys keys, SealedBody body) {
        this.keeping = keeping;
        this.keys = keys;
        this.body = body;
    }

    @GetMapping("/sealed-letters/key")
    ModelAndView key(Actor actor) {
        var own = Officers.officer(actor);
        return new ModelAndView("sealed/key").addObject("key", keys.inUseOf(own.person()));
    }

    @PostMapping("/sealed-letters/key")
    ResponseEntity<Void> make(Actor actor, HttpServletRequest request) {
        Officers.officer(actor);
        keeping.make(body.read(request, KeepingSealedKeys.NewKey.class), actor);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/sealed-recovery")
    ModelAndView recovery(Actor actor) {
        KeepingSealedKeys.keeper(actor);
        return new ModelAndView("sealed/recovery-key").addObject("key", keys.recovery());
    }

    @PostMapping("/sealed-recovery")
    ResponseEntity<Void> makeRecovery(Actor actor, HttpServletRequest request) {
        KeepingSealedKeys.keeper(actor);
        keeping.makeRecovery(body.read(request, KeepingSealedKeys.NewRecoveryKey.class), actor);
        return ResponseEntity.noContent().build();
    }
}
