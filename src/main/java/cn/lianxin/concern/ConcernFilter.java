package cn.lianxin.concern;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What narrows a list down; empty parts narrow nothing.
 *
 * @param urgent life and limb, and what is as urgent
 * @param contractor raised in a contractor's unit
 * @param raisedIn where it was raised
 * @param answeredBy who owns it while it is open; who leads or led it where {@code due} is about replies
 * @param filedFrom first day of filing
 * @param filedUntil last day of filing
 */
public record ConcernFilter(
        boolean urgent,
        boolean confidential,
        boolean contractor,
        Optional<ConcernKind> kind,
        Optional<String> matter,
        Optional<Within> raisedIn,
        Optional<Within> answeredBy,
        Optional<LocalDate> filedFrom,
        Optional<LocalDate> filedUntil,
        Due due) {

    /**
     * A unit and all below it.
     *
     * @param itself without the units that stand directly below it
     */
    public record Within(UnitId unit, boolean itself) {}

    /** How it stands with the promise. */
    public enum Due {
        ANY,
        /** Waits for an answer. */
        OPEN,
        /** Waits, and the day has passed. */
        LATE,
        /** Waits, and the day is today or one of the next two working days. */
        SOON,
        /** Got its first reply within the last ninety days. */
        REPLIED;

        boolean waits() {
            return this == OPEN || this == LATE || this == SOON;
        }

        String condition() {
            return switch (this) {
                case ANY -> "true";
                case OPEN -> ConcernQueue.WAITING;
                case LATE -> ConcernQueue.WAITING + " and c.reply_by < :now";
                case SOON -> ConcernQueue.WAITING + " and c.reply_by >= :now and c.reply_by < :soon";
                case REPLIED ->
                    "c.id in (select s.concern from concern.step s where s.kind = 'REPLIED' and s.at >= :repliedSince)"
                            + " and " + FIRST_REPLY + " >= :repliedSince";
            };
        }
    }

    static final String FIRST_REPLY =
            "(select min(s.at) from concern.step s where s.concern = c.id and s.kind = 'REPLIED')";

    public static ConcernFilter none() {
        return due(Due.ANY);
    }

    public static ConcernFilter due(Due due) {
        return new ConcernFilter(
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                due);
    }

    public ConcernFilter answeredBy(UnitId unit) {
        return new ConcernFilter(
                urgent,
                confidential,
                contractor,
                kind,
                matter,
                raisedIn,
                Optional.of(new Within(unit, false)),
                filedFrom,
                filedUntil,
                due);
    }

    /** As SQL on {@code c}; puts the values it names into the parameters. */
    String condition(Map<String, Object> parameters) {
        List<String> all = new ArrayList<>();
        all.add(due.condition());
        if (urgent) {
            all.add("c.grade in ('U0', 'U1')");
        }
        if (confidential) {
            all.add("c.reporter_mode = 'CONFIDENTIAL'");
        }
        if (contractor) {
            all.add("c.unit in (select l.unit from organization.unit_line l"
                    + " join organization.unit_card u on u.id = l.above where u.kind = 'CONTRACTOR')");
        }
        kind.ifPresent(value -> {
            parameters.put("kind", value.name());
            all.add("c.kind = :kind");
        });
        matter.ifPresent(value -> {
            parameters.put("matter", value);
            all.add("c.matter = :matter");
        });
        raisedIn.ifPresent(value -> {
            parameters.put("raisedIn", value.unit().value());
            all.add(Places.within("c.unit", ":raisedIn", value.itself()));
        });
        answeredBy.ifPresent(value -> {
            parameters.put("answeredBy", value.unit().value());
            all.add(Places.within(due.waits() ? "c.owner_unit" : "c.lead_unit", ":answeredBy", value.itself()));
        });
        filedFrom.ifPresent(value -> {
            parameters.put("filedFrom", Horizon.beginning(value));
            all.add("c.filed_at >= :filedFrom");
        });
        filedUntil.ifPresent(value -> {
            parameters.put("filedUntil", Horizon.beginning(value.plusDays(1)));
            all.add("c.filed_at < :filedUntil");
        });
        return String.join(" and ", all);
    }
}
