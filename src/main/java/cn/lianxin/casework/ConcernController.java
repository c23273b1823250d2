package cn.lianxin.casework;

import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.Cursor;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.web.LocalAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One concern, and the list of one's own. */
@Controller
class ConcernController {

    private final CasePages pages;
    private final ConcernLists lists;
    private final ReadingConcerns reading;

    ConcernController(CasePages pages, ConcernLists lists, ReadingConcerns reading) {
        this.pages = pages;
        this.lists = lists;
        this.reading = reading;
    }

    @GetMapping("/concerns")
    ModelAndView list(@RequestParam @Nullable String before, Actor actor) {
        return new ModelAndView("casework/list")
                .addObject("page", lists.own(Cursor.parse(before), actor))
                .addObject("first", before == null);
    }

    @GetMapping("/concerns/{number}")
    ModelAndView show(@PathVariable String number, @RequestParam(defaultValue = "") String back, Actor actor) {
        var parsed = CasePages.number(number);
        return pages.page(parsed, back.isEmpty() ? "/concerns/" + parsed : LocalAddress.orHome(back), actor);
    }

    @GetMapping("/concerns/{number}/attachments/{attachment}")
    ResponseEntity<Resource> attachment(
            @PathVariable String number,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "false") boolean preview,
            Actor actor) {
        return AttachmentAnswers.answer(
                reading.attachment(CasePages.number(number), attachment, preview, Door.FILE, actor));
    }
}
