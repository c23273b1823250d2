package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One notice: as it stands, as it stood, what changed, as a table, on paper. */
@Controller
@RequestMapping("/disclosures/{number:[0-9]{1,18}}")
class NoticeController {

    private final NoticePages pages;
    private final Acknowledging acknowledging;
    private final Sheets sheets;
    private final Attachments attachments;
    private final MessageSource messages;

    NoticeController(
            NoticePages pages,
            Acknowledging acknowledging,
            Sheets sheets,
            Attachments attachments,
            MessageSource messages) {
        this.pages = pages;
        this.acknowledging = acknowledging;
        this.sheets = sheets;
        this.attachments = attachments;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable long number, Actor actor) {
        return pages.page(number, Faults.none(), "", actor);
    }

    @GetMapping("/versions/{place:[0-9]{1,6}}")
    ModelAndView version(@PathVariable long number, @PathVariable int place, Actor actor) {
        var shown = pages.version(number, place, actor);
        return new ModelAndView("disclosure/version").addObject("shown", shown);
    }

    /** Of two versions that this reader may read. */
    @GetMapping("/comparison")
    ModelAndView compare(
            @PathVariable long number,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Actor actor) {
        var before = pages.version(number, from, actor);
        var after = pages.version(number, to, actor);
        return new ModelAndView("disclosure/comparison")
                .addObject("shown", after)
                .addObject("before", before.version())
                .addObject("comparison", Comparison.of(before.version(), after.version()));
    }

    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table(@PathVariable long number, Actor actor) {
        var shown = pages.standing(number, actor);
        if (shown.version().table().isEmpty()) {
            throw new Refusal.NotFound();
        }
        return file(
                Tables.csv(shown.version().table()),
                shown.version().title() + ".csv",
                MediaType.parseMediaType("text/csv;charset=UTF-8"));
    }

    @GetMapping("/files/{attachment}")
    ResponseEntity<Resource> file(@PathVariable long number, @PathVariable UUID attachment, Actor actor) {
        pages.mustShowFile(number, attachment, actor);
        return AttachmentAnswers.answer(attachments.get(new AttachmentId(attachment)));
    }

    /** For the notice board, with the address as a QR code. */
    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            @PathVariable long number,
            @RequestParam(defaultValue = "A4") Sheets.Size paper,
            Locale language,
            Actor actor) {
        var shown = pages.standing(number, actor);
        var home = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return file(
                sheets.of(shown, home, paper, new Words(messages, language)),
                shown.version().title() + ".pdf",
                MediaType.APPLICATION_PDF);
    }

    @PostMapping("/reading")
    ModelAndView read(@PathVariable long number, @RequestParam int place, Actor.Member actor) {
        acknowledging.read(number, place, actor);
        return LocalAddress.seeOther("/disclosures/" + number);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()))
                .body(bytes);
    }
}
