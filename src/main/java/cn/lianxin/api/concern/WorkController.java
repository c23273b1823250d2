package cn.lianxin.api.concern;

import static cn.lianxin.application.ApplicationScope.WORK;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.PageCursor;
import cn.lianxin.api.document.Rows;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernQueue;
import cn.lianxin.concern.Cursor;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.web.Screens;
import cn.lianxin.search.FindingConcerns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists of work, and everything else of others that the caller may see. */
@RestController
@RequestMapping("/api/v1")
class WorkController {

    /** @param queue as it stands in addresses, {@code to-acknowledge} */
    record QueueLength(String queue, long concerns) {}

    record QueueLengths(List<QueueLength> queues) {}

    private final ConcernLists lists;
    private final FindingConcerns finding;
    private final Narrowings narrowings;
    private final Screens screens;

    WorkController(ConcernLists lists, FindingConcerns finding, Narrowings narrowings, Screens screens) {
        this.lists = lists;
        this.finding = finding;
        this.narrowings = narrowings;
        this.screens = screens;
    }

    @GetMapping("/work")
    @Operation(Topic.CONCERNS)
    @RequiresScope(WORK)
    QueueLengths countWork(Actor actor) {
        var counts = lists.counts(Arrays.asList(ConcernQueue.values()), ConcernFilter.none(), actor);
        return new QueueLengths(Arrays.stream(ConcernQueue.values())
                .map(queue -> new QueueLength(queue.slug(), counts.getOrDefault(queue, 0L)))
                .toList());
    }

    @GetMapping("/work/{queue}")
    @Operation(Topic.CONCERNS)
    @RequiresScope(WORK)
    Rows<ConcernItem> listWork(
            @PathVariable String queue,
            @FromQuery Narrowing narrowing,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor) {
        var asked = ConcernQueue.of(queue).orElseThrow(Refusal.NotFound::new);
        var after = PageCursor.read(narrowing.after(), Cursor::parse);
        var page = lists.queue(asked, narrowings.filter(narrowing), after, Door.INTERFACE_LIST, actor);
        var screen = screens.of(request);
        return Rows.of(page, row -> ConcernItem.of(row, false, screen), request, response);
    }

    @GetMapping("/cases")
    @Operation(Topic.CONCERNS)
    @RequiresScope(WORK)
    Rows<ConcernItem> listCases(
            @FromQuery Narrowing narrowing, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        var after = PageCursor.read(narrowing.after(), Cursor::parse);
        var page = lists.behind(narrowings.filter(narrowing), after, Door.INTERFACE_LIST, actor);
        var screen = screens.of(request);
        return Rows.of(page, row -> ConcernItem.of(row, false, screen), request, response);
    }

    @GetMapping("/search")
    @Operation(Topic.CONCERNS)
    @RequiresScope(WORK)
    Rows<ConcernItem> searchConcerns(
            @FromQuery SearchWords search, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        var after = PageCursor.read(search.after(), FindingConcerns::place);
        var page = finding.find(search.words(), after, Door.INTERFACE_LIST, actor);
        var screen = screens.of(request);
        return Rows.of(page, row -> ConcernItem.of(row, false, screen), request, response);
    }
}
