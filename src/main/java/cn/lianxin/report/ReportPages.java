package cn.lianxin.report;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the list of reports with its forms. */
@Component
class ReportPages {

    private static final int WEEKS = 8;
    private static final int MONTHS = 12;
    private static final int YEARS = 3;

    private final ReadingReports reading;
    private final Readers readers;
    private final Subscriptions subscriptions;
    private final Directory directory;
    private final Clock clock;

    ReportPages(
            ReadingReports reading, Readers readers, Subscriptions subscriptions, Directory directory, Clock clock) {
        this.reading = reading;
        this.readers = readers;
        this.subscriptions = subscriptions;
        this.directory = directory;
        this.clock = clock;
    }

    ModelAndView list(Optional<ReportKind> kind, ReportForm form, Faults faults, Actor.Member actor) {
        var rows = reading.list(kind, actor).stream()
                .map(issue -> new ReportsPage.Row(issue, readers.readsAll(issue, actor)))
                .toList();
        var own = subscriptions.of(actor.person());
        var units = units(actor);
        var names = directory.unitNames(Stream.concat(
                        rows.stream().map(row -> row.issue().unit()),
                        own.stream().map(Subscription::unit))
                .distinct()
                .toList());
        return new ModelAndView("report/reports")
                .addObject("reports", new ReportsPage(rows, names, units, periods(), own, kind))
                .addObject("form", form)
                .addObject("faults", faults);
    }

    ReportForm empty(Actor actor) {
        return ReportForm.empty(
                Readers.unitsOf(actor).stream().findFirst().map(UnitId::value).orElse(0L));
    }

    /** His units and those right below them. */
    private List<UnitCard> units(Actor actor) {
        return Readers.unitsOf(actor).stream()
                .flatMap(unit -> Stream.concat(Stream.of(directory.unit(unit)), directory.children(unit).stream()))
                .distinct()
                .toList();
    }

    private List<Period> periods() {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        return Stream.of(
                        Period.over(ReportKind.WEEK, today, WEEKS),
                        Period.over(ReportKind.MONTH, today, MONTHS),
                        Period.over(ReportKind.YEAR, today, YEARS))
                .flatMap(List::stream)
                .toList();
    }
}
