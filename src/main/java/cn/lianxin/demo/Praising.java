package cn.lianxin.demo;

import cn.lianxin.disclosure.DisclosuresInTime;
import cn.lianxin.disclosure.DisclosuresInTime.Said;
import cn.lianxin.exemplar.ExemplarsInTime;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.NewsroomInTime;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.reprint.Reprint;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Two people of the first mine are held up as an example: one article came out, the other waits, for an objection was right. */
@Component
class Praising {

    private static final LocalTime DONE = LocalTime.of(10, 20);
    private static final int ASKED = 48;
    private static final int NOTICE = 46;
    private static final int OVER = 14;

    private final NewsroomInTime newsroom;
    private final DisclosuresInTime disclosures;
    private final ExemplarsInTime exemplars;
    private final SetClock time = new SetClock();

    Praising(NewsroomInTime newsroom, DisclosuresInTime disclosures, ExemplarsInTime exemplars) {
        this.newsroom = newsroom;
        this.disclosures = disclosures;
        this.exemplars = exemplars;
    }

    /** Within the caller's transaction. */
    void play(Company company, LocalDate today) {
        var mine = company.plan().mines().getFirst().code();
        var drummer = worker(company, mine + "-JJ1");
        var belt = company.plan().stars().getLast();
        var out = held(
                company,
                today,
                drummer,
                "十九年，每班先敲三下顶",
                drummer.name()
                        + "在掘进一队干了十九年支护。进了迎头，头一件事不是上手，是拿撬棍敲三下顶，听声。\n# 三下里听出来的\n去年秋天一个中班，第三下声音发空，他把六个人叫到锚好的顶下。过了四十分钟，掉下来半车矸石，没有人伤着。\n> 敲这三下，一班多花四分钟。\n队里现在人人都敲。新来的先跟他学听，再学干。",
                "掘进一队\t每班敲帮问顶，去年秋天把六个人及时叫了出来");
        var waits = held(
                company,
                today,
                belt,
                "皮带边上的一个本子",
                belt.name() + "在运输队看了十一年皮带，口袋里总有一个本子，哪个托辊响、哪个接头要换，一条一条记着。\n本子用完了二十三个，都在队部的柜子里。检修的人说，比看图还快。",
                "运输队\t十一年记了二十三个本子，三年没缺过一个班");
        at(today.minusDays(NOTICE - 2L));
        disclosures.object(
                waits.notice(),
                "去年八月有两个班是我替他上的。",
                UUID.nameUUIDFromBytes(new byte[] {9}).toString(),
                time);
        at(today.minusDays(NOTICE - 4L));
        disclosures.reply(
                waits.notice(), "查了考勤，去年八月有两个班是别人替的，“三年没缺过一个班”说得不对。", holder(company, Role.DESK_OFFICER, mine), time);
        at(today.minusDays(OVER));
        disclosures.end(time);
        at(today.minusDays(OVER - 1L));
        newsroom.publish(out.article(), holder(company, Role.EDITOR, "G-C"), time);
    }

    private record Held(long article, long notice) {}

    /** Passed by three, agreed to, and with its notice. */
    private Held held(Company company, LocalDate today, PersonPlan model, String title, String text, String deeds) {
        var mine = company.plan().mines().getFirst().code();
        var editor = holder(company, Role.EDITOR, "G-C");
        var author = company.member(company.plan().in(mine + "-DQ").getLast().staffNumber());
        at(today.minusDays(ASKED + 1L));
        var article = newsroom.submit(
                new NewsroomInTime.Piece("people", title, author.name(), text, Reprint.NONE, List.of()), author, time);
        at(today.minusDays(ASKED));
        for (var role : List.of(Role.EDITOR, Role.SECTION_EDITOR, Role.CHIEF_EDITOR)) {
            newsroom.pass(article, 0, holder(company, role, "G-C"), time);
        }
        exemplars.name(article, model.staffNumber(), editor, time);
        at(today.minusDays(ASKED - 1L));
        exemplars.consent(article, company.member(model.staffNumber()), time);
        at(today.minusDays(NOTICE));
        var unit = company.unit(mine);
        var notice = disclosures.publish(
                unit,
                unit,
                new Said(
                        "awards",
                        "",
                        "先进典型公示：" + title,
                        "区队推荐，工会审过。登在报上以前先公示，有意见请提。",
                        "姓名\t单位\t事迹\n" + model.name() + "\t" + deeds + "\n"),
                holder(company, Role.DESK_OFFICER, mine),
                holder(company, Role.SUPERVISOR, "G-C"),
                time);
        exemplars.runBy(article, notice, editor, time);
        return new Held(article, notice);
    }

    private void at(LocalDate day) {
        time.set(day.atTime(DONE).atZone(WorkingCalendar.ZONE).toInstant());
    }

    private static PersonPlan worker(Company company, String unit) {
        return company.plan().in(unit).stream()
                .filter(one -> !one.leads() && !one.woman() && company.plan().holdsNothing(one))
                .findFirst()
                .orElseGet(() -> company.plan().in(unit).getLast());
    }

    private static Actor.Member holder(Company company, Role role, String unit) {
        return company.member(company.plan().holders(role, unit).getFirst().staffNumber());
    }
}
