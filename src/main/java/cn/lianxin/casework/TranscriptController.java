package cn.lianxin.casework;

import cn.lianxin.concern.Transcribing;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What a recording says: the clerk writes it down, the worker confirms or disputes it. */
@Controller
@RequestMapping("/concerns/{number}/attachments/{attachment}")
class TranscriptController {

    private final CasePages pages;
    private final Transcribing transcribing;

    TranscriptController(CasePages pages, Transcribing transcribing) {
        this.pages = pages;
        this.transcribing = transcribing;
    }

    @PostMapping("/transcript")
    ModelAndView write(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "transcript-" + attachment,
                request,
                actor,
                () -> transcribing.write(CasePages.number(number), attachment, text, actor));
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "0") int transcript,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "confirmation",
                request,
                actor,
                () -> transcribing.confirm(CasePages.number(number), attachment, transcript, actor));
    }

    @PostMapping("/dispute")
    ModelAndView dispute(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "0") int transcript,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Actor actor) {
        return pages.step(
                number,
                "dispute-" + attachment,
                request,
                files,
                actor,
                taken -> transcribing.dispute(CasePages.number(number), attachment, transcript, text, taken, actor));
    }
}
