package cn.lianxin.journey;

import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Granting;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.privacy.Confirming;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Founds collieries through the product's own faces. */
final class Collieries {

    private static final Actor FOUNDER = new Actor.Clockwork("journey");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Structuring structuring;
    private final Staffing staffing;
    private final Granting granting;
    private final Accounts accounts;
    private final Directory directory;
    private final Confirming statement;
    private final LocalDate lastYear = LocalDate.now().minusYears(1);

    Collieries(
            Structuring structuring,
            Staffing staffing,
            Granting granting,
            Accounts accounts,
            Directory directory,
            Confirming statement) {
        this.structuring = structuring;
        this.staffing = staffing;
        this.granting = granting;
        this.accounts = accounts;
        this.directory = directory;
        this.statement = statement;
    }

    Colliery found() {
        var name = "北岭" + NUMBERS.incrementAndGet() + "矿";
        var mine = unit(UnitKind.MINE, name, Optional.empty());
        var pay = unit(UnitKind.DEPARTMENT, Colliery.PAY, Optional.of(mine));
        var services = unit(UnitKind.DEPARTMENT, Colliery.SERVICES, Optional.of(mine));
        var district = unit(UnitKind.DISTRICT, "综采一队", Optional.of(mine));
        var crew = unit(UnitKind.CREW, "早班", Optional.of(district));
        var newcomer = member("赵新生", crew);
        var colliery = new Colliery(
                name,
                directory.unit(mine).code(),
                mine,
                holder("周敏", Role.DESK_OFFICER, mine),
                holder("钱立", Role.HANDLER, pay),
                holder("孙科", Role.UNIT_LEADER, pay),
                holder("李梅", Role.HANDLER, services),
                holder("郑直", Role.SUPERVISOR, mine),
                holder("吴清", Role.SUPERVISOR, mine),
                holder("冯管", Role.ADMINISTRATOR, mine),
                holder("唐度", Role.DISPATCHER, mine),
                holder("孟编", Role.EDITOR, mine),
                member("王建国", crew),
                newcomer,
                accounts.openWithFirstPassword(newcomer.id(), FOUNDER));
        openAccounts(colliery);
        return colliery;
    }

    private void openAccounts(Colliery colliery) {
        accounts.openMany(Stream.of(
                        colliery.desk(),
                        colliery.payHandler(),
                        colliery.payLeader(),
                        colliery.services(),
                        colliery.supervisor(),
                        colliery.secondSupervisor(),
                        colliery.administrator(),
                        colliery.dispatcher(),
                        colliery.editor(),
                        colliery.worker())
                .map(Colliery.Member::id)
                .collect(Collectors.toMap(Function.identity(), _ -> Colliery.PASSWORD)));
    }

    private Colliery.Member holder(String name, Role role, UnitId unit) {
        var member = member(name, unit);
        granting.grant(member.id(), role, unit, LocalDate.now(), Optional.empty(), FOUNDER);
        return member;
    }

    private Colliery.Member member(String name, UnitId unit) {
        var number = "J" + NUMBERS.incrementAndGet();
        var person = staffing.hire(new NewPerson(number, name, Employment.OWN, ""), FOUNDER);
        staffing.appoint(person, unit, "职工", false, lastYear, true, FOUNDER);
        statement.confirm(person, statement.version());
        return new Colliery.Member(person, number, name);
    }

    private UnitId unit(UnitKind kind, String name, Optional<UnitId> parent) {
        var code = "J" + NUMBERS.incrementAndGet();
        return structuring.found(new NewUnit(code, kind, name, "", parent, lastYear), FOUNDER);
    }
}
