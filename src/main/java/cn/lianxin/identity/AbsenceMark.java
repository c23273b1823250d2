package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.HeadMark;
import cn.lianxin.platform.web.HeadMarks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Away until then and who stands in; and for whom one stands in oneself. */
@Component
class AbsenceMark implements HeadMarks {

    private final Absences absences;
    private final StandingIn standingIn;
    private final Directory directory;

    AbsenceMark(Absences absences, StandingIn standingIn, Directory directory) {
        this.absences = absences;
        this.standingIn = standingIn;
        this.directory = directory;
    }

    @Override
    public Stream<HeadMark> marksFor(Actor actor) {
        if (!(actor instanceof Actor.Member member)) {
            return Stream.empty();
        }
        var away = absences.now(member.person()).map(this::away).stream();
        return Stream.concat(away, member.standingIn().stream().map(AbsenceMark::standingIn));
    }

    private HeadMark away(Absence absence) {
        var acting = standingIn.actingIn(absence).stream().findFirst().map(this::name);
        var key = (absence.underground() ? "absence.underground" : "absence.on-leave")
                + (acting.isPresent() ? ".with-deputy" : "");
        return new HeadMark(
                key,
                Stream.concat(Stream.of((Object) absence.until()), acting.stream())
                        .toList(),
                Optional.of(new HeadMark.Way("/me/absences/" + absence.id() + "/end", "absence.back")));
    }

    private static HeadMark standingIn(Actor.StandIn standIn) {
        return new HeadMark(
                standIn.underground() ? "absence.for.underground" : "absence.for.on-leave",
                List.of(standIn.name(), standIn.until()),
                Optional.empty());
    }

    private String name(PersonId person) {
        return directory.person(person).name();
    }
}
