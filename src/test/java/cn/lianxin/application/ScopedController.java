package cn.lianxin.application;

import cn.lianxin.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a room that machines ask looks like; it says who asked. */
@RestController
@RequestMapping("/api/test-of-tokens")
class ScopedController {

    @GetMapping("/open")
    String open(Actor actor) {
        return actor.toString();
    }

    @GetMapping("/board")
    @RequiresScope(ApplicationScope.BOARD)
    String board(Actor actor) {
        return actor.toString();
    }

    @PostMapping("/scim")
    @RequiresScope(ApplicationScope.SCIM)
    String scim(Actor actor) {
        return actor.toString();
    }
}
