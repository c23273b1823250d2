package cn.lianxin.demo;

import cn.lianxin.disclosure.DisclosuresInTime;
import cn.lianxin.disclosure.DisclosuresInTime.Said;
import cn.lianxin.duty.KeepingDuties;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The notice board of the first mine: about a dozen notices, one with an objection, and what a mine and a company owe; in a district something falls due. */
@Component
class Disclosing {

    private static final LocalTime PUBLISHED = LocalTime.of(9, 10);
    private static final String POINTS = "姓名\t班组\t出勤\t工分\t扣减原因\n邢大川\t早班\t26\t132.5\t\n岳小满\t早班\t25\t121\t\n"
            + "滕长河\t中班\t26\t128.5\t\n霍平安\t中班\t24\t115\t迟到一次\n焦春生\t夜班\t26\t141\t\n";

    private final DisclosuresInTime disclosures;
    private final KeepingDuties duties;
    private final SetClock time = new SetClock();

    Disclosing(DisclosuresInTime disclosures, KeepingDuties duties) {
        this.disclosures = disclosures;
        this.duties = duties;
    }

    /** Within the caller's transaction. */
    void play(Company company, LocalDate today) {
        var mine = company.plan().mines().getFirst().code();
        var unit = company.unit(mine);
        var desk = holder(company, Role.DESK_OFFICER, mine);
        var supervisor = holder(company, Role.SUPERVISOR, "G-C");
        var month = YearMonth.from(today).minusMonths(1);
        publish(
                today.minusDays(26),
                unit,
                desk,
                supervisor,
                "petition-channels",
                "",
                "反映问题，去哪儿、找谁",
                "手机上「我要反映」，随时。群众工作部接待：周一到周五 8:00–18:00，办公楼一层。矿长接待日：每月 16 日下午，工会会议室。进展凭查询码看。",
                "");
        publish(
                today.minusDays(24),
                unit,
                desk,
                supervisor,
                "hazards",
                month.toString(),
                month.getMonthValue() + " 月隐患排查治理情况",
                "共查出隐患 4 条，治理完 3 条，1 条在治。",
                "编号\t地点\t隐患\t责任单位\t期限\t进度\n1\t1203 回风巷\t一处漏风\t通防区\t5 天\t治完\n2\t主运皮带机头\t护栏松动\t机电科\t3 天\t治完\n3\t二采区轨道巷\t水沟堵\t运输区\t7 天\t治完\n4\t1205 运输巷\t锚杆托盘缺三块\t综掘队\t10 天\t在治\n");
        publish(
                today.minusDays(20),
                unit,
                desk,
                supervisor,
                "training",
                "",
                "今年教育经费花在哪",
                "特种作业复训 212 人，班组长轮训 48 人，没花完的转到明年。",
                "");
        publish(
                today.minusDays(18),
                unit,
                desk,
                supervisor,
                "procurement",
                "",
                "劳保用品集中采购结果",
                "三家比价，样品在工会展示，职工代表试戴后打分。",
                "项目\t方式\t中标单位\t理由\n防尘口罩\t比价\t安泰劳保\t试戴打分最高\n矿靴\t比价\t兴隆鞋业\t价低且耐磨\n");
        publish(
                today.minusDays(15),
                unit,
                desk,
                supervisor,
                "rules-of-interest",
                "",
                "夜班津贴办法（职代会通过）",
                "夜班每班加到 30 元，从下月起执行。算法：一个夜班一算，连班不折算。",
                "");
        publish(
                today.minusDays(9),
                unit,
                desk,
                supervisor,
                "insurance",
                "",
                "本季度社会保险缴费",
                "五险按月足额缴清，单位缴费没有拖欠。",
                "险种\t人数\t状态\n养老\t512\t缴清\n医疗\t512\t缴清\n工伤\t512\t缴清\n");
        publish(
                today.minusDays(6),
                unit,
                desk,
                supervisor,
                "awards",
                "",
                "四季度安全标兵候选",
                "区队推荐，工会和安监审过，名额 3 个。",
                "姓名\t单位\t事迹\n成保田\t综采一队\t发现顶板掉渣及时撤人\n席秀兰\t洗煤厂\t一年没误过一次停送电\n盛广林\t运输区\t查出三处轨道隐患\n");
        publish(
                today.minusDays(4),
                unit,
                desk,
                supervisor,
                "appointment",
                "",
                "任前公示：综采一队副队长人选",
                "民主推荐、谈话考察、支委会讨论过。有意见请提。",
                "姓名\t单位\t现任\t拟任\n路建平\t综采一队\t班长\t副队长\n");
        publish(
                today.minusDays(3),
                unit,
                desk,
                supervisor,
                "hardship",
                "",
                "困难职工建档公示",
                "工会入户看过，区队评议过。",
                "姓名\t单位\t类别\n祁长顺\t运输区\t相对困难\n童春梅\t洗煤厂\t意外致困\n");

        var points = publish(
                today.minusDays(5),
                unit,
                desk,
                supervisor,
                "pay-distribution",
                month.toString(),
                "综采一队 " + month.getMonthValue() + " 月工分公示",
                "按职代会通过的二次分配办法算。对不上的，提异议。",
                POINTS);
        at(today.minusDays(4));
        disclosures.object(
                points,
                "夜班那行多算了一个班，20 号停产检修，夜班没开。",
                UUID.nameUUIDFromBytes(new byte[] {8}).toString(),
                time);
        at(today.minusDays(3));
        disclosures.reply(points, "查了调度台账，20 号夜班确实停产检修，按检修班记分，正文已经更正。", desk, time);
        at(today.minusDays(2));
        disclosures.correct(
                points,
                "20 号夜班停产检修，按检修班记分",
                "按职代会通过的二次分配办法算。20 号夜班按检修班记分，夜班班组少 6.5 分。对不上的，提异议。",
                desk,
                supervisor,
                time);

        var canteen = publish(today.minusDays(12), unit, desk, supervisor, "other", "", "食堂换承包商", "下月一号起换。", "");
        at(today.minusDays(10));
        disclosures.withdraw(canteen, "合同没谈成，先不换", desk, supervisor, time);

        duties.happened("wage-agreement", unit, today.minusDays(16), "明年的工资集体协议生效", supervisor);
        duties.happened("appointment", company.unit("G-C"), today.minusDays(12), "公司机关两个科室的副职人选定了", supervisor);
        duties.happened("awards", company.unit(mine + "-ZC1"), today.minusDays(1), "综采一队评出本月安全之星", desk);
    }

    private long publish(
            LocalDate day,
            UnitId unit,
            Actor.Member by,
            Actor.Member second,
            String duty,
            String period,
            String title,
            String body,
            String table) {
        at(day);
        return disclosures.publish(unit, unit, new Said(duty, period, title, body, table), by, second, time);
    }

    private void at(LocalDate day) {
        time.set(day.atTime(PUBLISHED).atZone(WorkingCalendar.ZONE).toInstant());
    }

    private static Actor.Member holder(Company company, Role role, String unit) {
        return company.member(company.plan().holders(role, unit).getFirst().staffNumber());
    }
}
