package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a concern speaks of, for the room that writes down what they said to it themselves. */
@Component
public class HearingConcerns {

    /**
     * A concern before one actor.
     *
     * @param mine whether he raised it
     * @param records whether he is one of those who investigate it
     */
    public record Heard(long id, ConcernNumber number, List<CaseFile.About> named, boolean mine, boolean records) {}

    private final Concerns concerns;
    private final Recusals recusals;
    private final Directory directory;
    private final ReadingTrail trail;

    HearingConcerns(Concerns concerns, Recusals recusals, Directory directory, ReadingTrail trail) {
        this.concerns = concerns;
        this.recusals = recusals;
        this.directory = directory;
        this.trail = trail;
    }

    /** NotFound where it is not his to see; where it is protected, that he reads it is written down. */
    @Transactional
    public Heard open(ConcernNumber number, Actor actor) {
        var met = concerns.get(number, actor);
        var party = met.party();
        trail.opened(met.concern(), party, false, Door.PAGE, actor);
        return new Heard(
                met.concern().id(),
                number,
                named(met.concern().id()),
                party.is(Standing.SPEAKER),
                !party.is(Standing.SPEAKER)
                        && party.isAny(
                                Standing.DESK,
                                Standing.LEAD,
                                Standing.LEADER,
                                Standing.ASSISTING,
                                Standing.ARBITER,
                                Standing.SUPERVISOR));
    }

    private List<CaseFile.About> named(long concern) {
        var named = recusals.named(concern);
        return Stream.concat(
                        named.people().stream().map(person -> CaseFile.About.of(person, name(person))),
                        named.units().stream()
                                .map(unit -> CaseFile.About.of(
                                        unit, directory.unit(unit).name())))
                .toList();
    }

    private String name(PersonId person) {
        return directory.person(person).name();
    }
}
