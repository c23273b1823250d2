package cn.lianxin.journey;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What others do meanwhile, where a journey is not about them: through the activities, without a browser. */
final class Shortcuts {

    /** A matter whose replies need nobody's approval. */
    private static final String BATHS = "E4";

    private final ConcernLists lists;
    private final RaisingConcerns raising;
    private final HandlingConcerns handling;
    private final Directory directory;

    Shortcuts(ConcernLists lists, RaisingConcerns raising, HandlingConcerns handling, Directory directory) {
        this.lists = lists;
        this.raising = raising;
        this.handling = handling;
        this.directory = directory;
    }

    /** The worker of the colliery raises it with his name. */
    ConcernNumber raise(String words, Colliery colliery) {
        var worker = new Actor.Member(colliery.worker().id(), colliery.worker().name(), List.of());
        var token = UUID.randomUUID().toString().replace("-", "").substring(8);
        var concern = new NewConcern(
                ConcernKind.HELP,
                BATHS,
                "",
                words,
                "二号澡堂",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        return raising.raise(concern, token, worker).number();
    }

    ConcernNumber latestOf(Colliery.Member worker) {
        return number(own(worker).getFirst().number());
    }

    int countOf(Colliery.Member worker) {
        return own(worker).size();
    }

    static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow();
    }

    /** The desk gives it to the services department, which answers. */
    void answer(ConcernNumber number, Colliery colliery) {
        take(number, colliery);
        reply(number, colliery);
    }

    /** The desk gives it to the services department, which has a question. */
    void ask(ConcernNumber number, String question, Colliery colliery) {
        take(number, colliery);
        handling.askForMore(number, question, handler(colliery));
    }

    void reply(ConcernNumber number, Colliery colliery) {
        handling.reply(
                number,
                new Reply("修好热水", "锅炉换热器坏了", "11月28日前换好换热器", "《澡堂管理办法》", Reply.Outcome.SUPPORT),
                handler(colliery));
    }

    void take(ConcernNumber number, Colliery colliery) {
        var desk = member(colliery.desk(), Role.DESK_OFFICER, colliery.mine());
        handling.acceptAndAssign(number, BATHS, services(colliery), Set.of(), "", desk);
        handling.acknowledge(number, "", handler(colliery));
    }

    private Actor.Member handler(Colliery colliery) {
        return member(colliery.services(), Role.HANDLER, services(colliery));
    }

    private UnitId services(Colliery colliery) {
        return directory.children(colliery.mine()).stream()
                .filter(unit -> unit.name().equals(Colliery.SERVICES))
                .map(UnitCard::id)
                .findFirst()
                .orElseThrow();
    }

    private List<ConcernRow> own(Colliery.Member worker) {
        var actor = new Actor.Member(worker.id(), worker.name(), List.of());
        return lists.own(Optional.empty(), actor).rows();
    }

    private static Actor.Member member(Colliery.Member member, Role role, UnitId unit) {
        return new Actor.Member(member.id(), member.name(), List.of(new Grant(role, unit)));
    }
}
