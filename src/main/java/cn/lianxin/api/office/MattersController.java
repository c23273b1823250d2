package cn.lianxin.api.office;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION_READ;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.SELF;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a concern can be about, and where. */
@RestController
@RequestMapping("/api/v1")
class MattersController {

    private static final int SUGGESTIONS = 3;

    record MatterItem(String code, String name, String area, Grade grade) {}

    record MatterItems(List<MatterItem> items) {}

    record WordsOfConcern(@Size(min = 1, max = 1_000) String words) {}

    record MineItem(String code, String name, UnitKind kind) {}

    record MineItems(List<MineItem> items) {}

    private final Matters matters;
    private final Directory directory;

    MattersController(Matters matters, Directory directory) {
        this.matters = matters;
        this.directory = directory;
    }

    @GetMapping("/matters")
    @Operation(Topic.OFFICE)
    @RequiresScope({CONCERNS, WORK, SELF, ORGANIZATION_READ, ORGANIZATION, RECEIPTS})
    MatterItems listMatters(Locale language) {
        return new MatterItems(
                matters.all().stream().map(matter -> item(matter, language)).toList());
    }

    @GetMapping("/matters/suggestions")
    @Operation(Topic.OFFICE)
    @RequiresScope({CONCERNS, WORK, SELF, ORGANIZATION_READ, ORGANIZATION, RECEIPTS})
    MatterItems suggestMatters(@FromQuery WordsOfConcern asked, Locale language) {
        return new MatterItems(matters.suggest(asked.words(), SUGGESTIONS).stream()
                .map(suggestion -> item(suggestion.matter(), language))
                .toList());
    }

    @GetMapping("/mines")
    @Operation(Topic.OFFICE)
    @RequiresScope({CONCERNS, WORK, SELF, ORGANIZATION_READ, ORGANIZATION, RECEIPTS})
    MineItems listMines() {
        return new MineItems(directory.mines().stream()
                .map(mine -> new MineItem(mine.code(), mine.name(), mine.kind()))
                .toList());
    }

    private static MatterItem item(Matter matter, Locale language) {
        var chinese = language.getLanguage().equals("zh");
        return new MatterItem(matter.code(), matter.name(chinese), matter.areaName(chinese), matter.grade());
    }
}
