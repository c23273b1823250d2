package cn.lianxin.sealed;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** To whom a sealed report can go: whoever supervises and has made a key. */
@Component
class Officers {

    /** As the page names him. */
    record Officer(RecipientKey key, String name, String post, String unitName) {}

    record ShownStep(SealedStep step, String unit, String name) {}

    record ShownOwner(String unit, String post, String name) {}

    record ShownGuardian(ShownOwner who, Instant dueAt) {}

    private final Keys keys;
    private final RoleHolders holders;
    private final Directory directory;

    Officers(Keys keys, RoleHolders holders, Directory directory) {
        this.keys = keys;
        this.holders = holders;
        this.directory = directory;
    }

    List<Officer> all() {
        return keys.inUse().stream()
                .filter(key -> holders.holders(Role.SUPERVISOR, key.unit()).contains(key.person()))
                .map(this::named)
                .toList();
    }

    /** Where a report lies whose only reader is gone. */
    Optional<SealedReport.Recipient> nearestBut(PersonId gone, UnitId unit) {
        return above(List.of(new SealedReport.Recipient(gone, unit)));
    }

    /** The nearest in or above the line of whoever answers for it who is none of them. */
    Optional<SealedReport.Recipient> above(List<SealedReport.Recipient> readers) {
        var people = readers.stream().map(SealedReport.Recipient::person).toList();
        return holders.nearestHolder(Role.SUPERVISOR, readers.getFirst().unit(), people)
                .map(holder -> new SealedReport.Recipient(holder.person(), holder.unit()));
    }

    /** Himself, never his deputy: NotFound for everybody else. */
    static Actor.Member officer(Actor actor) {
        if (actor instanceof Actor.Member member && member.onHisOwn().is(Role.SUPERVISOR)) {
            return member.onHisOwn();
        }
        throw new Refusal.NotFound();
    }

    static UnitId unitOf(Actor.Member officer) {
        return officer.unitsAs(Role.SUPERVISOR).iterator().next();
    }

    /** As he is written down, for whatever lies over a page that he reads. */
    Reader reader(Actor.Member officer) {
        var post = directory.postOf(officer.person());
        return Reader.person(officer, post.title(), post.unit());
    }

    String post(PersonId person) {
        return directory.person(person).title();
    }

    String name(PersonId person) {
        return directory.person(person).name();
    }

    String unitName(UnitId unit) {
        return directory.unit(unit).name();
    }

    /** What happened, with the names as they are today and the posts as they were then. */
    List<ShownStep> stepsOf(SealedReport report) {
        return report.steps().stream()
                .map(step -> new ShownStep(
                        step,
                        step.unit().map(this::unitName).orElse(""),
                        step.person().map(this::name).orElse("")))
                .toList();
    }

    List<ShownStep> stepsForReaders(SealedReport report) {
        return stepsOf(report).stream()
                .filter(shown -> !shown.step().kind().isOfPeace())
                .toList();
    }

    ShownOwner ownerOf(SealedReport report) {
        var owner = report.owner();
        return new ShownOwner(unitName(owner.unit()), post(owner.person()), name(owner.person()));
    }

    ShownGuardian shown(Guardian guardian) {
        return new ShownGuardian(
                new ShownOwner(unitName(guardian.unit()), post(guardian.person()), name(guardian.person())),
                guardian.dueAt());
    }

    private Officer named(RecipientKey key) {
        return new Officer(key, name(key.person()), post(key.person()), unitName(key.unit()));
    }
}
