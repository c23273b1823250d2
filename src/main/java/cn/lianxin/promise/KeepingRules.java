package cn.lianxin.promise;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.calendar.ShiftRosters;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator brings in packs of rules, switches them for matters and grades, gives units their rosters. Nothing
 * takes effect before tomorrow, nothing promised moves, and nothing is taken that would leave somebody without a promise
 * or let a concern lie without those above hearing of it.
 */
@Component
class KeepingRules {

    private static final int LONGEST_CREW = 366;

    private final RuleStore store;
    private final UnitRosters unitRosters;
    private final ShiftRosters rosters;
    private final Matters matters;
    private final Directory directory;
    private final AuditTrail audit;
    private final PublicLog log;
    private final Clock clock;

    KeepingRules(
            RuleStore store,
            UnitRosters unitRosters,
            ShiftRosters rosters,
            Matters matters,
            Directory directory,
            AuditTrail audit,
            PublicLog log,
            Clock clock) {
        this.store = store;
        this.unitRosters = unitRosters;
        this.rosters = rosters;
        this.matters = matters;
        this.directory = directory;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RuleBook book() {
        return store.book();
    }

    @Transactional(readOnly = true)
    List<UnitRosters.Line> unitRosters() {
        return unitRosters.all();
    }

    /** The rows of the sheet in the order of {@link RuleColumn}. */
    static List<Row> rowsOf(Spreadsheet sheet) {
        var places = RuleColumn.placesIn(sheet.header());
        return sheet.rows()
                .map(row -> new Row(row.number(), places.stream().map(row::at).toList()))
                .toList();
    }

    /** Looks at the list and changes nothing. Refused as a whole where it would leave something without a promise. */
    @Transactional(readOnly = true)
    RuleList preview(List<Row> rows, Actor by) {
        mustKeep(by);
        var list = RuleList.of(rows, matters, today());
        if (!list.isFaulty()) {
            mustPromiseEverything(store.book().and(versionsOf(list, by)), "file");
        }
        return list;
    }

    /** Takes the list; where anything is wrong with it, it answers that and everything stays as it was. */
    @Transactional
    RuleList take(List<Row> rows, Actor by) {
        var list = preview(rows, by);
        if (!list.isFaulty()) {
            for (var version : versionsOf(list, by)) {
                log.enter(RulePublications.PACK, "pack:" + store.add(version));
                audit.record(
                        by,
                        "promise.rules-imported",
                        "rules:" + version.pack(),
                        version.from() + " " + version.rules().size());
            }
        }
        return list;
    }

    @Transactional
    void decide(String pack, String matter, String grade, boolean on, String from, Actor by) {
        mustKeep(by);
        var book = store.book();
        if (book.anyOf(pack).isEmpty()) {
            throw new Refusal.Violation("pack", "rule-pack-unknown");
        }
        var circle = new Circle(RuleList.matter(matter.strip(), matters), RuleList.grade(grade.strip()));
        var decision = new RuleSwitch(
                Long.MAX_VALUE, pack, circle, on, RuleList.from(from, today()), nameOf(by), clock.instant());
        mustPromiseEverything(book.and(decision), "pack");
        log.enter(RulePublications.SWITCH, "switch:" + store.add(decision));
        audit.record(
                by,
                on ? "promise.rules-switched-on" : "promise.rules-switched-off",
                "rules:" + pack,
                decision.from() + " " + circle.matter() + " "
                        + circle.grade().map(Grade::name).orElse(""));
    }

    /** @param roster empty where the unit keeps office hours again */
    @Transactional
    void giveRoster(String unitCode, String roster, String crew, String from, Actor by) {
        mustKeep(by);
        var unit = directory
                .unitByCode(unitCode.strip())
                .orElseThrow(() -> new Refusal.Violation("unit", "rule-unit-unknown"));
        if (!roster.isEmpty() && !rosters.names().contains(roster)) {
            throw new Refusal.Violation("roster", "rule-roster-unknown");
        }
        var ahead = crew.isBlank() ? "0" : crew.strip();
        if (!ahead.matches("[0-9]{1,3}") || Integer.parseInt(ahead) > LONGEST_CREW) {
            throw new Refusal.Violation("crew", "rule-crew-unclear", LONGEST_CREW);
        }
        var line = new UnitRosters.Line(
                unit.id(), unit.name(), roster, Integer.parseInt(ahead), RuleList.from(from, today()), nameOf(by));
        log.enter(RulePublications.ROSTER, "roster:" + unitRosters.add(line, clock.instant()));
        audit.record(by, "promise.roster-given", "unit:" + unit.id().value(), line.from() + " " + roster + " " + ahead);
    }

    private List<PackVersion> versionsOf(RuleList list, Actor by) {
        var book = store.book();
        var versions = new ArrayList<PackVersion>();
        list.byPack()
                .forEach((pack, rows) -> versions.add(new PackVersion(
                        Long.MAX_VALUE,
                        pack,
                        book.anyOf(pack).map(PackVersion::englishPack).orElse(pack),
                        rows.getFirst().from().orElseThrow(),
                        nameOf(by),
                        clock.instant(),
                        rows.stream().flatMap(row -> row.rule().stream()).toList())));
        return versions;
    }

    private void mustPromiseEverything(RuleBook book, String field) {
        book.gapFrom(today().plusDays(1), matters.all()).ifPresent(gap -> {
            throw new Refusal.Violation(
                    field,
                    gap.stage().isPromise() ? "rules-leave-gap" : "rules-mute-escalation",
                    gap.matter(),
                    gap.grade().name(),
                    gap.stage().word(),
                    gap.from().toString());
        });
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE);
    }

    static boolean keepsRules(Actor actor) {
        return actor.is(Role.ADMINISTRATOR);
    }

    private static void mustKeep(Actor by) {
        if (!keepsRules(by)) {
            throw new Refusal.NotFound();
        }
    }

    private static String nameOf(Actor by) {
        return by instanceof Actor.Member member ? member.name() : "";
    }
}
