package cn.lianxin.demo;

import cn.lianxin.organization.Employment;
import cn.lianxin.organization.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills the units with people: their names, posts, who pays them, who has left. */
final class EnterprisePlanner {

    private static final long SEED = 78;
    private static final Set<Integer> CREWS_WITH_A_LEAVER = Set.of(0, 2);

    private final Content content;
    private final LocalDate today;
    private final Dice dice = new Dice(SEED);
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<PersonPlan> people = new ArrayList<>();

    private EnterprisePlanner(Content content, LocalDate today) {
        this.content = content;
        this.today = today;
    }

    static EnterprisePlan plan(Content content, LocalDate today) {
        var planner = new EnterprisePlanner(content, today);
        content.units().forEach(planner::fill);
        var nobodysRoles = EnterprisePlan.of(content.units(), planner.people, List.of(), List.of());
        return EnterprisePlan.of(
                content.units(), planner.people, planner.secondPosts(nobodysRoles), Roles.of(nobodysRoles));
    }

    private void fill(UnitPlan unit) {
        for (var rank = 0; rank < unit.headcount(); rank++) {
            people.add(person(unit, rank, Optional.empty()));
        }
        if (unit.kind() == UnitKind.CREW && CREWS_WITH_A_LEAVER.contains(people.size() % 6)) {
            people.add(person(unit, unit.headcount(), Optional.of(today.minusDays(dice.between(20, 500)))));
        }
    }

    private PersonPlan person(UnitPlan unit, int rank, Optional<LocalDate> leftOn) {
        var woman = dice.percent(shareOfWomen(unit));
        var bornIn = today.getYear() - (rank == 0 ? dice.between(38, 57) : dice.between(23, 59));
        var years = Math.max(2, Math.min(dice.between(2, 34), today.getYear() - bornIn - 19));
        return new PersonPlan(
                staffNumber(unit),
                name(woman, bornIn),
                woman,
                bornIn,
                employment(unit, rank),
                unit.code(),
                rank,
                Titles.of(unit, rank, dice),
                today.minusYears(years).minusDays(dice.between(0, 300)),
                leftOn);
    }

    /** The mine's digit and five more: 100123 works at the first mine. */
    private String staffNumber(UnitPlan unit) {
        var house = unit.code().split("-", 2)[0];
        var digit =
                switch (house) {
                    case "BL" -> 1;
                    case "SQ" -> 2;
                    case "DG" -> 3;
                    default -> unit.code().startsWith("G-C") ? 5 : 6;
                };
        var number = lastNumbers.merge(String.valueOf(digit), dice.between(1, 9), Integer::sum);
        return "%d%05d".formatted(digit, number);
    }

    private String name(boolean woman, int bornIn) {
        for (var attempt = 0; ; attempt++) {
            var name = dice.weighted(content.surnames())
                    + dice.weighted(woman ? content.womenNames() : content.menNames());
            if (names.add(name) || attempt > 3 && bornIn % 2 == 0) {
                return name;
            }
        }
    }

    private int shareOfWomen(UnitPlan unit) {
        var name = unit.name();
        if (name.contains("女工")) {
            return 100;
        }
        if (List.of("灯房", "食堂", "浴室", "化验", "集控", "筛", "财务").stream().anyMatch(name::contains)) {
            return 60;
        }
        return switch (unit.kind()) {
            case DEPARTMENT -> 35;
            case GROUP, COMPANY, MINE -> 12;
            case DISTRICT, CREW, CONTRACTOR -> 3;
        };
    }

    private Employment employment(UnitPlan unit, int rank) {
        if (unit.code().contains("-WW")) {
            return Employment.CONTRACTOR;
        }
        if (unit.kind() == UnitKind.CONTRACTOR) {
            return Employment.DISPATCHED;
        }
        var often = List.of("-HQ-", "-XX-", "-YS-").stream().anyMatch(unit.code()::contains);
        return rank > 1 && unit.kind() == UnitKind.CREW && dice.percent(often ? 20 : 4)
                ? Employment.DISPATCHED
                : Employment.OWN;
    }

    private List<SecondPost> secondPosts(EnterprisePlan plan) {
        var posts = new ArrayList<SecondPost>();
        for (var mine : plan.mines()) {
            var leaders = plan.in(mine.code());
            posts.add(new SecondPost(leaders.get(2), mine.code() + "-JW", "书记（兼）"));
            posts.add(new SecondPost(leaders.get(3), mine.code() + "-GH", "主席（兼）"));
            plan.units().values().stream()
                    .filter(unit -> unit.parent().equals(mine.code()) && unit.kind() == UnitKind.DISTRICT)
                    .forEach(district ->
                            posts.add(new SecondPost(plan.in(district.code()).get(2), mine.code() + "-AJ", "兼职群监员")));
        }
        return posts;
    }
}
