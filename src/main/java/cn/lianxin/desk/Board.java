package cn.lianxin.desk;

import cn.lianxin.concern.ConcernFigures.Load;
import cn.lianxin.concern.ConcernFigures.Rise;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a leader looks at in the morning, for one unit and its parts.
 *
 * @param roots the units that the actor may look at in full
 * @param decides whether decisions can wait for him at all
 * @param waiting how many do
 * @param tallest the highest bar of all charts, on whose scale they are drawn
 */
record Board(
        UnitCard unit,
        List<UnitCard> roots,
        Optional<UnitId> above,
        boolean decides,
        long waiting,
        List<ConcernRow> waitingRows,
        List<ConcernRow> lateRows,
        List<ConcernRow> soonRows,
        Rising rising,
        int tallest,
        List<PartChart> charts,
        List<PartLine> lines) {

    private static final Set<Role> ROLES = Set.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER);

    /** Matters of which more is heard, in the days since then against as many days before. */
    record Rising(List<Rise> matters, java.time.LocalDate since) {}

    static Set<Role> roles() {
        return ROLES;
    }

    static boolean isFor(Actor actor) {
        return ROLES.stream().anyMatch(actor::is);
    }

    long open() {
        return lines.stream().map(PartLine::load).mapToLong(Load::open).sum();
    }

    long late() {
        return lines.stream().map(PartLine::load).mapToLong(Load::late).sum();
    }

    long soon() {
        return lines.stream().map(PartLine::load).mapToLong(Load::soon).sum();
    }

    /** The part with most of what is late, where there are parts to compare and it is not all in the unit itself. */
    Optional<PartLine> worst() {
        return lines.stream()
                .filter(line -> line.load().late() > 0 && !line.part().itself())
                .max(Comparator.comparingLong(line -> line.load().late()));
    }

    String rows(String narrowing) {
        return WorkPages.BEHIND_A_FIGURE + "?" + narrowing;
    }
}
