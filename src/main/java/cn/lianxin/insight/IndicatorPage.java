package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on the page of indicators.
 *
 * @param units that can be chosen: where this person may look at the top, the parts of the chosen one, and the one above
 * @param areas one matter of each area
 * @param rowsAreHis whether this person may be led to the rows
 */
record IndicatorPage(
        UnitCard unit,
        List<UnitCard> units,
        List<Span> spans,
        Dimension by,
        Indicators.Laid laid,
        Map<UnitId, String> names,
        List<Matter> areas,
        Map<String, Matter> matters,
        boolean rowsAreHis) {

    static final List<Indicator> IN_ROWS = List.of(
            Indicator.RESPONSE,
            Indicator.ON_TIME,
            Indicator.UNANSWERED,
            Indicator.DAYS,
            Indicator.RAISED_AGAIN,
            Indicator.RECURRED,
            Indicator.SOLVED,
            Indicator.SATISFIED);

    Group group() {
        return laid.whole().group();
    }

    /** Of what was chosen, the one that is final last. */
    Span lastQuarter() {
        return group().span().quarters().getLast();
    }

    List<Indicator> columns() {
        return IN_ROWS;
    }

    /** A part of a unit, or the unit itself without its parts. */
    boolean itself(FigureRow row) {
        return by == Dimension.UNIT && row.group().unit().equals(group().unit());
    }

    String name(FigureRow row, Screen screen) {
        return switch (by) {
            case UNIT -> names.getOrDefault(row.group().unit(), row.key());
            case MONTH -> row.key();
            case GRADE -> row.key() + " " + screen.say(Grade.valueOf(row.key()));
            case CHANNEL -> screen.say("channel." + row.key());
            case MATTER ->
                row.key() + " " + matterName(row.key(), screen.words().chinese());
        };
    }

    private String matterName(String key, boolean chinese) {
        var exact = matters.get(key);
        return exact != null
                ? exact.name(chinese)
                : areas.stream()
                        .filter(matter -> matter.area().equals(key))
                        .findFirst()
                        .map(matter -> matter.areaName(chinese))
                        .orElse("");
    }

    /** The share in whole percent, the days to a tenth, or a dash. */
    static String number(Figure figure, Screen screen) {
        if (figure.withheld().isPresent()) {
            return "—";
        }
        return figure.median()
                .map(days -> screen.say("indicators.days", tenth(days)))
                .orElseGet(
                        () -> figure.share().map(share -> percent(share) + " %").orElse("—"));
    }

    static long percent(double share) {
        return Math.round(share * 100);
    }

    static double tenth(double days) {
        return Math.round(days * 10) / 10.0;
    }

    String rows() {
        return address("/indicators/rows", group());
    }

    String into(FigureRow row) {
        return address("/indicators", row.group());
    }

    private String address(String path, Group of) {
        return path + "?unit=" + of.unit().value() + "&span=" + of.span()
                + "&by=" + by.name()
                + of.matter().map(matter -> "&matter=" + matter).orElse("")
                + of.grade().map(grade -> "&grade=" + grade.name()).orElse("")
                + of.channel().map(channel -> "&channel=" + channel).orElse("");
    }

    Optional<String> chosen(String name) {
        return switch (name) {
            case "matter" -> group().matter();
            case "grade" -> group().grade().map(Grade::name);
            default -> group().channel();
        };
    }
}
