package cn.lianxin.desk;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Matters;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The leader's face. */
@Controller
class BoardController {

    private final Boards boards;
    private final Matters matters;

    BoardController(Boards boards, Matters matters) {
        this.boards = boards;
        this.matters = matters;
    }

    @GetMapping("/board")
    ModelAndView board(@RequestParam Optional<Long> unit, Actor actor) {
        return new ModelAndView("desk/board")
                .addObject("board", boards.of(unit.map(UnitId::new), actor))
                .addObject("matters", matters);
    }
}
