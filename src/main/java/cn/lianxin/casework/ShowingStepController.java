package cn.lianxin.casework;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The unit shows how it stands now, in words, pictures or both. */
@Controller
@RequestMapping("/concerns/{number}")
class ShowingStepController {

    private final CasePages pages;
    private final CheckingConcerns checking;

    ShowingStepController(CasePages pages, CheckingConcerns checking) {
        this.pages = pages;
        this.checking = checking;
    }

    @PostMapping("/showing")
    ModelAndView show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "showing",
                request,
                files,
                actor,
                taken -> checking.show(CasePages.number(number), text, taken, actor));
    }
}
