package cn.lianxin.equality;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of the last twelve whole months was decided otherwise for some than for others, mine by mine, for those who lead it,
 * supervise it or keep its desk. The months are whole and the mines do not overlap, so that nobody finds out a case by
 * looking twice.
 */
@Component
class EqualTreatment {

    private static final List<Role> LOOKS = List.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER);
    private static final int MONTHS = 12;

    /**
     * @param compared how many comparisons were made, found or not
     * @param pasted answers given to unlike concerns, as far as whoever looks may see those
     */
    public record Looked(
            LocalDate from, LocalDate until, int cases, int compared, List<Gap> found, List<Pasted> pasted) {}

    private final Decisions decisions;
    private final Answers answers;
    private final Directory directory;
    private final Clock clock;

    EqualTreatment(Decisions decisions, Answers answers, Directory directory, Clock clock) {
        this.decisions = decisions;
        this.answers = answers;
        this.directory = directory;
        this.clock = clock;
    }

    /** Those of which he is one of the three, himself or for somebody above. */
    List<UnitCard> mines(Actor actor) {
        var his = LOOKS.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .toList();
        return his.isEmpty()
                ? List.of()
                : decisions.minesBelow(his).stream().map(directory::unit).toList();
    }

    /** NotFound for everybody else. */
    @Transactional(readOnly = true)
    public Looked look(UnitId mine, Actor actor) {
        if (mines(actor).stream().map(UnitCard::id).noneMatch(mine::equals)) {
            throw new Refusal.NotFound();
        }
        var until = ZonedDateTime.now(clock.withZone(Screen.ZONE)).toLocalDate().withDayOfMonth(1);
        var from = until.minusMonths(MONTHS);
        var begin = from.atStartOfDay(Screen.ZONE).toInstant();
        var end = until.atStartOfDay(Screen.ZONE).toInstant();
        var cases = decisions.between(begin, end, mine);
        var pasted = actor instanceof Actor.Member member
                ? Pasting.among(answers.between(begin, end, mine, member))
                : List.<Pasted>of();
        return new Looked(
                from,
                until.minusDays(1),
                cases.size(),
                new Comparing(cases).all(List.of()).size(),
                Findings.in(cases),
                pasted);
    }
}
