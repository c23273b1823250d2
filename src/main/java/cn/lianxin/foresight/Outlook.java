package cn.lianxin.foresight;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.silence.Listening;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be noticed in one unit and below it.
 *
 * @param roots the highest of his units
 * @param only the one question of which all rows are shown; empty for all questions in short
 * @param names of the units in the rows
 */
record Outlook(
        UnitCard unit,
        List<UnitCard> roots,
        Optional<UnitId> above,
        Optional<Part> only,
        Rising rising,
        List<Return> returning,
        Listening.Heard quiet,
        Unequal unequal,
        UnitMap map,
        Map<UnitId, String> names) {

    private static final int IN_SHORT = 5;

    /** @param enough whether there is time enough behind it to know what is usual */
    record Rising(List<Rise> rises, List<Finding> topics, boolean enough) {

        long size() {
            return rises.size() + (long) topics.size();
        }
    }

    /**
     * @param told whether he may know of any mine here
     * @param choose mines of which one has to be chosen first, as they are too many to be compared at once
     */
    record Unequal(List<Finding> findings, boolean told, List<UnitCard> choose) {}

    /** @param usual of all that is shown, for a hundred people in a week */
    record UnitMap(List<Panel> panels, double highest, double usual, LocalDate first, LocalDate last) {

        List<Panel> drawn() {
            return panels.stream().filter(panel -> !panel.few()).toList();
        }

        /** By name. */
        List<String> few() {
            return panels.stream().filter(Panel::few).map(Panel::name).toList();
        }
    }

    boolean shows(Part part) {
        return only.isEmpty() || only.filter(part::equals).isPresent();
    }

    <T> List<T> cut(List<T> rows) {
        return only.isPresent() || rows.size() <= IN_SHORT ? rows : rows.subList(0, IN_SHORT);
    }

    long count(Part part) {
        return switch (part) {
            case RISING -> rising.size();
            case RETURNING -> returning.size();
            case SILENT -> quiet.rows().size();
            case UNEQUAL -> unequal.findings().size();
        };
    }

    boolean anything() {
        for (var part : Part.values()) {
            if (count(part) > 0) {
                return true;
            }
        }
        return false;
    }

    String name(Place place) {
        return names.getOrDefault(place.unit(), "");
    }

    /** What may be seen of a quiet unit in the time that was counted. */
    String rows(Listening.Quiet row) {
        return new Place(row.unit(), false).rows(quiet.since(), quiet.until());
    }
}
