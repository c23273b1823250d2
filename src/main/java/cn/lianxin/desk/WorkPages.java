package cn.lianxin.desk;

import cn.lianxin.casework.CaseFrame;
import cn.lianxin.casework.Routing;
import cn.lianxin.casework.Typed;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernQueue;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.concern.Cursor;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.promise.Matters;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts a list and a case side by side. */
@Component
class WorkPages implements CaseFrame {

    static final String BEHIND_A_FIGURE = "/board/rows";

    private final ConcernLists lists;
    private final ReadingConcerns reading;
    private final Routing routing;
    private final Matters matters;
    private final Headings headings;

    WorkPages(ConcernLists lists, ReadingConcerns reading, Routing routing, Matters matters, Headings headings) {
        this.lists = lists;
        this.reading = reading;
        this.routing = routing;
        this.matters = matters;
        this.headings = headings;
    }

    /** What is not for the actor is not there. */
    ModelAndView page(Listing listing, Actor actor) {
        return page(listing, Faults.none(), Typed.nothing(), actor);
    }

    @Override
    public Optional<ModelAndView> around(ConcernNumber number, String back, Faults faults, Typed typed, Actor actor) {
        var listing = Listing.of(back);
        return Workbench.at(listing.path()).isPresent() || listing.path().equals(BEHIND_A_FIGURE)
                ? Optional.of(page(listing.open(number.toString()), faults, typed, actor))
                : Optional.empty();
    }

    private ModelAndView page(Listing listing, Faults faults, Typed typed, Actor actor) {
        var work = Workbench.at(listing.path())
                .map(bench -> queue(bench, listing, actor))
                .orElseGet(() -> behindAFigure(listing, actor));
        if (work.opened().filter(opened -> opened.file().mine()).isPresent()) {
            return new ModelAndView("redirect:/concerns/" + listing.number(), HttpStatus.SEE_OTHER);
        }
        return new ModelAndView("desk/work")
                .addObject("work", work)
                .addObject("heading", headings.of(listing))
                .addObject("matters", matters)
                .addObject("faults", faults)
                .addObject("typed", typed);
    }

    private WorkPage queue(Workbench bench, Listing listing, Actor actor) {
        if (!bench.isFor(actor)) {
            throw new Refusal.NotFound();
        }
        var filter = Narrowing.filter(listing.narrowing());
        var after = Cursor.parse(listing.after());
        var queue = bench.queue(slug(bench, listing.path()));
        var counts = lists.counts(bench.queues(), filter, actor);
        var tabs = bench.queues().stream()
                .map(one -> tab(bench, one, listing, counts.getOrDefault(one, 0L), queue))
                .toList();
        var rows = listing.searches()
                ? lists.search(listing.words(), filter, after, Door.SEARCH, actor)
                : lists.queue(queue, filter, after, Door.LIST, actor);
        return page(Optional.of(bench), listing, tabs, rows, actor);
    }

    private WorkPage behindAFigure(Listing listing, Actor actor) {
        if (!Board.isFor(actor)) {
            throw new Refusal.NotFound();
        }
        var filter = Narrowing.filter(listing.narrowing());
        var after = Cursor.parse(listing.after());
        var rows = listing.searches()
                ? lists.search(listing.words(), filter, after, Door.SEARCH, actor)
                : lists.behind(filter, after, Door.LIST, actor);
        return page(Optional.empty(), listing, List.of(), rows, actor);
    }

    private WorkPage page(
            Optional<Workbench> bench, Listing listing, List<WorkPage.Tab> tabs, Page<ConcernRow> rows, Actor actor) {
        var numbers = rows.rows().stream().map(ConcernRow::number).toList();
        var left = !listing.then().isEmpty() && !numbers.contains(listing.number());
        var chosen = left ? listing.then() : listing.number();
        var opened = left && !numbers.contains(chosen)
                ? Optional.<WorkPage.Opened>empty()
                : ConcernNumber.parse(chosen).map(number -> open(number, listing, numbers, actor));
        var leftNumber = left ? ConcernNumber.parse(listing.number()) : Optional.<ConcernNumber>empty();
        return new WorkPage(bench, listing, tabs, rows, opened, leftNumber.map(ConcernNumber::toString));
    }

    private WorkPage.Opened open(ConcernNumber number, Listing listing, List<String> numbers, Actor actor) {
        var file = reading.open(number, Door.PAGE, actor);
        var back = listing.open(number.toString()).thenTo(next(number.toString(), numbers));
        return new WorkPage.Opened(file, routing.pageFor(file, actor), back.address());
    }

    /** The row below, or the one above the last; the case itself where it is the only one. */
    private static String next(String number, List<String> numbers) {
        var below = numbers.indexOf(number) + 1;
        if (numbers.isEmpty()) {
            return number;
        }
        return numbers.get(below < numbers.size() ? below : Math.max(0, below - 2));
    }

    private static WorkPage.Tab tab(
            Workbench bench, ConcernQueue queue, Listing listing, long count, ConcernQueue current) {
        var address = listing.atPath(bench.path(queue)).address();
        return new WorkPage.Tab(queue, address, count, queue == current && !listing.searches());
    }

    private static Optional<String> slug(Workbench bench, String path) {
        return path.length() > bench.path().length()
                ? Optional.of(path.substring(bench.path().length() + 1))
                : Optional.empty();
    }
}
