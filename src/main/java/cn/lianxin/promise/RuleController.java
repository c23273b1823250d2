package cn.lianxin.promise;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.calendar.ShiftRosters;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The rules that promises are made by: everybody who signed in reads them, administrators keep them. */
@Controller
class RuleController {

    private final KeepingRules keeping;
    private final ShiftRosters rosters;
    private final Matters matters;

    RuleController(KeepingRules keeping, ShiftRosters rosters, Matters matters) {
        this.keeping = keeping;
        this.rosters = rosters;
        this.matters = matters;
    }

    @GetMapping("/rules")
    ModelAndView show(Actor actor) {
        return page(actor, Optional.empty(), Faults.none(), Map.of());
    }

    /** Reads a list and shows what it would do. */
    @PostMapping("/rules/preview")
    ModelAndView preview(@RequestParam @Nullable MultipartFile file, Actor actor) {
        mustKeep(actor);
        try {
            var list = keeping.preview(UploadedRows.of(file, KeepingRules::rowsOf), actor);
            return looked(actor, list);
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, Optional.empty(), Faults.of(violation), Map.of()));
        }
    }

    /** Takes the list that was looked at; it is looked at once more, for the day may have changed. */
    @PostMapping("/rules/packs")
    ModelAndView take(@RequestParam(defaultValue = "") String list, Actor actor) {
        mustKeep(actor);
        try {
            var taken = keeping.take(RuleList.rowsOf(list), actor);
            return taken.isFaulty() ? looked(actor, taken) : LocalAddress.seeOther("/rules#not-in-force");
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, Optional.empty(), Faults.of(violation), Map.of()));
        }
    }

    @PostMapping("/rules/switches")
    ModelAndView decide(@RequestParam Map<String, String> typed, Actor actor) {
        return kept(
                actor,
                typed,
                "/rules#switches",
                () -> keeping.decide(
                        typed.getOrDefault("pack", ""),
                        typed.getOrDefault("matter", ""),
                        typed.getOrDefault("grade", ""),
                        typed.getOrDefault("on", "").equals("true"),
                        typed.getOrDefault("from", ""),
                        actor));
    }

    @PostMapping("/rules/rosters")
    ModelAndView giveRoster(@RequestParam Map<String, String> typed, Actor actor) {
        return kept(
                actor,
                typed,
                "/rules#rosters",
                () -> keeping.giveRoster(
                        typed.getOrDefault("unit", ""),
                        typed.getOrDefault("roster", ""),
                        typed.getOrDefault("crew", ""),
                        typed.getOrDefault("rosterFrom", ""),
                        actor));
    }

    private ModelAndView kept(Actor actor, Map<String, String> typed, String address, Runnable keep) {
        mustKeep(actor);
        try {
            keep.run();
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, Optional.empty(), Faults.of(violation), typed));
        }
        return LocalAddress.seeOther(address);
    }

    private ModelAndView looked(Actor actor, RuleList list) {
        var faults = list.isFaulty() ? Faults.none().add("file", "rules-refused") : Faults.none();
        var page = page(actor, Optional.of(list), faults, Map.of());
        return list.isFaulty() ? invalid(page) : page;
    }

    private ModelAndView page(Actor actor, Optional<RuleList> preview, Faults faults, Map<String, String> typed) {
        return new ModelAndView("promise/rules")
                .addObject(
                        "page",
                        new RulePage(
                                keeping.book(),
                                keeping.today(),
                                keeping.unitRosters(),
                                rosters.names(),
                                matters.all().stream().collect(Collectors.toMap(Matter::code, Function.identity())),
                                KeepingRules.keepsRules(actor),
                                preview,
                                faults,
                                typed));
    }

    private static void mustKeep(Actor actor) {
        if (!KeepingRules.keepsRules(actor)) {
            throw new Refusal.NotFound();
        }
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
