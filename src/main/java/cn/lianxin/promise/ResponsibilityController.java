package cn.lianxin.promise;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The table of who answers for what, and its gaps, for administrators. */
@Controller
class ResponsibilityController {

    private static final int CELLS = 4;

    private final KeepingResponsibility keeping;
    private final Matters matters;
    private final Directory directory;
    private final Authority authority;

    ResponsibilityController(KeepingResponsibility keeping, Matters matters, Directory directory, Authority authority) {
        this.keeping = keeping;
        this.matters = matters;
        this.directory = directory;
        this.authority = authority;
    }

    @GetMapping("/responsibility")
    ModelAndView show(@RequestParam Map<String, String> narrowing, Actor actor) {
        KeepingResponsibility.mustKeep(actor);
        return page(actor, narrowing, List.of(), Faults.none(), Map.of());
    }

    @PostMapping("/responsibility/preview")
    ModelAndView preview(@RequestParam @Nullable MultipartFile file, Actor actor) {
        KeepingResponsibility.mustKeep(actor);
        try {
            return looked(actor, keeping.preview(UploadedRows.of(file, ListedEntry::rowsOf), actor));
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, Map.of(), List.of(), Faults.of(violation), Map.of()));
        }
    }

    @PostMapping("/responsibility/table")
    ModelAndView take(@RequestParam(defaultValue = "") String list, Actor actor) {
        KeepingResponsibility.mustKeep(actor);
        try {
            var taken = keeping.take(rowsOf(list), actor);
            return taken.stream().anyMatch(ListedEntry::isFaulty)
                    ? looked(actor, taken)
                    : LocalAddress.seeOther("/responsibility#table");
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, Map.of(), List.of(), Faults.of(violation), Map.of()));
        }
    }

    @PostMapping("/responsibility/entries")
    ModelAndView assign(@RequestParam Map<String, String> typed, Actor actor) {
        KeepingResponsibility.mustKeep(actor);
        try {
            keeping.assign(
                    typed.getOrDefault("matter", ""),
                    typed.getOrDefault("unit", ""),
                    typed.getOrDefault("lead", ""),
                    typed.getOrDefault("from", ""),
                    actor);
        } catch (Refusal.Violation violation) {
            return invalid(page(actor, Map.of(), List.of(), Faults.of(violation), typed));
        }
        return LocalAddress.seeOther("/responsibility#table");
    }

    private ModelAndView looked(Actor actor, List<ListedEntry> listed) {
        var faulty = listed.stream().anyMatch(ListedEntry::isFaulty);
        var faults = faulty ? Faults.none().add("file", "responsibility-refused") : Faults.none();
        var page = page(actor, Map.of(), listed, faults, Map.of());
        return faulty ? invalid(page) : page;
    }

    private ModelAndView page(
            Actor actor,
            Map<String, String> narrowing,
            List<ListedEntry> preview,
            Faults faults,
            Map<String, String> typed) {
        var unit = unit(narrowing.getOrDefault("unit", ""), actor);
        var matter = narrowing.getOrDefault("matter", "");
        return new ModelAndView("promise/responsibility")
                .addObject(
                        "page",
                        new ResponsibilityPage(
                                unit,
                                matter,
                                keeping.today(),
                                keeping.gaps(unit.id()),
                                keeping.entries(unit.id(), matter),
                                matters.all(),
                                preview,
                                faults,
                                typed));
    }

    /** The one that was asked for if it is within his reach, else the highest of his own. */
    private UnitCard unit(String code, Actor actor) {
        return directory
                .unitByCode(code.strip())
                .filter(card -> authority.reach(actor).test(card.id()))
                .orElseGet(() -> directory.unit(actor.unitsAs(Role.ADMINISTRATOR).stream()
                        .min(java.util.Comparator.<UnitId>comparingInt(
                                        id -> directory.upwards(id).size())
                                .thenComparingLong(UnitId::value))
                        .orElseThrow(Refusal.NotFound::new)));
    }

    private static List<Row> rowsOf(String text) {
        var rows = new ArrayList<Row>();
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            var cells = List.of(line.split("\t", -1));
            if (cells.size() != CELLS + 1 || !cells.getFirst().matches("[0-9]{1,7}")) {
                throw new Refusal.Violation("file", "responsibility-empty");
            }
            rows.add(new Row(Integer.parseInt(cells.getFirst()), cells.subList(1, cells.size())));
        }
        return rows;
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
