package cn.lianxin.imprint;

import cn.lianxin.imprint.Changes.About;
import cn.lianxin.imprint.ChangingPaper.TypedChannel;
import cn.lianxin.imprint.ChangingPaper.TypedMasthead;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.KeepingChannels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sections of the paper, how each is read, and the masthead with all that were before. */
@Controller
@RequestMapping("/newsroom")
class PaperController {

    private static final int CHANGES = 20;
    private static final String CHANNELS = "/newsroom/channels";
    private static final String MASTHEAD = "/newsroom/masthead";
    private static final String CODE = "{channel:[a-z-]{2,30}}";

    private final Channels channels;
    private final KeepingChannels keeping;
    private final Mastheads mastheads;
    private final Proposals proposals;
    private final Changes changes;
    private final ChangingPaper changing;

    PaperController(
            Channels channels,
            KeepingChannels keeping,
            Mastheads mastheads,
            Proposals proposals,
            Changes changes,
            ChangingPaper changing) {
        this.channels = channels;
        this.keeping = keeping;
        this.mastheads = mastheads;
        this.proposals = proposals;
        this.changes = changes;
        this.changing = changing;
    }

    @GetMapping("/channels")
    ModelAndView channels(Actor actor) {
        return channels(Faults.none(), Optional.empty(), reader(actor));
    }

    @PostMapping("/channels/" + CODE)
    ModelAndView change(
            @PathVariable String channel,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") boolean taking,
            @RequestParam(defaultValue = "false") boolean hidden,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var at = place.strip().matches("[0-9]{1,4}") ? Integer.parseInt(place.strip()) : 0;
        var typed = new TypedChannel(channel, name, english, at, taking, hidden, reason);
        return step(Optional.of(typed), actor, member -> changing.change(typed, member));
    }

    @PostMapping("/channels/" + CODE + "/procedure")
    ModelAndView propose(
            @PathVariable String channel,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return step(Optional.empty(), actor, member -> changing.propose(channel, procedure, reason, member));
    }

    @PostMapping("/channels/proposals/{proposal:[0-9]{1,18}}/agreement")
    ModelAndView agree(@PathVariable long proposal, Actor actor) {
        return step(Optional.empty(), actor, member -> changing.agree(proposal, member));
    }

    @PostMapping("/channels/proposals/{proposal:[0-9]{1,18}}/end")
    ModelAndView drop(@PathVariable long proposal, Actor actor) {
        return step(Optional.empty(), actor, member -> changing.drop(proposal, member));
    }

    @GetMapping("/masthead")
    ModelAndView masthead(Actor actor) {
        var member = reader(actor);
        var now = mastheads.inForce(changing.today());
        var typed = new TypedMasthead(
                changing.today().plusDays(1).toString(),
                now.paper(),
                now.englishPaper(),
                now.motto(),
                now.publisher(),
                now.chiefEditor(),
                now.staff(),
                now.telephone(),
                now.mail(),
                now.filing(),
                now.securityFiling(),
                now.formerName(),
                "");
        return masthead(typed, Faults.none(), member);
    }

    @PostMapping("/masthead")
    ModelAndView announce(@RequestParam Map<String, String> fields, Actor actor) {
        var member = reader(actor);
        var typed = new TypedMasthead(
                field(fields, "from"),
                field(fields, "paper"),
                field(fields, "english"),
                field(fields, "motto"),
                field(fields, "publisher"),
                field(fields, "chief"),
                field(fields, "staff"),
                field(fields, "telephone"),
                field(fields, "mail"),
                field(fields, "filing"),
                field(fields, "security"),
                field(fields, "former"),
                field(fields, "reason"));
        try {
            changing.announce(typed, member);
            return LocalAddress.seeOther(MASTHEAD);
        } catch (Refusal.Violation violation) {
            var page = masthead(typed, Faults.of(violation), member);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(Optional<TypedChannel> typed, Actor actor, Step step) {
        var member = reader(actor);
        try {
            step.by(member);
            return LocalAddress.seeOther(CHANNELS);
        } catch (Refusal.Violation violation) {
            var page = channels(Faults.of(violation), typed, member);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Refusal.Conflict conflict) {
            var faults =
                    Faults.none().add("", conflict.code(), conflict.arguments().toArray());
            var page = channels(faults, typed, member);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    /** @param typed what stands in the form of one of them, where it has faults */
    private ModelAndView channels(Faults faults, Optional<TypedChannel> typed, Actor.Member reader) {
        return new ModelAndView("imprint/channels")
                .addObject("channels", channels.all())
                .addObject("ways", keeping.ways())
                .addObject("proposals", proposals.open())
                .addObject("changes", changes.newest(List.of(About.CHANNEL, About.PROCEDURE, About.ORDER), CHANGES))
                .addObject("keeper", ChangingPaper.keeps(reader) ? Optional.of(reader.person()) : Optional.empty())
                .addObject("typed", typed)
                .addObject("editor", ChangingPaper.edits(reader))
                .addObject("faults", faults);
    }

    private ModelAndView masthead(TypedMasthead typed, Faults faults, Actor.Member reader) {
        return new ModelAndView("imprint/masthead")
                .addObject("mastheads", mastheads.all())
                .addObject("today", changing.today())
                .addObject("changes", changes.newest(List.of(About.MASTHEAD), CHANGES))
                .addObject("keeps", ChangingPaper.keeps(reader))
                .addObject("typed", typed)
                .addObject("editor", ChangingPaper.edits(reader))
                .addObject("faults", faults);
    }

    private static Actor.Member reader(Actor actor) {
        if (actor instanceof Actor.Member member && ChangingPaper.reads(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
