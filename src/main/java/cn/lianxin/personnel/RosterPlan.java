package cn.lianxin.personnel;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.spreadsheet.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a roster would do: its faults, a line for everybody, and the steps to take if there are no faults. Made anew for the
 * look and for the application; {@link #digest()} tells whether the two would do the same.
 */
final class RosterPlan {

    private final RosterScope scope;
    private final ImportPlan rows;
    private final List<RosterLine> lines = new ArrayList<>();
    private final List<Runnable> steps = new ArrayList<>();
    private final Map<PersonId, Leaving> leaving = new LinkedHashMap<>();
    private int people;

    /** Somebody who leaves, and how. */
    record Leaving(PersonId person, String number, String name, Runnable step) {}

    RosterPlan(RosterScope scope, ImportPlan rows) {
        this.scope = scope;
        this.rows = rows;
    }

    RosterScope scope() {
        return scope;
    }

    /** How many have their main post in the scope today. */
    int people() {
        return people;
    }

    void people(int counted) {
        people = counted;
    }

    void fault(Row row, ImportColumn column, String code, Object... arguments) {
        rows.fault(row, column, code, arguments);
    }

    List<ImportFault> faults() {
        rows.sortFaults();
        return rows.faults();
    }

    void line(RosterLine line) {
        lines.add(line);
    }

    void step(Runnable step) {
        steps.add(step);
    }

    void leave(Leaving one) {
        leaving.put(one.person(), one);
    }

    List<RosterLine> list(RosterList list) {
        return lines.stream().filter(line -> line.list() == list).toList();
    }

    /** People, or units; somebody with two lines in a list counts once. */
    int count(RosterList list) {
        return (int) list(list).stream().map(RosterLine::number).distinct().count();
    }

    List<Leaving> leaving() {
        return List.copyOf(leaving.values());
    }

    boolean changesNothing() {
        return steps.isEmpty() && leaving.isEmpty();
    }

    /** Takes the steps: units first, then whoever comes or moves, and whoever leaves last. */
    void run() {
        steps.forEach(Runnable::run);
        leaving.values().forEach(one -> one.step().run());
    }

    String digest() {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            sum.update((scope + " " + people).getBytes(StandardCharsets.UTF_8));
            for (var line : lines) {
                sum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
