package cn.lianxin.concern;

import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A mine of its own for each test: a desk, two districts that handle, their leaders, two supervisors, and a worker. */
public final class Mine {

    public final UnitId mine;
    public final UnitId district;
    public final UnitId other;
    public final UnitId crew;
    public final Actor.Member desk;
    public final Actor.Member handler;
    public final Actor.Member otherHandler;
    public final Actor.Member leader;
    public final Actor.Member mineLeader;
    public final Actor.Member supervisor;
    public final Actor.Member secondSupervisor;
    public final Actor.Member worker;
    public final Actor.Member stranger;

    public Mine(Village village) {
        mine = village.mine();
        district = village.district(mine);
        other = village.district(mine);
        crew = village.district(district);
        desk = member(village.holder(Role.DESK_OFFICER, mine), Role.DESK_OFFICER, mine);
        handler = member(village.holder(Role.HANDLER, district), Role.HANDLER, district);
        otherHandler = member(village.holder(Role.HANDLER, other), Role.HANDLER, other);
        leader = member(village.holder(Role.UNIT_LEADER, district), Role.UNIT_LEADER, district);
        mineLeader = member(village.holder(Role.UNIT_LEADER, mine), Role.UNIT_LEADER, mine);
        supervisor = member(village.holder(Role.SUPERVISOR, mine), Role.SUPERVISOR, mine);
        secondSupervisor = member(village.holder(Role.SUPERVISOR, mine), Role.SUPERVISOR, mine);
        worker = new Actor.Member(village.worker(crew), "工", List.of());
        var elsewhere = village.mine();
        stranger = member(village.holder(Role.DESK_OFFICER, elsewhere), Role.DESK_OFFICER, elsewhere);
    }

    private static Actor.Member member(PersonId person, Role role, UnitId unit) {
        return new Actor.Member(person, "人", List.of(new Grant(role, unit)));
    }

    public static NewConcern concern(String matter, Reporter.Mode mode) {
        return new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                "澡堂晚班下来没热水，连着四天了",
                "二号澡堂",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
    }

    public static String token() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    public static Reply reply() {
        return new Reply("修好热水", "锅炉换热器坏了", "11月28日前换好", "《澡堂管理办法》", Reply.Outcome.SUPPORT);
    }

    public static Reply nothingToAnswer(Reply.Finding finding) {
        return new Reply("补发奖金", "查了三个月的考勤，没有他说的那个班", "不再补发", "《奖金办法》第六条", Reply.Outcome.NOT_SUPPORT, finding);
    }
}
