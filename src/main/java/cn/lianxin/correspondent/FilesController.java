package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The files: for those who keep them, and each for whose it is. */
@Controller
@RequestMapping("/correspondents/files")
class FilesController {

    private static final int SHOWN = 500;
    private static final String PERSON = "/{person:[0-9]{1,18}}";

    private final Files files;
    private final KeepingFiles keeping;
    private final Certificates certificates;
    private final MessageSource messages;
    private final Clock clock;

    FilesController(Files files, KeepingFiles keeping, Certificates certificates, MessageSource messages, Clock clock) {
        this.files = files;
        this.keeping = keeping;
        this.certificates = certificates;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return list(Map.of(), Faults.none(), Keepers.keeper(actor));
    }

    @PostMapping
    ModelAndView begin(@RequestParam Map<String, String> typed, Actor actor) {
        var by = Keepers.keeper(actor);
        try {
            var person = keeping.begin(at(typed, "staff-number"), at(typed, "since"), by);
            return LocalAddress.seeOther("/correspondents/files/" + person.value());
        } catch (Refusal.Violation violation) {
            return unprocessable(list(typed, Faults.of(violation), by));
        }
    }

    @GetMapping(PERSON)
    ModelAndView show(@PathVariable long person, Actor actor) {
        return show(person, Map.of(), Faults.none(), Keepers.member(actor));
    }

    @PostMapping(PERSON + "/end")
    ModelAndView end(@PathVariable long person, @RequestParam Map<String, String> typed, Actor actor) {
        return step(person, typed, actor, by -> keeping.endOrGoOn(person, at(typed, "until"), by));
    }

    @PostMapping(PERSON + "/entries")
    ModelAndView enter(@PathVariable long person, @RequestParam Map<String, String> typed, Actor actor) {
        return step(
                person,
                typed,
                actor,
                by -> keeping.enter(person, at(typed, "kind"), at(typed, "day"), at(typed, "words"), by));
    }

    @PostMapping(PERSON + "/entries/{entry:[0-9]{1,18}}/striking")
    ModelAndView strike(
            @PathVariable long person, @PathVariable long entry, @RequestParam Map<String, String> typed, Actor actor) {
        return step(person, typed, actor, by -> keeping.strike(person, entry, at(typed, "because"), by));
    }

    @GetMapping(PERSON + "/certificate.pdf")
    ResponseEntity<byte[]> certificate(
            @PathVariable long person, @RequestParam(defaultValue = "") String period, Locale language, Actor actor) {
        var file = files.get(person, Keepers.member(actor));
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        var certificate = certificates.of(file, Period.of(period, today), today);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(
                                        file.name() + " " + certificate.period().key() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(certificates.paper(certificate, today, new Words(messages, language)));
    }

    private interface Step {
        void by(Actor.Member member);
    }

    private ModelAndView step(long person, Map<String, String> typed, Actor actor, Step step) {
        var by = Keepers.keeper(actor);
        try {
            step.by(by);
            return LocalAddress.seeOther("/correspondents/files/" + person);
        } catch (Refusal.Violation violation) {
            return unprocessable(show(person, typed, Faults.of(violation), by));
        }
    }

    private ModelAndView list(Map<String, String> typed, Faults faults, Actor.Member by) {
        return new ModelAndView("correspondent/files")
                .addObject("files", files.keptBy(by, SHOWN))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private ModelAndView show(long person, Map<String, String> typed, Faults faults, Actor.Member by) {
        var file = files.get(person, by);
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        return new ModelAndView("correspondent/file")
                .addObject("file", file)
                .addObject("entries", files.entries(file.person()))
                .addObject("pasts", files.pasts(file.person()))
                .addObject(
                        "periods",
                        Period.offered(today).filter(one -> one.isOver(today)).toList())
                .addObject("keeps", Keepers.keeps(by) && files.mayBeKept(file.person(), by))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    private static ModelAndView unprocessable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static String at(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }
}
