package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.textcheck.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One article in the newsroom, and every step with it. */
@Controller
@RequestMapping("/newsroom/articles/{article:[0-9]{1,18}}")
class ArticleController {

    private final ArticlePages pages;
    private final SubmittingArticles submitting;
    private final ReviewingArticles reviewing;
    private final PublishingArticles publishing;
    private final VersionNames names;
    private final Attachments attachments;

    ArticleController(
            ArticlePages pages,
            SubmittingArticles submitting,
            ReviewingArticles reviewing,
            PublishingArticles publishing,
            VersionNames names,
            Attachments attachments) {
        this.pages = pages;
        this.submitting = submitting;
        this.reviewing = reviewing;
        this.publishing = publishing;
        this.names = names;
        this.attachments = attachments;
    }

    @GetMapping
    ModelAndView show(@PathVariable long article, Actor actor) {
        return pages.current(article, SubmissionController.member(actor), Faults.none(), HttpStatus.OK);
    }

    @GetMapping("/revisions/{place:[0-9]{1,6}}")
    ModelAndView revision(
            @PathVariable long article,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String with,
            Actor actor) {
        var compared = with.matches("[0-9]{1,6}") ? Integer.parseInt(with) : 0;
        return pages.at(article, place, compared, SubmissionController.member(actor), Faults.none(), HttpStatus.OK);
    }

    @PostMapping("/revisions/{place:[0-9]{1,6}}/name")
    ModelAndView name(
            @PathVariable long article,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String name,
            Actor actor) {
        var member = SubmissionController.member(actor);
        try {
            names.name(article, place, name, member);
            return LocalAddress.seeOther("/newsroom/articles/" + article + "/revisions/" + place);
        } catch (Refusal.Violation violation) {
            return pages.at(article, place, 0, member, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/revisions/{place:[0-9]{1,6}}/pictures/{picture:[0-9]{1,2}}")
    ResponseEntity<Resource> picture(
            @PathVariable long article, @PathVariable int place, @PathVariable int picture, Actor actor) {
        return AttachmentAnswers.answer(attachments.get(
                new AttachmentId(pages.picture(article, place, picture, SubmissionController.member(actor)))));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable long article, Actor actor) {
        return step(article, actor, member -> submitting.withdraw(article, member));
    }

    @PostMapping("/pass")
    ModelAndView pass(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "0") String errors,
            HttpServletRequest request,
            Actor actor) {
        return step(
                article, actor, member -> reviewing.pass(article, digest, number(errors), Answers.of(request), member));
    }

    @PostMapping("/sending-back")
    ModelAndView sendBack(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return step(article, actor, member -> reviewing.sendBack(article, digest, reason, member));
    }

    @PostMapping("/publication")
    ModelAndView publish(@PathVariable long article, HttpServletRequest request, Actor actor) {
        return step(article, actor, member -> publishing.publish(article, Answers.of(request), member));
    }

    @PostMapping("/text-check")
    ModelAndView stays(@PathVariable long article, HttpServletRequest request, Actor actor) {
        return step(article, actor, member -> reviewing.stays(article, Answers.of(request), member));
    }

    @PostMapping("/schedule")
    ModelAndView schedule(@PathVariable long article, @RequestParam(defaultValue = "") String at, Actor actor) {
        return step(article, actor, member -> publishing.schedule(article, moment(at), member));
    }

    @PostMapping("/schedule/end")
    ModelAndView unschedule(@PathVariable long article, Actor actor) {
        return step(article, actor, member -> publishing.unschedule(article, member));
    }

    @PostMapping("/retraction")
    ModelAndView retract(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        return step(article, actor, member -> publishing.retract(article, reason, note, member));
    }

    @PostMapping("/taking-down")
    ModelAndView takeDown(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        return step(article, actor, member -> publishing.takeDown(article, reason, note, member));
    }

    @PostMapping("/expiry")
    ModelAndView endAt(
            @PathVariable long article,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return step(article, actor, member -> publishing.endAt(article, moment(at), reason, member));
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(long article, Actor actor, Step step) {
        var member = SubmissionController.member(actor);
        try {
            step.by(member);
            return LocalAddress.seeOther("/newsroom/articles/" + article);
        } catch (Refusal.Violation violation) {
            return pages.current(article, member, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal.Conflict conflict) {
            return pages.current(article, member, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT);
        }
    }

    private static int number(String typed) {
        return typed.strip().matches("[0-9]{1,4}") ? Integer.parseInt(typed.strip()) : typed.isBlank() ? 0 : -1;
    }

    private static Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed.strip()).atZone(Screen.ZONE).toInstant();
        } catch (DateTimeParseException notOne) {
            throw new Refusal.Violation("at", "news-moment");
        }
    }
}
