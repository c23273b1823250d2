package cn.lianxin.demo;

import cn.lianxin.organization.UnitKind;
import cn.lianxin.promise.Matter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which unit leads on a matter, from what the classification calls it: a department of the mine first, else of the company. */
final class LeadUnits {

    private static final String THE_WORKERS_DISTRICT = "区队";
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（](.*)[)）]");
    private static final Pattern ENDING = Pattern.compile("(科|部|中心|站)$");

    private final EnterprisePlan enterprise;

    LeadUnits(EnterprisePlan enterprise) {
        this.enterprise = enterprise;
    }

    /** For people of this unit. */
    UnitPlan leadOn(Matter matter, String unit) {
        if (leadsInDistrict(matter)) {
            var district = enterprise.upwards(unit).stream()
                    .filter(it -> it.kind() == UnitKind.DISTRICT || it.kind() == UnitKind.CONTRACTOR)
                    .findFirst();
            if (district.isPresent()) {
                return district.get();
            }
        }
        return leadInHouse(matter, enterprise.house(unit));
    }

    boolean leadsInDistrict(Matter matter) {
        return matter.lead().equals(THE_WORKERS_DISTRICT);
    }

    /** For people of this house who belong to no district. */
    UnitPlan leadInHouse(Matter matter, UnitPlan house) {
        var lead = leadsInDistrict(matter) ? "人力" : matter.lead();
        var bracket = IN_BRACKETS.matcher(lead);
        var wanted = bracket.find() ? bracket.group(1) : lead;
        var word = ENDING.matcher(wanted).replaceFirst("");
        return houses(house)
                .flatMap(it -> departments(it).stream()
                        .filter(department -> department.name().contains(word)
                                || department.shortName().contains(wanted))
                        .min(Comparator.comparingInt(
                                department -> department.name().length()))
                        .stream())
                .findFirst()
                .or(() -> nameWithin(wanted, house))
                .orElseThrow(() -> new IllegalStateException("nobody leads on " + matter.code() + " " + lead));
    }

    private Optional<UnitPlan> nameWithin(String wanted, UnitPlan house) {
        return houses(house)
                .flatMap(it -> departments(it).stream())
                .filter(department -> wanted.contains(department.shortName()))
                .max(Comparator.comparingInt(
                        department -> department.shortName().length()));
    }

    /** The house itself, then those above it; for the group the company too, which has the departments it lacks. */
    private Stream<UnitPlan> houses(UnitPlan house) {
        return Stream.concat(
                        enterprise.upwards(house.code()).stream(),
                        enterprise.units().values().stream().filter(unit -> unit.kind() == UnitKind.COMPANY))
                .distinct();
    }

    private List<UnitPlan> departments(UnitPlan house) {
        return enterprise.units().values().stream()
                .filter(unit -> unit.kind() == UnitKind.DEPARTMENT)
                .filter(unit -> enterprise.house(unit.code()).equals(house))
                .toList();
    }
}
