package cn.lianxin.demo;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the people for a story: a speaker whom the words suit, and those whose task it is. */
final class Casting {

    private static final List<String> OF_WOMEN = List.of("女工", "怀孕", "孕期", "哺乳", "产假", "女澡堂", "例假", "姐妹");
    private static final List<String> OF_MEN = List.of("媳妇", "老婆", "陪产", "爷们", "相亲");
    private static final List<String> OF_MINERS =
            List.of("井下", "下井", "升井", "上井", "掘进", "支架", "锚杆", "{district}", "{crew}", "{shift}");
    private static final Set<UnitKind> WITH_CREWS = Set.of(UnitKind.DISTRICT, UnitKind.CONTRACTOR);

    private final EnterprisePlan enterprise;
    private final LeadUnits leadUnits;
    private final Map<UnitPlan, List<PersonPlan>> speakers;
    private final Set<PersonPlan> miners;
    private final List<PersonPlan> stars;

    Casting(EnterprisePlan enterprise) {
        this.enterprise = enterprise;
        this.leadUnits = new LeadUnits(enterprise);
        this.stars = enterprise.stars();
        this.speakers = enterprise.people().stream()
                .filter(PersonPlan::works)
                .filter(enterprise::holdsNothing)
                .collect(Collectors.groupingBy(one -> enterprise.house(one.unit())));
        this.miners = enterprise.people().stream()
                .filter(one ->
                        enterprise.upwards(one.unit()).stream().anyMatch(unit -> WITH_CREWS.contains(unit.kind())))
                .collect(Collectors.toSet());
    }

    Cast cast(Script script, Matter matter, Grade grade, UnitPlan house, LocalDate day, Dice dice) {
        return cast(script, matter, grade, speaker(script, matter, house, day, dice), dice);
    }

    Cast cast(Script script, Matter matter, Grade grade, PersonPlan speaker, Dice dice) {
        var house = enterprise.house(speaker.unit());
        var restricted = grade.restricted();
        var lead = leadUnits.leadOn(matter, speaker.unit());
        var mode = stars.contains(speaker) ? Reporter.Mode.NAMED : mode(script, restricted, dice);
        var atDesk = enterprise.holders(restricted ? Role.SUPERVISOR : Role.DESK_OFFICER, house.code());
        var desk = dice.one(atDesk);
        var handler = restricted ? desk : dice.one(enterprise.holders(Role.HANDLER, lead.code()));
        var leader = restricted
                ? atDesk.stream()
                        .filter(Predicate.not(desk::equals))
                        .findFirst()
                        .orElseThrow()
                : enterprise.holders(Role.UNIT_LEADER, lead.code()).getFirst();
        return new Cast(
                speaker,
                mode,
                channel(mode, restricted, dice),
                matter,
                grade,
                house,
                desk,
                lead,
                handler,
                leader,
                enterprise.holders(Role.UNIT_LEADER, house.code()).getFirst(),
                wrongLeads(house, lead, dice),
                reviewers(handler, leader, desk));
    }

    /** Somebody else of the same house, for a like concern. */
    PersonPlan colleagueOf(PersonPlan speaker, Dice dice) {
        var near = speakersOf(enterprise.house(speaker.unit())).stream()
                .filter(one -> !one.equals(speaker) && one.woman() == speaker.woman())
                .filter(one -> miners.contains(one) == miners.contains(speaker))
                .toList();
        return dice.one(near);
    }

    private PersonPlan speaker(Script script, Matter matter, UnitPlan house, LocalDate day, Dice dice) {
        var said = script.title() + script.words() + script.more();
        var here = speakersOf(house).stream()
                .filter(one -> one.from().isBefore(day.minusDays(40)))
                .toList();
        var suitable = here.stream().filter(employment(said)).toList();
        var byWoman = containsAny(said, OF_WOMEN);
        var byMan = containsAny(said, OF_MEN);
        var byMiner = containsAny(said, OF_MINERS) || matter.area().equals("C");
        var better = suitable.stream()
                .filter(one -> !byWoman || one.woman())
                .filter(one -> !byMan || !one.woman())
                .filter(one -> !byMiner || miners.contains(one))
                .toList();
        var star = dice.one(stars);
        if (better.contains(star) && dice.percent(4)) {
            return star;
        }
        return dice.one(!better.isEmpty() ? better : suitable.isEmpty() ? here : suitable);
    }

    private static Predicate<PersonPlan> employment(String said) {
        if (said.contains("外委") && said.contains("我们")) {
            return one -> one.employment() == Employment.CONTRACTOR;
        }
        if (said.contains("派遣")) {
            return one -> one.employment() == Employment.DISPATCHED;
        }
        return one -> one.employment() == Employment.OWN;
    }

    private List<PersonPlan> speakersOf(UnitPlan house) {
        return speakers.getOrDefault(house, List.of());
    }

    private static Reporter.Mode mode(Script script, boolean restricted, Dice dice) {
        if (script.words().contains("匿名") || script.words().contains("不敢说名字")) {
            return Reporter.Mode.ANONYMOUS;
        }
        return switch (restricted ? dice.byWeight(10, 45, 45) : dice.byWeight(74, 15, 11)) {
            case 0 -> Reporter.Mode.NAMED;
            case 1 -> Reporter.Mode.CONFIDENTIAL;
            default -> Reporter.Mode.ANONYMOUS;
        };
    }

    /** Reports of wrongdoing are not carried through a clerk's hands. */
    private static Channel channel(Reporter.Mode mode, boolean restricted, Dice dice) {
        if (restricted) {
            return Channel.PAGE;
        }
        var channels = List.of(
                Channel.PAGE,
                Channel.TERMINAL,
                Channel.DESK,
                Channel.TELEPHONE,
                Channel.LETTER,
                Channel.VISIT,
                Channel.CHAT);
        return channels.get(
                mode == Reporter.Mode.ANONYMOUS
                        ? dice.byWeight(60, 15, 0, 10, 15, 0, 0)
                        : dice.byWeight(54, 10, 10, 11, 4, 7, 4));
    }

    private List<UnitPlan> wrongLeads(UnitPlan house, UnitPlan lead, Dice dice) {
        var others = enterprise.units().values().stream()
                .filter(unit -> unit.parent().equals(house.code()) && unit.kind() == UnitKind.DEPARTMENT)
                .filter(unit -> !unit.equals(lead)
                        && !unit.code().endsWith("-QG")
                        && !unit.code().endsWith("-JW"))
                .toList();
        var first = dice.one(others);
        return List.of(
                first,
                dice.one(others.stream().filter(unit -> !unit.equals(first)).toList()));
    }

    /** Who leads or handles anything in the house stands outside of none of its matters. */
    private List<PersonPlan> reviewers(PersonPlan... touched) {
        return Stream.of("G-C", "G")
                .flatMap(house -> enterprise.holders(Role.SUPERVISOR, house).stream())
                .filter(one -> !List.of(touched).contains(one))
                .filter(one -> enterprise.grants().stream()
                        .noneMatch(grant -> grant.person().equals(one)
                                && (grant.role() == Role.UNIT_LEADER || grant.role() == Role.HANDLER)))
                .toList();
    }

    private static boolean containsAny(String said, List<String> words) {
        return words.stream().anyMatch(said::contains);
    }
}
