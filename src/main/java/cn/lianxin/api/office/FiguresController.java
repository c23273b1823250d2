package cn.lianxin.api.office;

import static cn.lianxin.application.ApplicationScope.BOARD;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.RequestFault;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.ConcernFigures;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of a unit by its parts, each of which leads to its rows by the list of cases. */
@RestController
@RequestMapping("/api/v1/figures")
class FiguresController {

    private static final int MOST_MATTERS = 5;

    record UnitAsked(String unit) {}

    record LoadItem(String unit, long open, long late, long soon) {}

    record ReplyItem(String unit, long replies, double medianDays) {}

    /** @param before in the 28 days before these */
    record RiseItem(String matter, long recent, long before) {}

    /**
     * @param load by the unit that owns it
     * @param replies of the last ninety days, by the unit that leads
     */
    record Figures(List<LoadItem> load, List<ReplyItem> replies, List<RiseItem> rising) {}

    private final ConcernFigures figures;
    private final Directory directory;

    FiguresController(ConcernFigures figures, Directory directory) {
        this.figures = figures;
        this.directory = directory;
    }

    @GetMapping
    @Operation(Topic.OFFICE)
    @RequiresScope(BOARD)
    Figures showFigures(@FromQuery UnitAsked asked, Actor actor) {
        var unit = directory
                .unitByCode(asked.unit())
                .map(UnitCard::id)
                .orElseThrow(() -> RequestFault.parameter("unit", "parameter-unit"));
        return new Figures(
                figures.load(unit, actor).stream()
                        .map(load -> new LoadItem(code(load.part()), load.open(), load.late(), load.soon()))
                        .toList(),
                figures.replies(unit, actor).stream()
                        .map(reply -> new ReplyItem(code(reply.part()), reply.replies(), reply.medianDays()))
                        .toList(),
                figures.rising(unit, MOST_MATTERS, actor).stream()
                        .map(rise -> new RiseItem(rise.matter(), rise.recent(), rise.before()))
                        .toList());
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }
}
