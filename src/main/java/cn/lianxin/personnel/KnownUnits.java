package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All units at one moment, as a file may call them: by code, by a name that only one bears, or by a path of names. */
final class KnownUnits {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[/／\\\\›>＞→]|->)\\s*");

    private final Map<String, UnitCard> byCode;
    private final Map<UnitId, UnitCard> byId;
    private final Set<UnitId> ended;
    private final Map<String, UnitCard> found = new HashMap<>();

    private KnownUnits(Map<String, UnitCard> byCode, Set<UnitId> ended) {
        this.byCode = byCode;
        this.ended = ended;
        this.byId = byCode.values().stream().collect(Collectors.toMap(UnitCard::id, Function.identity()));
    }

    static KnownUnits in(Directory directory) {
        return new KnownUnits(directory.unitsByCode(), directory.endedUnits());
    }

    Optional<UnitCard> withCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    UnitCard get(UnitId unit) {
        return Optional.ofNullable(byId.get(unit)).orElseThrow(Refusal.NotFound::new);
    }

    boolean isBelow(UnitId unit, UnitId above) {
        return line(unit).stream().anyMatch(card -> card.id().equals(above));
    }

    /**
     * The unit that is meant, at or below {@code scope}. Refuses {@code unit-ended}, {@code import-unit-unknown},
     * {@code import-unit-ambiguous} and {@code roster-outside-scope}.
     */
    UnitCard named(String text, UnitId scope) {
        var wanted = text.strip();
        var unit = found.get(wanted);
        if (unit == null) {
            unit = look(wanted, scope);
            found.put(wanted, unit);
        }
        return unit;
    }

    private UnitCard look(String wanted, UnitId scope) {
        var coded = byCode.get(wanted);
        if (coded != null) {
            if (ended.contains(coded.id())) {
                throw refused("unit-ended");
            }
            return within(coded, scope);
        }
        var names = List.of(BETWEEN.split(wanted, -1));
        var fitting = byCode.values().stream()
                .filter(card -> !ended.contains(card.id()) && fits(card, names))
                .toList();
        var inside = fitting.stream()
                .filter(card -> isBelow(card.id(), scope))
                .sorted(java.util.Comparator.comparing(UnitCard::code))
                .toList();
        if (inside.size() > 1) {
            throw refused(
                    "import-unit-ambiguous",
                    wanted,
                    inside.get(0).code(),
                    inside.get(1).code());
        }
        if (fitting.isEmpty()) {
            throw refused("import-unit-unknown", wanted);
        }
        return inside.isEmpty() ? within(fitting.getFirst(), scope) : inside.getFirst();
    }

    private UnitCard within(UnitCard unit, UnitId scope) {
        if (!isBelow(unit.id(), scope)) {
            throw refused("roster-outside-scope", unit.name(), get(scope).name());
        }
        return unit;
    }

    /** Whether the last name is the unit's and those before it are the names of the units above it, without a gap. */
    private boolean fits(UnitCard unit, List<String> names) {
        var line = line(unit.id());
        if (line.size() < names.size()) {
            return false;
        }
        for (int up = 0; up < names.size(); up++) {
            var name = names.get(names.size() - 1 - up);
            if (!name.equals(line.get(up).name()) && !name.equals(line.get(up).shortName())) {
                return false;
            }
        }
        return true;
    }

    /** {@code 北岭矿 › 综采一队 › 早班}: from the mine down, outside the mines from the top. */
    String path(UnitId unit) {
        var line = line(unit).reversed();
        var mine = line.stream()
                .filter(card -> card.kind() == UnitKind.MINE)
                .findFirst()
                .map(line::indexOf)
                .orElse(0);
        return line.stream().skip(mine).map(UnitCard::shortName).collect(Collectors.joining(" › "));
    }

    /** The unit itself first. */
    private List<UnitCard> line(UnitId unit) {
        var line = new ArrayList<UnitCard>();
        for (var at = Optional.ofNullable(byId.get(unit));
                at.isPresent();
                at = at.get().parent().map(byId::get)) {
            line.add(at.get());
        }
        return line;
    }

    private static Refusal.Violation refused(String code, Object... arguments) {
        return new Refusal.Violation("unit", code, arguments);
    }
}
