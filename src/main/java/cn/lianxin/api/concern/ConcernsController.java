package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.CONCERNS;
import static cn.lianxin.application.ApplicationScope.RECEIPTS;
import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.PageCursor;
import cn.lianxin.api.document.Rows;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.casework.Routing;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.Cursor;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own concerns, and any one that the caller may see. */
@RestController
@RequestMapping("/api/v1/concerns")
class ConcernsController {

    /** Where a list goes on. */
    record From(Optional<String> after) {}

    /** A unit that may lead, by the code that is sent. */
    record UnitToChoose(String code, String name) {}

    /**
     * What there is to choose from for whoever routes; empty for everybody else.
     *
     * @param suggestedLead its code, by the table of responsibility
     */
    record Choices(
            List<UnitToChoose> units,
            Optional<String> suggestedLead,
            List<String> suggestedMatters,
            List<String> matters) {}

    private final ConcernLists lists;
    private final ReadingConcerns reading;
    private final Routing routing;
    private final Directory directory;
    private final Screens screens;

    ConcernsController(
            ConcernLists lists, ReadingConcerns reading, Routing routing, Directory directory, Screens screens) {
        this.lists = lists;
        this.reading = reading;
        this.routing = routing;
        this.directory = directory;
        this.screens = screens;
    }

    @GetMapping
    @Operation(Topic.SPEAKING)
    @RequiresScope({CONCERNS, RECEIPTS})
    Rows<ConcernItem> listOwnConcerns(
            @FromQuery From from, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        var page = lists.own(PageCursor.read(from.after(), Cursor::parse), actor);
        var screen = screens.of(request);
        return Rows.of(page, row -> ConcernItem.of(row, true, screen), request, response);
    }

    @GetMapping("/{number}")
    @Operation(Topic.CONCERNS)
    @RequiresScope({CONCERNS, WORK, RECEIPTS})
    OneConcern showConcern(
            @PathVariable String number, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        var file = reading.open(Moves.number(number), Door.INTERFACE, actor);
        response.setHeader(HttpHeaders.ETAG, Moves.tag(file.version()));
        return OneConcern.of(file, screens.of(request));
    }

    @GetMapping("/{number}/choices")
    @Operation(Topic.DESK)
    @RequiresScope(WORK)
    Choices listChoices(@PathVariable String number, Actor actor) {
        var forms = routing.formsFor(reading.open(Moves.number(number), Door.INTERFACE, actor), actor);
        return new Choices(
                forms.units().stream()
                        .map(choice ->
                                new UnitToChoose(directory.unit(choice.id()).code(), choice.name()))
                        .toList(),
                forms.suggestedLead().map(unit -> directory.unit(unit).code()),
                forms.suggestedMatters().stream().map(matter -> matter.code()).toList(),
                forms.matters().stream().map(matter -> matter.code()).toList());
    }
}
