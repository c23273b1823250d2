package cn.lianxin.report;

import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** A mine of its own whose concerns run their course. */
final class Bureau {

    final Mine mine;
    private final Village village;
    private final RaisingConcerns raising;
    private final HandlingConcerns handling;

    Bureau(ApplicationContext context) {
        this.village = context.getBean(Village.class);
        this.mine = new Mine(village);
        this.raising = context.getBean(RaisingConcerns.class);
        this.handling = context.getBean(HandlingConcerns.class);
    }

    List<ConcernNumber> raised(int howMany, String matter, UnitId lead) {
        return raised(howMany, matter, lead, Reporter.Mode.NAMED);
    }

    List<ConcernNumber> raised(int howMany, String matter, UnitId lead, Reporter.Mode mode) {
        var numbers = new ArrayList<ConcernNumber>();
        for (var place = 0; place < howMany; place++) {
            var number = raising.raise(Mine.concern(matter, mode), Mine.token(), mine.worker)
                    .number();
            handling.acceptAndAssign(number, matter, lead, Set.of(), "", mine.desk);
            numbers.add(number);
        }
        return numbers;
    }

    /** Each by somebody else who works in the unit. */
    void raisedByAsMany(int howMany, UnitId unit) {
        for (var place = 0; place < howMany; place++) {
            var worker = new Actor.Member(village.worker(unit), "工", List.of());
            raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), worker);
        }
    }

    void answered(List<ConcernNumber> numbers) {
        for (var number : numbers) {
            handling.acknowledge(number, "", mine.handler);
            handling.reply(number, Mine.reply(), mine.handler);
        }
    }

    /** A month later, when nobody has said anything against it. */
    void concluded(List<ConcernNumber> numbers) {
        TestClock.forward(Duration.ofDays(31));
        numbers.forEach(number -> handling.conclude(number, mine.desk));
    }

    /** Until five past eight on Monday; the week that is over then. */
    static Period weekIsOver() {
        var today = LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var morning = monday.atTime(8, 5).atZone(Screen.ZONE).toInstant();
        TestClock.forward(Duration.between(TestClock.now(), morning));
        return Period.around(ReportKind.WEEK, today);
    }
}
