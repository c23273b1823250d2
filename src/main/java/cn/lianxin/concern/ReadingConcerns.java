package cn.lianxin.concern;

import cn.lianxin.identity.StandingIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Matters;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens one concern for one actor, with everything his page shows. */
@Component
public class ReadingConcerns {

    static final Set<Class<?>> ANSWERS =
            Set.of(ConcernEvent.Replied.class, ConcernEvent.Declined.class, ConcernEvent.Reviewed.class);

    private final Concerns concerns;
    private final Timeline timeline;
    private final Attachments attachments;
    private final Directory directory;
    private final Matters matters;
    private final StandingIn standingIn;
    private final TimeLimits limits;
    private final ReadingTrail trail;
    private final ConfidentialReporters reporters;
    private final Recusals recusals;
    private final ObjectProvider<Safeguards> safeguards;
    private final ObjectProvider<CaseProblems> problems;
    private final JdbcClient database;
    private final Clock clock;

    ReadingConcerns(
            Concerns concerns,
            Timeline timeline,
            Attachments attachments,
            Directory directory,
            Matters matters,
            StandingIn standingIn,
            TimeLimits limits,
            ReadingTrail trail,
            ConfidentialReporters reporters,
            Recusals recusals,
            ObjectProvider<Safeguards> safeguards,
            ObjectProvider<CaseProblems> problems,
            JdbcClient database,
            Clock clock) {
        this.concerns = concerns;
        this.timeline = timeline;
        this.attachments = attachments;
        this.directory = directory;
        this.matters = matters;
        this.standingIn = standingIn;
        this.limits = limits;
        this.trail = trail;
        this.reporters = reporters;
        this.recusals = recusals;
        this.safeguards = safeguards;
        this.problems = problems;
        this.database = database;
        this.clock = clock;
    }

    /** @param door by which it is shown; where it is protected, that is written down */
    @Transactional
    public CaseFile open(ConcernNumber number, Door door, Actor actor) {
        var met = concerns.get(number, actor);
        var concern = met.concern();
        var party = met.party();
        var filing = concern.filing();
        var course = concern.course();
        var steps = told(timeline.of(concern.id()), party);
        var forTheWorker = party.is(Standing.SPEAKER);
        var files = filesOf(concern.id());
        var byId = files.stream().collect(Collectors.toMap(StoredAttachment::id, Function.identity()));
        var talk = Talk.knowing(steps, directory, byId);
        var spoken = Spoken.in(steps, course.transcripts(), talk::who);
        var matter = matters.get(course.matter());
        var reporter = reporterName(filing.reporter(), party);
        trail.opened(concern, party, !reporter.isEmpty(), door, actor);
        return new CaseFile(
                concern.id(),
                number,
                concern.version(),
                filing.title() + spoken.lineOf(filing, steps),
                filing.words(),
                filing.place(),
                filing.kind(),
                filing.channel(),
                filing.reporter().mode(),
                matter.code(),
                matter.name(),
                matter.englishName(),
                course.grade(),
                ConcernJson.name(course.state().getClass()),
                reporter,
                directory.pathName(filing.unit()),
                filing.restricted(),
                filing.filedAt(),
                directory.unit(course.owner().unit()).shortName(),
                directory.person(course.owner().person()).name(),
                ownerAway(concern),
                course.deadlines().replyBy(),
                course.assignment().map(it -> directory.unit(it.lead()).name()),
                course.assignment().map(it -> it.assisting()).orElseGet(Set::of).stream()
                        .map(unit -> directory.unit(unit).shortName())
                        .sorted()
                        .toList(),
                course.state() instanceof ConcernState.Concluded concluded
                        ? Optional.of(concluded.ending())
                        : Optional.empty(),
                course.lookBy(),
                course.state() instanceof ConcernState.Answered answered
                        ? Optional.of(answered.windowEnds())
                        : Optional.empty(),
                course.state() instanceof ConcernState.Linked linked
                        ? Optional.of(concerns.get(linked.main()).number().toString())
                        : Optional.empty(),
                concerns.linkedTo(concern.id()).stream()
                        .map(member -> member.number().toString())
                        .toList(),
                !forTheWorker && course.state() instanceof ConcernState.ReplyDrafted drafted
                        ? Optional.of(drafted.reply())
                        : Optional.empty(),
                course.state() instanceof ConcernState.InHand inHand
                        ? inHand.extension().map(ConcernState.ExtensionRequest::until)
                        : Optional.empty(),
                CaseClock.of(concern, steps, limits.sourcesOf(course.deadlines()), clock.instant()),
                talk.lines(steps, forTheWorker),
                filedWith(steps, files),
                spoken,
                party.standings(),
                Move.openTo(party, concern, clock.instant()),
                about(concern),
                asked(concern, forTheWorker),
                problem(concern.id(), forTheWorker, actor));
    }

    /** A part that was split off and is closed to him is not told of either. */
    private List<Step> told(List<Step> steps, Party party) {
        return steps.stream()
                .filter(step -> !(step.event() instanceof ConcernEvent.SplitOff part
                        && party.actor() instanceof Actor.Member member
                        && !party.is(Standing.SPEAKER)
                        && recusals.excludes(part.part(), List.of(member.person()))))
                .toList();
    }

    private List<CaseFile.About> about(Concern concern) {
        var named = recusals.named(concern.id());
        if (named.isEmpty()) {
            return List.of();
        }
        var heard = safeguards.stream()
                .flatMap(room -> room.heard(concern.id()).stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                        named.people().stream().map(one -> CaseFile.About.of(one, name(one))),
                        named.units().stream()
                                .map(one -> CaseFile.About.of(
                                        one, directory.unit(one).name())))
                .map(about -> about.heard(heard))
                .toList();
    }

    private boolean asked(Concern concern, boolean forTheWorker) {
        return forTheWorker && safeguards.stream().anyMatch(room -> room.asks(concern.id()));
    }

    private CaseProblems.Line problem(long concern, boolean forTheWorker, Actor actor) {
        return problems.stream()
                .findFirst()
                .map(room -> forTheWorker
                        ? new CaseProblems.Line(room.told(concern), List.of(), false)
                        : room.before(concern, actor))
                .orElseGet(CaseProblems.Line::none);
    }

    /**
     * The answer that stands, for the one who may judge it. To everybody but the worker it is not there; refused as {@code
     * nothing-to-judge} before there is one.
     */
    @Transactional(readOnly = true)
    public JudgedAnswer answerToJudge(ConcernNumber number, Actor speaker) {
        var met = concerns.get(number, speaker);
        if (!met.party().is(Standing.SPEAKER)) {
            throw new Refusal.NotFound();
        }
        var answers = timeline.of(met.concern().id()).stream()
                .filter(step -> ANSWERS.contains(step.event().getClass()))
                .count();
        if (answers == 0) {
            throw new Refusal.Conflict("nothing-to-judge");
        }
        return new JudgedAnswer(met.concern().id(), (int) answers);
    }

    /** The number of its steps, by which a form notices that it is stale. */
    @Transactional(readOnly = true)
    public int versionOf(ConcernNumber number, Actor actor) {
        return concerns.get(number, actor).concern().version();
    }

    /** What happened as the worker reads it, whoever asks: without what is said among those who handle it. */
    @Transactional
    public List<TalkLine> history(ConcernNumber number, Door door, Actor actor) {
        var met = concerns.get(number, actor);
        trail.opened(met.concern(), met.party(), false, door, actor);
        var steps = timeline.of(met.concern().id());
        return Talk.knowing(steps, directory, Map.of()).lines(steps, true);
    }

    /** A file of a concern that the actor may see; else it is not there. */
    @Transactional
    public Content attachment(ConcernNumber number, UUID attachment, boolean preview, Door door, Actor actor) {
        var met = concerns.get(number, actor);
        var concern = met.concern();
        var id = new AttachmentId(attachment);
        if (filesOf(concern.id()).stream().noneMatch(file -> file.id().equals(id))) {
            throw new Refusal.NotFound();
        }
        trail.opened(concern, met.party(), false, door, actor);
        return preview ? attachments.preview(id) : attachments.get(id);
    }

    /** That the actor is given these concerns as they once came, by the room that kept them. */
    @Transactional
    public void given(Collection<String> numbers, Door door, Actor actor) {
        var shown = database.sql("select c.number, c.reporter is not null as named from concern.concern c"
                        + " where c.number = any (:numbers) and " + Protection.SQL + " and " + Scope.OF_OTHERS)
                .params(reporters.scope(actor))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> new ReadingTrail.Shown(row.getString("number"), row.getBoolean("named")))
                .list();
        trail.write(shown, door, actor);
    }

    /**
     * What the trail of readings calls a protected concern, for the one who raised it: only he may know who has read it. To
     * everybody else there is nothing, nor of a concern under a name for all.
     */
    @Transactional(readOnly = true)
    public Trailed trailOf(ConcernNumber number, Actor speaker) {
        var met = concerns.get(number, speaker);
        if (!met.party().is(Standing.SPEAKER)
                || !Protection.covers(met.concern().filing())) {
            throw new Refusal.NotFound();
        }
        return new Trailed(
                ReadingTrail.subject(number.toString()), met.concern().filing().filedAt());
    }

    /** @param subject under which its readings are written down */
    public record Trailed(String subject, Instant filedAt) {}

    private List<StoredAttachment> filesOf(long concern) {
        var ids = database.sql("select attachment from concern.attachment where concern = :concern order by place")
                .param("concern", concern)
                .query((row, _) -> new AttachmentId(row.getObject("attachment", UUID.class)))
                .list();
        return ids.isEmpty() ? List.of() : attachments.of(ids);
    }

    private static List<StoredAttachment> filedWith(List<Step> steps, List<StoredAttachment> files) {
        var first = (ConcernEvent.Filed) steps.getFirst().event();
        return files.stream()
                .filter(file -> first.attachments().contains(file.id().value()))
                .toList();
    }

    private Optional<CaseFile.Away> ownerAway(Concern concern) {
        var owner = concern.course().owner();
        var out = recusals.excluded(concern.id());
        concern.filing().reporter().known().ifPresent(out::add);
        return standingIn
                .away(owner.person())
                .map(away -> new CaseFile.Away(
                        away.underground(),
                        away.until(),
                        standingIn.actingFor(owner.person(), List.of(owner.unit()), out).stream()
                                .filter(acting -> !acting.equals(owner.person()))
                                .findFirst()
                                .map(this::name)
                                .orElse("")));
    }

    /** Empty stands for an alias, which the page says in its language. */
    private String reporterName(Reporter reporter, Party party) {
        return switch (reporter) {
            case Reporter.Named(var person) -> name(person);
            case Reporter.Confidential(var person) -> party.isAny(Standing.SPEAKER, Standing.DESK) ? name(person) : "";
            case Reporter.Anonymous() -> "";
        };
    }

    private String name(PersonId person) {
        return directory.person(person).name();
    }
}
