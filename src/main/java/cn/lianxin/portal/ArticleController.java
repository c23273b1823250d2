package cn.lianxin.portal;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Block;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.newsroom.Standing;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.rendition.Renditions;
import cn.lianxin.platform.rendition.Size;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.portal.PublishedArticles.Gravestone;
import cn.lianxin.portal.PublishedArticles.Whole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One article at its address, for ever: whoever comes by an older one is led on, and whoever comes too late is told so. */
@Controller
@RequestMapping("/news/articles/{article:[0-9]{1,18}}")
class ArticleController {

    private static final int BESIDE = 5;
    /** What is taken down is gone from every cache within this time. */
    private static final Duration KEPT_BY_BROWSERS = Duration.ofSeconds(30);

    private final PublishedArticles articles;
    private final Channels channels;
    private final Mastheads mastheads;
    private final Attachments attachments;
    private final Renditions renditions;
    private final PublicAddress address;
    private final Reads reads;

    ArticleController(
            PublishedArticles articles,
            Channels channels,
            Mastheads mastheads,
            Attachments attachments,
            Renditions renditions,
            PublicAddress address,
            Reads reads) {
        this.articles = articles;
        this.channels = channels;
        this.mastheads = mastheads;
        this.attachments = attachments;
        this.renditions = renditions;
        this.address = address;
        this.reads = reads;
    }

    @GetMapping
    ModelAndView bare(@PathVariable long article) {
        return show(article, "", "");
    }

    @GetMapping("/{slug:[a-z0-9-]{1,80}}")
    ModelAndView show(
            @PathVariable long article,
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        var found = articles.find(article);
        if (found.isEmpty()) {
            return gone(articles.gravestone(article).orElseThrow(Refusal.NotFound::new));
        }
        var story = found.get().story();
        if (!slug.equals(story.slug())) {
            return moved(story.address());
        }
        reads.count(article, agent);
        return page(found.get());
    }

    private ModelAndView page(Whole whole) {
        var story = whole.story();
        var masthead = mastheads.inForce(LocalDate.ofInstant(story.firstAt(), Screen.ZONE));
        return new ModelAndView("portal/article")
                .addObject("whole", whole)
                .addObject("blocks", Block.of(whole.text(), whole.pictures().size()))
                .addObject("sized", Shown.of(whole, renditions))
                .addObject("beside", articles.beside(story, BESIDE))
                .addObject("reads", reads.of(story.id()))
                .addObject("channels", channels.shown())
                .addObject("masthead", masthead)
                .addObject("canonical", address.of(story.address()))
                .addObject("image", story.pictures() > 0 ? address.of(story.pictureAlone()) : "")
                .addObject("linked", LinkedData.of(whole, masthead, address));
    }

    private static ModelAndView moved(String to) {
        var redirect = new RedirectView(to);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return new ModelAndView(redirect);
    }

    private ModelAndView gone(Gravestone gravestone) {
        var page = new ModelAndView("portal/gone")
                .addObject("gravestone", gravestone)
                .addObject("channels", channels.shown())
                .addObject("masthead", mastheads.inForce(LocalDate.ofInstant(gravestone.at(), Screen.ZONE)));
        page.setStatus(gravestone.standing() == Standing.RETRACTED ? HttpStatus.OK : HttpStatus.GONE);
        return page;
    }

    @GetMapping("/pictures/{place:[0-9]{1,2}}")
    ResponseEntity<Resource> picture(@PathVariable long article, @PathVariable int place) {
        return answer(article, place, attachments::get);
    }

    @GetMapping("/pictures/{place:[0-9]{1,2}}/small")
    ResponseEntity<Resource> small(@PathVariable long article, @PathVariable int place) {
        return answer(article, place, attachments::preview);
    }

    @GetMapping("/pictures/{place:[0-9]{1,2}}/{size:[0-9]{3,4}[.][a-z]{3,4}}")
    ResponseEntity<Resource> sized(@PathVariable long article, @PathVariable int place, @PathVariable String size) {
        var wanted = Size.of(size).orElseThrow(Refusal.NotFound::new);
        return answer(article, place, file -> renditions.of(file, wanted));
    }

    /** Of what is not public any more every address of a picture says so, to caches too. */
    private ResponseEntity<Resource> answer(long article, int place, Function<AttachmentId, Content> how) {
        var file = articles.picture(article, place);
        if (file.isPresent()) {
            return answer(how.apply(new AttachmentId(file.get())));
        }
        if (articles.gravestone(article).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return ResponseEntity.status(HttpStatus.GONE)
                .cacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic())
                .build();
    }

    private static ResponseEntity<Resource> answer(Content content) {
        var answer = AttachmentAnswers.answer(content);
        var headers = new HttpHeaders(answer.getHeaders());
        headers.setCacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
