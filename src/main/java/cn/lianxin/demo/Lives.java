package cn.lianxin.demo;

import cn.lianxin.concern.Reply;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Matter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/** Writes the lives that the plots ask for, to their very end; the day decides how much of them has happened. */
final class Lives {

    private final Content content;
    private final EnterprisePlan enterprise;
    private final Scripts scripts;
    private final Casting casting;
    private final Wording wording;
    private final WorkingCalendar calendar;

    Lives(Content content, EnterprisePlan enterprise, Scripts scripts, WorkingCalendar calendar) {
        this.content = content;
        this.enterprise = enterprise;
        this.scripts = scripts;
        this.casting = new Casting(enterprise);
        this.wording = new Wording(content.phrases());
        this.calendar = calendar;
    }

    /** Everything that decides how a life goes. */
    record Seed(Plot plot, Script script, UnitPlan house, LocalDate day, long luck, Optional<PersonPlan> speaker) {

        Seed on(LocalDate other) {
            return new Seed(plot, script, house, other, luck, speaker);
        }

        Seed saidBy(PersonPlan somebody) {
            return new Seed(plot, script, house, day, luck, Optional.of(somebody));
        }
    }

    Story write(Seed seed) {
        var dice = new Dice(seed.luck());
        var matter = scripts.matter(seed.script());
        var grade = scripts.gradeOf(seed.script());
        var cast = seed.speaker()
                .map(speaker -> casting.cast(seed.script(), matter, grade, speaker, dice))
                .orElseGet(() -> casting.cast(seed.script(), matter, grade, seed.house(), seed.day(), dice));
        var plot = possible(seed.plot(), cast);
        var slots = slots(seed, seed.script(), cast.speaker(), dice);
        var pace = new Pace(calendar, dice);
        var begins = cast.atTheKeyboard() ? pace.aroundShift(seed.day()) : pace.openHours(seed.day());
        var life = new Life(new Setting(cast, seed.script(), slots, wording, pace, dice), 0, begins);
        return switch (plot) {
            case LINKED -> linked(seed, cast, life, pace, dice);
            case SPLIT -> split(seed, cast, life, slots, pace, dice);
            default -> new Story(0, plot, alone(plot, cast, life).scenes());
        };
    }

    /** Whether concerns of this matter are sometimes put together; where one could be a danger to life, none is. */
    boolean canLink(Matter matter) {
        return !scripts.anyDanger(matter) && wording.suits("link_reason", matter.code());
    }

    /**
     * Nobody but the supervisors sees a report of wrongdoing, so nothing is pushed about or put together; what endangers
     * somebody is never declined.
     */
    private Plot possible(Plot wanted, Cast cast) {
        var restricted = cast.grade().restricted();
        var possible =
                switch (wanted) {
                    case HANDED_BACK, HAND_BACK_REFUSED, ARBITRATED, SPLIT, EXTENDED -> !restricted;
                    case LINKED -> !restricted && canLink(cast.matter());
                    case UNREASONABLE, UNVERIFIABLE ->
                        !restricted
                                && !cast.urgent()
                                && !"CDKL".contains(cast.matter().area());
                    case DECLINED, DECLINED_WRONGLY ->
                        !restricted
                                && !cast.urgent()
                                && !"CDK".contains(cast.matter().area());
                    case STRAIGHT, WITHDRAWN, WITHDRAWN_UNFREELY, RAISED_AGAIN, REVIEWED, RE_REVIEWED, STUCK -> true;
                };
        return possible ? wanted : Plot.STRAIGHT;
    }

    private Life alone(Plot plot, Cast cast, Life life) {
        life.raised();
        return switch (plot) {
            case STRAIGHT, LINKED, SPLIT -> life.accepted().assigned().handled().closed();
            case DECLINED ->
                life.declined().endingDecided(true, "declining_stands").closed();
            case DECLINED_WRONGLY ->
                life.declined()
                        .endingDecided(false, "declining_set_aside")
                        .assigned()
                        .handled()
                        .closed();
            case WITHDRAWN -> life.accepted().assigned().withdrawn().endingDecided(true, "withdrawal_stands");
            case WITHDRAWN_UNFREELY ->
                life.accepted().assigned().withdrawn().endingDecided(false, "withdrawal_set_aside");
            case UNREASONABLE -> foundNothing(life, Reply.Finding.UNREASONABLE);
            case UNVERIFIABLE -> foundNothing(life, Reply.Finding.UNVERIFIABLE);
            case HANDED_BACK ->
                life.accepted()
                        .assignedWrongly(cast.wrongLeads().getFirst())
                        .handedBack(handlerOf(cast.wrongLeads().getFirst()))
                        .handBackDecided(true)
                        .assigned()
                        .handled()
                        .closed();
            case HAND_BACK_REFUSED ->
                life.accepted()
                        .assigned()
                        .handedBack(cast.handler().staffNumber())
                        .handBackDecided(false)
                        .handled()
                        .closed();
            case ARBITRATED ->
                life.accepted()
                        .assignedWrongly(cast.wrongLeads().getFirst())
                        .handedBack(handlerOf(cast.wrongLeads().getFirst()))
                        .handBackDecided(true)
                        .assignedWrongly(cast.wrongLeads().getLast())
                        .handedBack(handlerOf(cast.wrongLeads().getLast()))
                        .arbitrated()
                        .handled()
                        .closed();
            case EXTENDED ->
                life.accepted()
                        .assigned()
                        .acknowledged()
                        .talked()
                        .extensionAsked(
                                scripts.replyBy(cast.grade(), life.begun()).plusDays(9))
                        .extensionDecided()
                        .answered()
                        .closed();
            case RAISED_AGAIN ->
                life.accepted()
                        .assigned()
                        .handled()
                        .judgedBadly()
                        .raisedAgain()
                        .assigned()
                        .handled()
                        .closed();
            case REVIEWED ->
                life.accepted()
                        .assigned()
                        .handled()
                        .judgedBadly()
                        .reviewAsked()
                        .reviewTaken(0)
                        .reviewDecided(0)
                        .closed();
            case RE_REVIEWED ->
                life.accepted()
                        .assigned()
                        .handled()
                        .judgedBadly()
                        .reviewAsked()
                        .reviewTaken(0)
                        .reviewDecided(0)
                        .reviewAsked()
                        .reviewTaken(1)
                        .reviewDecided(1);
            case STUCK -> life.accepted().assigned().acknowledged().talked();
        };
    }

    private static Life foundNothing(Life life, Reply.Finding finding) {
        return life.accepted()
                .assigned()
                .acknowledged()
                .talked()
                .foundNothing(finding)
                .signed()
                .closed();
    }

    /** Two or three say the same of one thing within days; they are handled and answered as one. */
    private Story linked(Seed seed, Cast cast, Life main, Pace pace, Dice dice) {
        main.raised().accepted().assigned();
        var linkedAt = main.now();
        var scenes = new ArrayList<Scene>();
        var members = new ArrayList<Life>();
        for (var place = 1; place <= dice.between(1, 2); place++) {
            var speaker = casting.colleagueOf(cast.speaker(), dice);
            var script = scripts.another(seed.script());
            var matter = scripts.matter(script);
            var grade = scripts.gradeOf(script);
            var member = new Life(
                    new Setting(
                            casting.cast(script, matter, grade, speaker, dice),
                            script,
                            slots(seed, script, speaker, dice),
                            wording,
                            pace,
                            dice),
                    place,
                    pace.atOnce(linkedAt, 20, 300));
            members.add(member.raised().linkedTo(0));
        }
        var parted = members.size() > 1 && dice.percent(40)
                ? Optional.of(members.removeLast().unlinked())
                : Optional.<Life>empty();
        var together = members.stream().map(Life::now).max(Instant::compareTo).orElse(linkedAt);
        main.waitUntil(parted.map(Life::now).orElse(together))
                .waitUntil(together)
                .handled();
        for (var member : members) {
            scenes.addAll(member.waitUntil(main.now().plusSeconds(1)).closed().scenes());
        }
        if (parted.isPresent()) {
            scenes.addAll(parted.get().accepted().assigned().handled().closed().scenes());
        }
        scenes.addAll(main.closed().scenes());
        return new Story(0, Plot.LINKED, scenes);
    }

    /** Two matters in one letter; the second gets its own number, its own unit and its own answer. */
    private Story split(Seed seed, Cast cast, Life whole, Slots slots, Pace pace, Dice dice) {
        var other = scripts.aboutSomethingElse(seed.script(), dice);
        var matter = scripts.matter(other);
        whole.raisedSaying(seed.script().words() + "\n还有一件事：" + other.words()).splitOff(1, other, slots);
        var grade = scripts.gradeOf(other);
        var partCast = casting.cast(other, matter, grade, cast.speaker(), dice);
        var part = new Life(new Setting(partCast, other, slots, wording, pace, dice), 1, whole.now());
        var scenes = new ArrayList<Scene>();
        scenes.addAll(whole.accepted().assigned().handled().closed().scenes());
        scenes.addAll(part.accepted().assigned().handled().closed().scenes());
        return new Story(0, Plot.SPLIT, scenes);
    }

    private Slots slots(Seed seed, Script script, PersonPlan speaker, Dice dice) {
        return new Slots(enterprise, speaker, script.matter(), content, seed.day(), dice);
    }

    private String handlerOf(UnitPlan unit) {
        return enterprise.holders(Role.HANDLER, unit.code()).getFirst().staffNumber();
    }
}
