package cn.lianxin.demo;

import cn.lianxin.organization.UnitKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Fills the slots of one story: wherever a slot comes up in it, the same stands there. */
final class Slots {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> UNDERGROUND = Set.of("B1", "B4", "D1", "D6", "G3");

    private final Map<String, String> values = new HashMap<>();

    Slots(EnterprisePlan enterprise, PersonPlan speaker, String matter, Content content, LocalDate day, Dice dice) {
        var line = enterprise.upwards(speaker.unit());
        var own = line.getFirst();
        var crew = line.stream()
                .filter(unit -> unit.kind() == UnitKind.CREW)
                .reduce((inner, outer) -> outer)
                .orElse(own);
        var district = line.stream()
                .filter(unit -> unit.kind() == UnitKind.DISTRICT || unit.kind() == UnitKind.CONTRACTOR)
                .findFirst()
                .orElse(own);
        var underground = matter.startsWith("C") || UNDERGROUND.contains(matter);
        var place = dice.one(content.places().getOrDefault(underground ? "井下" : "地面", List.of("井口")));
        var date = day.minusDays(dice.between(2, 9));
        values.put("place", place);
        values.put("crew", crew.shortName());
        values.put("district", district.shortName());
        values.put("mine", enterprise.house(speaker.unit()).shortName());
        values.put("date", date.getMonthValue() + "月" + date.getDayOfMonth() + "号");
        values.put("days", String.valueOf(dice.between(5, 24)));
        values.put("amount", String.valueOf(dice.between(9, 168) * 10));
        values.put("count", String.valueOf(dice.between(3, 12)));
        values.put("shift", crew.shortName().matches("[早中夜]班") ? crew.shortName() : dice.any("早班", "中班", "夜班"));
    }

    String place() {
        return values.getOrDefault("place", "");
    }

    String fill(String text) {
        return SLOT.matcher(text).replaceAll(slot -> values.getOrDefault(slot.group(1), ""));
    }
}
