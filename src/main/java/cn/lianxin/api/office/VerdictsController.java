package cn.lianxin.api.office;

import static cn.lianxin.application.ApplicationScope.BOARD;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.RequestFault;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.organization.Directory;
import cn.lianxin.verdict.PublishedVerdicts;
import cn.lianxin.verdict.UnitVerdicts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was published of the workers' verdicts: whole batches, never one of them. */
@RestController
@RequestMapping("/api/v1/verdicts")
class VerdictsController {

    record UnitAsked(String unit) {}

    /** @param answers that could have been judged by then; those beyond {@code rated} have no published verdict */
    record VerdictsItem(
            String unit,
            int answers,
            int rated,
            int solved,
            int partly,
            int notSolved,
            int satisfied,
            int fairly,
            int notSatisfied) {}

    /** @param items the unit itself with what was rolled up to it, and each part with all below it */
    record Published(List<VerdictsItem> items) {}

    private final PublishedVerdicts published;
    private final Directory directory;

    VerdictsController(PublishedVerdicts published, Directory directory) {
        this.published = published;
        this.directory = directory;
    }

    @GetMapping
    @Operation(Topic.OFFICE)
    @RequiresScope(BOARD)
    Published listVerdicts(@FromQuery UnitAsked asked) {
        var unit =
                directory.unitByCode(asked.unit()).orElseThrow(() -> RequestFault.parameter("unit", "parameter-unit"));
        return new Published(
                published.byPart(unit.id()).stream().map(this::item).toList());
    }

    private VerdictsItem item(UnitVerdicts line) {
        return new VerdictsItem(
                directory.unit(line.unit()).code(),
                line.answers(),
                line.rated(),
                line.solved(),
                line.partly(),
                line.notSolved(),
                line.satisfied(),
                line.fairly(),
                line.notSatisfied());
    }
}
