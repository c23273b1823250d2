package cn.lianxin.textcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of words and names, its keeping, and a place to try what it finds in a sentence. */
@Controller
@RequestMapping("/newsroom/words")
class WordsController {

    private static final int CHANGES = 20;
    private static final int LONGEST_TRIAL = 500;

    private record Looked(String words, String after) {}

    private final Terms terms;
    private final KeepingWords keeping;
    private final TextChecks checks;
    private final Clock clock;

    WordsController(Terms terms, KeepingWords keeping, TextChecks checks, Clock clock) {
        this.terms = terms;
        this.keeping = keeping;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "WORD") Term.Kind kind,
            @RequestParam(defaultValue = "") String looked,
            @RequestParam(defaultValue = "") String trial,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        return page(KeepingWords.Typed.empty(kind), new Looked(looked, after), trial, Faults.none(), actor);
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "WORD") Term.Kind kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "CONFIRM") Level level,
            @RequestParam(defaultValue = "") String advice,
            @RequestParam(defaultValue = "") String exceptions,
            @RequestParam(defaultValue = "") String titles,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var typed = new KeepingWords.Typed(kind, words, level, advice, exceptions, titles, place, reason);
        return step(typed, actor, member -> keeping.add(typed, member));
    }

    @PostMapping("/{term:[0-9]{1,18}}/end")
    ModelAndView end(
            @PathVariable long term,
            @RequestParam(defaultValue = "WORD") Term.Kind kind,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return step(KeepingWords.Typed.empty(kind), actor, member -> keeping.end(term, reason, member));
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(KeepingWords.Typed typed, Actor actor, Step step) {
        var member = reader(actor);
        try {
            step.by(member);
            return LocalAddress.seeOther("/newsroom/words?kind=" + typed.kind());
        } catch (Refusal.Violation violation) {
            var page = page(typed, new Looked("", ""), "", Faults.of(violation), member);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(KeepingWords.Typed typed, Looked looked, String trial, Faults faults, Actor actor) {
        var member = reader(actor);
        var tried = PlainText.line(trial);
        var sentence = tried.length() <= LONGEST_TRIAL ? tried : tried.substring(0, LONGEST_TRIAL);
        var found = sentence.isEmpty()
                ? List.<TextChecks.Judged>of()
                : checks.look(new CheckedText(
                        0, 0, LocalDate.ofInstant(clock.instant(), Screen.ZONE), Map.of("text", sentence)));
        return new ModelAndView("textcheck/words")
                .addObject("terms", terms.page(typed.kind(), PlainText.line(looked.words()), looked.after()))
                .addObject("looked", PlainText.line(looked.words()))
                .addObject("trial", sentence)
                .addObject("found", found)
                .addObject("changes", terms.changes(CHANGES))
                .addObject("keeps", KeepingWords.keeps(member))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private static Actor.Member reader(Actor actor) {
        if (actor instanceof Actor.Member member && KeepingWords.reads(member)) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
