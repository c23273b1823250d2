package cn.lianxin.survival;

import cn.lianxin.Lianxin;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Granting;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.privacy.Confirming;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.Responsibility;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** A small mine: two who receive, one who leads, one who audits, one who gives roles, and six who speak up. */
record People(UnitId mine, PersonId desk) {

    static final String PASSWORD = "who sends this lives on";
    static final String DESK = "S1";
    static final String AUDITOR = "S3";
    static final String SECURITY = "S4";
    static final int WORKERS = 6;

    private static final Actor FOUNDER = new Actor.Clockwork("survival");
    private static final int FIRST_WORKER = 5;

    static String worker(int index) {
        return "S" + (FIRST_WORKER + index);
    }

    /** In this process, once; afterwards everything is done through the doors of the product. */
    static People found(Database database, Path data) {
        try (var product = new SpringApplicationBuilder(Lianxin.class)
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--lianxin.data=" + data.toAbsolutePath(),
                        "--lianxin.demo=false",
                        "--lianxin.clockwork=false",
                        "--server.port=-1")) {
            return in(product);
        }
    }

    private static People in(ApplicationContext product) {
        var today = LocalDate.now();
        var structuring = product.getBean(Structuring.class);
        var group = structuring.found(
                new NewUnit("SURVIVAL", UnitKind.GROUP, "长存集团", "", Optional.empty(), today.minusYears(3)), FOUNDER);
        var mine = structuring.found(
                new NewUnit("SURVIVAL-M", UnitKind.MINE, "长存矿", "", Optional.of(group), today.minusYears(3)), FOUNDER);
        var staffing = product.getBean(Staffing.class);
        Map<PersonId, String> passwords = new HashMap<>();
        var hired = new Object() {
            int number;

            PersonId next() {
                var person = staffing.hire(new NewPerson("S" + ++number, "存" + number, Employment.OWN, ""), FOUNDER);
                staffing.appoint(person, mine, "职工" + number, false, today.minusYears(2), true, FOUNDER);
                passwords.put(person, PASSWORD);
                return person;
            }
        };
        var granting = product.getBean(Granting.class);
        var desk = hired.next();
        granting.grant(desk, Role.DESK_OFFICER, mine, today.minusYears(2), Optional.empty(), FOUNDER);
        granting.grant(hired.next(), Role.UNIT_LEADER, mine, today.minusYears(2), Optional.empty(), FOUNDER);
        granting.grant(hired.next(), Role.AUDIT_ADMINISTRATOR, group, today.minusYears(2), Optional.empty(), FOUNDER);
        granting.grant(
                hired.next(), Role.SECURITY_ADMINISTRATOR, group, today.minusYears(2), Optional.empty(), FOUNDER);
        for (var worker = 0; worker < WORKERS; worker++) {
            hired.next();
        }
        granting.grant(hired.next(), Role.DESK_OFFICER, mine, today.minusYears(2), Optional.empty(), FOUNDER);
        product.getBean(Accounts.class).openMany(passwords);
        var statement = product.getBean(Confirming.class);
        passwords.keySet().forEach(person -> statement.confirm(person, statement.version()));
        for (var matter : product.getBean(Matters.class).all()) {
            product.getBean(Responsibility.class).assign(matter.code(), mine, mine, today.minusYears(2));
        }
        return new People(mine, desk);
    }
}
