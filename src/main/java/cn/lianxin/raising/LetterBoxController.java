package cn.lianxin.raising;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.promise.Matters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The monthly opening of a letter box: ten letters on one page, one sheet to sign. */
@Controller
class LetterBoxController {

    private static final int LETTERS = 10;

    private final OpeningLetterBoxes opening;
    private final Drafts drafts;
    private final Matters matters;
    private final Directory directory;

    LetterBoxController(OpeningLetterBoxes opening, Drafts drafts, Matters matters, Directory directory) {
        this.opening = opening;
        this.drafts = drafts;
        this.matters = matters;
        this.directory = directory;
    }

    @GetMapping("/desk/letter-box")
    ModelAndView form(Actor actor) {
        mustBeClerk(actor);
        var letters = Stream.generate(() -> new Letter(drafts.newToken(), "", "M6", ""))
                .limit(LETTERS)
                .toList();
        return page("", "", 0, letters, Faults.none());
    }

    @PostMapping("/desk/letter-box")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String witness,
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor) {
        mustBeClerk(actor);
        var letters = letters(form);
        try {
            var raised = opening.enter(box, witness, new UnitId(unit), letters, actor);
            return new ModelAndView("raising/letter-box-opened", HttpStatus.CREATED)
                    .addObject("box", box)
                    .addObject("witness", witness)
                    .addObject("unit", directory.unit(new UnitId(unit)).name())
                    .addObject("raised", raised)
                    .addObject(
                            "letters", letters.stream().filter(Letter::written).toList());
        } catch (Refusal.Violation violation) {
            var page = page(box, witness, unit, letters, Faults.of(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /**
     * A form that does not carry the same fields for each letter is none of ours. Read from the form itself, because a list
     * among the parameters would be cut at the commas of a letter.
     */
    private static List<Letter> letters(MultiValueMap<String, String> form) {
        var tokens = form.getOrDefault("token", List.of());
        var numbers = form.getOrDefault("staffNumber", List.of());
        var matters = form.getOrDefault("matter", List.of());
        var texts = form.getOrDefault("letter", List.of());
        if (tokens.size() > LETTERS
                || numbers.size() != tokens.size()
                || matters.size() != tokens.size()
                || texts.size() != tokens.size()
                || !tokens.stream().allMatch(Drafts::isToken)) {
            throw new Refusal.NotFound();
        }
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> new Letter(tokens.get(i), numbers.get(i), matters.get(i), texts.get(i)))
                .toList();
    }

    private ModelAndView page(String box, String witness, long unit, List<Letter> letters, Faults faults) {
        return new ModelAndView("raising/letter-box")
                .addObject("box", box)
                .addObject("witness", witness)
                .addObject("unit", unit)
                .addObject("letters", letters)
                .addObject("matters", matters.all())
                .addObject("mines", directory.mines())
                .addObject("faults", faults);
    }

    private static void mustBeClerk(Actor actor) {
        if (!actor.is(Role.DESK_OFFICER)) {
            throw new Refusal.NotFound();
        }
    }
}
