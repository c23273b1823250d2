package cn.lianxin.demo;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernsInTime;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.knowledge.QuestionsInTime;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.problem.ProblemsInTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What small things come to, at the first mine: a problem that was put right and is being watched, two answers that all may
 * read, and some who have said the same in other words since last week and nobody has noticed it yet.
 */
@Component
class Foreseeing {

    private static final Logger LOG = LoggerFactory.getLogger(Foreseeing.class);

    static final int CONCERNS = 10;

    private static final List<String> LEAKS = List.of(
            "井口候车棚漏雨，下雨天等罐的人没处站。", "副井口等罐那个棚子一下雨就漏，衣服还没下井先湿了。", "候罐棚顶上的瓦掉了好几块，漏雨，冬天还灌风。", "井口等罐的地方漏得厉害，地上结了冰，有人滑倒。");

    private static final List<String> BUCKLES =
            List.of("新发的自救器卡扣扣不住，走着走着就掉下来。", "这批自救器的背带扣是坏的，一弯腰就开。", "自救器挂不住腰，卡扣太松，下井掉了两回。", "换的新自救器扣子不行，用绳子绑着才敢走。");

    private static final Reply SHELTER = new Reply(
            "修好候车棚，下雨下雪有地方等罐", "棚顶石棉瓦老化，破了九块，排水沟堵了", "棚顶已换彩钢瓦，排水沟已清", "《地面生产设施管理办法》第十二条", Reply.Outcome.SUPPORT);

    private record Asked(String words, Reply reply, String question, String answer) {}

    private static final List<Asked> ASKED = List.of(
            new Asked(
                    "夜班下来澡堂还有没有热水？有时候去晚了水就凉了。",
                    new Reply(
                            "夜班升井以后有热水", "锅炉早六点停烧，升井晚的赶不上", "锅炉延到早八点停烧，澡堂早八点半关门", "《澡堂管理办法》第五条", Reply.Outcome.SUPPORT),
                    "夜班升井晚，澡堂几点以前有热水？",
                    "早八点半以前都有热水。锅炉烧到早八点。"),
            new Asked(
                    "换下来的工作服交到哪儿洗，几天能取？",
                    new Reply(
                            "知道工作服在哪儿洗、几天取", "洗衣房在更衣楼一层，以前没贴告示", "更衣楼门口已贴告示", "《劳动保护用品管理办法》第九条", Reply.Outcome.SUPPORT),
                    "换下来的工作服在哪儿洗，几天能取？",
                    "交更衣楼一层洗衣房，夏天第二天取，冬天第三天取。"));

    private final ConcernsInTime concerns;
    private final ProblemsInTime problems;
    private final QuestionsInTime questions;
    private final Directory directory;
    private final Clock clock;

    Foreseeing(
            ConcernsInTime concerns,
            ProblemsInTime problems,
            QuestionsInTime questions,
            Directory directory,
            Clock clock) {
        this.concerns = concerns;
        this.problems = problems;
        this.questions = questions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Each by itself: what the rules of today refuse is left out. */
    void play(Company company, TransactionTemplate alone, String token) {
        var scene = new Scenery(company, concerns, token);
        attempt(alone, "the problem", () -> solve(scene));
        attempt(alone, "the questions", () -> tell(scene));
        attempt(alone, "what some say alike", () -> say(scene));
    }

    private static void attempt(TransactionTemplate alone, String what, Runnable deed) {
        try {
            alone.executeWithoutResult(_ -> deed.run());
        } catch (Refusal refused) {
            LOG.warn("{} of the demo enterprise is left out: {}", what, refused.getMessage());
        }
    }

    private void solve(Scenery scene) {
        var numbers = new ArrayList<ConcernNumber>();
        for (int at = 0; at < LEAKS.size(); at++) {
            numbers.add(scene.raise(LEAKS.get(at), "E6", at, ago(45 - 2 * at)));
        }
        scene.clock.set(clock.instant().minus(ago(37)));
        var course = problems.open("井口候车棚一下雨就漏", numbers, scene.desk, scene.clock);
        var owner = scene.member(directory.person(course.owner()).staffNumber());
        scene.clock.set(clock.instant().minus(ago(34)));
        course.nameCause("棚顶石棉瓦老化没人管：地面设施检修计划里漏了候车棚", "查了三年的检修台账，上棚看了，九块瓦破了", owner);
        scene.clock.set(clock.instant().minus(ago(32)));
        course.decideCure("换成彩钢瓦，清排水沟；候车棚列进每季度的检修计划", "后勤科", day(25), owner);
        for (var number : numbers) {
            scene.clock.set(clock.instant().minus(ago(27)));
            scene.answer(number, SHELTER);
        }
        scene.clock.set(clock.instant().minus(ago(26)));
        course.finish("棚顶换了，下了两场雨去看都不漏；检修计划第四季度的表里已经有候车棚", owner);
    }

    private void tell(Scenery scene) {
        for (int at = 0; at < ASKED.size(); at++) {
            var asked = ASKED.get(at);
            var number = scene.raise(asked.words(), "E4", at, ago(24 - at));
            scene.clock.set(clock.instant().minus(ago(20 - at)));
            scene.answer(number, asked.reply());
            scene.clock.set(clock.instant().minus(ago(18 - at)));
            questions.publish(
                    number, asked.question(), asked.answer(), scene.handler, scene.desk, scene.supervisor, scene.clock);
        }
    }

    private void say(Scenery scene) {
        for (int at = 0; at < BUCKLES.size(); at++) {
            var number = scene.raise(BUCKLES.get(at), "D3", at, ago(5 - at).plus(Duration.ofHours(at)));
            scene.take(number);
        }
    }

    private static Duration ago(int days) {
        return Duration.ofDays(days);
    }

    private LocalDate day(int daysAgo) {
        return LocalDate.ofInstant(clock.instant().minus(ago(daysAgo)), WorkingCalendar.ZONE);
    }

    /** The first mine, those who speak in it and those who answer there. */
    private final class Scenery {

        private final SetClock clock = new SetClock();
        private final Company company;
        private final ConcernsInTime.Activities activities;
        private final List<PersonPlan> speakers;
        private final String unit;
        private final String token;
        private int raised;

        private final Actor.Member desk;
        private final Actor.Member handler;
        private final Actor.Member supervisor;

        Scenery(Company company, ConcernsInTime concerns, String token) {
            this.company = company;
            this.token = token;
            activities = concerns.on(clock);
            var plan = company.plan();
            var mine = plan.mines().getFirst().code();
            unit = mine + "-HQ";
            desk = first(Role.DESK_OFFICER, mine);
            handler = first(Role.HANDLER, unit);
            supervisor = plan.upwards(mine).stream()
                    .flatMap(above -> plan.holders(Role.SUPERVISOR, above.code()).stream())
                    .findFirst()
                    .map(one -> company.member(one.staffNumber()))
                    .orElseThrow();
            speakers = plan.units().values().stream()
                    .filter(one -> one.kind() == UnitKind.CREW
                            && !one.code().startsWith(unit)
                            && plan.house(one.code()).code().equals(mine))
                    .flatMap(crew -> plan.people().stream()
                            .filter(one -> one.works() && one.unit().equals(crew.code()) && plan.holdsNothing(one))
                            .limit(1))
                    .toList();
        }

        private Actor.Member first(Role role, String code) {
            return company.member(company.plan().holders(role, code).getFirst().staffNumber());
        }

        Actor.Member member(String staffNumber) {
            return company.member(staffNumber);
        }

        /** One crew after the other. */
        ConcernNumber raise(String words, String matter, int crew, Duration ago) {
            clock.set(Foreseeing.this.clock.instant().minus(ago));
            var by = speakers.get(crew % speakers.size());
            return activities
                    .raising()
                    .raise(
                            new NewConcern(
                                    ConcernKind.HELP,
                                    matter,
                                    "",
                                    words,
                                    "",
                                    Reporter.Mode.NAMED,
                                    Optional.of(company.unit(by.unit())),
                                    Optional.empty(),
                                    Channel.PAGE,
                                    List.of()),
                            token + ":foreseen:" + raised++,
                            company.member(by.staffNumber()))
                    .number();
        }

        /** Within two hours. */
        void take(ConcernNumber number) {
            clock.set(clock.instant().plus(Duration.ofHours(1)));
            activities.handling().accept(number, desk);
            activities.handling().assign(number, company.unit(unit), Set.of(), "", desk);
            clock.set(clock.instant().plus(Duration.ofHours(1)));
            activities.handling().acknowledge(number, "", handler);
        }

        void answer(ConcernNumber number, Reply reply) {
            take(number);
            activities.handling().reply(number, reply, handler);
        }
    }
}
