package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of concerns. What an actor may not see is not found. */
@Component
class Concerns {

    /**
     * A concern and what the actor who asked for it is to it.
     *
     * @param inTurn what he is in place of an owner who is away, on his own, and in place of others; the first to whom a
     *     move is open makes it
     */
    record Met(Concern concern, Party party, List<Party> inTurn) {

        Concern move(BiFunction<Concern, Party, Concern> move) {
            for (var one : inTurn) {
                try {
                    return move.apply(concern, one);
                } catch (Refusal.NotAllowed notAsThis) {
                    continue;
                }
            }
            return move.apply(concern, party);
        }
    }

    private static final long NANOS_PER_MICRO = 1_000;

    private static final String COLUMNS = """
            c.id, c.number, c.version, c.kind, c.channel, c.reporter_mode, c.reporter, c.clerk, c.title, c.words,
            c.place, c.unit, c.desk_unit, c.restricted, c.filed_at, c.state_data, c.owner_unit, c.owner_person,
            c.lead_unit, c.assisting, c.hand_back_by, c.arbitrated, c.matter, c.grade, c.acknowledge_by, c.reply_by,
            c.hand_backs, c.raised_again, c.extended, c.transcripts, c.promised_by, c.stopped_micros,
            c.show_by, c.look_by""";

    private static final String STANDINGS = """
            (c.reporter = :person
                or exists (select 1 from concern.receipt r where r.concern = c.id and r.digest = :receipt)) as speaker,
            ((c.owner_person = :person and c.owner_unit = c.desk_unit)
                or exists (select 1 from organization.unit_line l where l.unit = c.desk_unit
                    and l.above = any (case when c.restricted then :supervise else :desk end))) as desk,
            ((c.owner_person = :person and c.owner_unit = c.lead_unit)
                or exists (select 1 from organization.unit_line l where l.unit = c.lead_unit
                    and l.above = any (case when c.restricted then :supervise else :handle end))) as lead,
            exists (select 1 from organization.unit_line l where l.unit = any (c.assisting)
                and l.above = any (:handle)) as assisting_unit,
            exists (select 1 from organization.unit_line l where l.unit = c.lead_unit
                and l.above = any (case when c.restricted then :supervise else :lead end)) as leader,
            exists (select 1 from organization.unit_line l where l.unit = c.desk_unit
                and l.above = any (:lead || :supervise)) as arbiter,
            exists (select 1 from organization.unit_line l where l.unit in (c.desk_unit, c.lead_unit)
                and l.above = any (:supervise)) as supervisor,
            concern.stands_outside(:person, c.desk_unit, c.lead_unit, c.assisting) as reviewer,
            exists (select 1 from concern.step s where s.concern = c.id and s.by_person = :person) as touched""";

    private final JdbcClient database;
    private final Timeline timeline;
    private final ConfidentialReporters reporters;
    private final Recusals recusals;

    Concerns(JdbcClient database, Timeline timeline, ConfidentialReporters reporters, Recusals recusals) {
        this.database = database;
        this.timeline = timeline;
        this.reporters = reporters;
        this.recusals = recusals;
    }

    /** The concern for this actor; {@link Refusal.NotFound} where it is not for him. */
    Met get(ConcernNumber number, Actor actor) {
        var met = find(number, actor);
        var onOwn = actor instanceof Actor.Member member ? withoutExcluded(met.concern(), member) : actor;
        return onOwn.equals(actor) ? met : find(number, onOwn);
    }

    /** What is closed to somebody who is away, he cannot lend. */
    private Actor withoutExcluded(Concern concern, Actor.Member member) {
        var lending = member.standingIn().stream()
                .filter(standIn -> !recusals.excludes(concern.id(), List.of(standIn.person())))
                .toList();
        if (lending.size() == member.standingIn().size()) {
            return member;
        }
        var grants = new ArrayList<>(member.onHisOwn().grants());
        lending.forEach(standIn -> grants.addAll(standIn.lent()));
        return new Actor.Member(member.person(), member.name(), grants, lending);
    }

    private Met find(ConcernNumber number, Actor actor) {
        return database.sql(
                        "select " + COLUMNS + ", " + STANDINGS + " from " + Scope.VISIBLE + " where c.number = :number")
                .params(reporters.scope(actor))
                .param("number", number.toString())
                .query((row, _) -> new Met(concern(row), party(row, actor), List.of()))
                .optional()
                .map(met -> new Met(known(met.concern()), met.party(), met.inTurn()))
                .map(met -> met.party().actor() instanceof Actor.Member member
                                && !member.standingIn().isEmpty()
                        ? withStandIns(met, member)
                        : met)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Who acts for somebody in the line at this moment stands in it, and signs nothing from outside. */
    private Met withStandIns(Met met, Actor.Member member) {
        var parties = inTurn(met.concern(), member);
        var lentIntoTheLine = !met.concern().filing().restricted()
                && parties.stream()
                        .filter(party -> party.inPlaceOf().isPresent())
                        .anyMatch(party -> party.isAny(Standing.LEAD, Standing.LEADER, Standing.ASSISTING));
        return lentIntoTheLine
                ? new Met(
                        met.concern(),
                        met.party().without(Standing.REVIEWER),
                        parties.stream()
                                .map(party -> party.without(Standing.REVIEWER))
                                .toList())
                : new Met(met.concern(), met.party(), parties);
    }

    private List<Party> inTurn(Concern concern, Actor.Member member) {
        var owner = concern.course().owner().person();
        var parties = new ArrayList<Party>();
        member.standingIn().stream()
                .filter(standIn -> standIn.person().equals(owner))
                .forEach(standIn -> parties.add(partyOf(concern, member, standIn)));
        parties.add(standings(concern, member, member.onHisOwn(), Optional.empty()));
        member.standingIn().stream()
                .filter(standIn -> !standIn.person().equals(owner))
                .forEach(standIn -> parties.add(partyOf(concern, member, standIn)));
        return parties;
    }

    private Party partyOf(Concern concern, Actor.Member member, Actor.StandIn standIn) {
        var as = new Actor.Member(member.person(), member.name(), standIn.grants());
        return standings(concern, member, as, Optional.of(standIn.person()));
    }

    /** @param as with which of his roles he is looked at */
    private Party standings(Concern concern, Actor.Member member, Actor.Member as, Optional<PersonId> inPlaceOf) {
        return database.sql("select " + STANDINGS + " from concern.concern c where c.id = :id")
                .params(reporters.scope(as))
                .param("id", concern.id())
                .query((row, _) -> {
                    var party = inPlaceOf.isEmpty()
                            ? party(row, member)
                            : party(row, member).without(Standing.REVIEWER);
                    return new Party(member, party.standings(), party.touched(), inPlaceOf);
                })
                .single();
    }

    /** Without asking who looks: for the installation's own tasks. */
    Concern get(long id) {
        return database.sql("select " + COLUMNS + " from concern.concern c where c.id = :id")
                .param("id", id)
                .query((row, _) -> concern(row))
                .optional()
                .map(this::known)
                .orElseThrow(Refusal.NotFound::new);
    }

    boolean exists(ConcernNumber number) {
        return database.sql("select exists (select 1 from concern.concern c where c.number = :number)")
                .param("number", number.toString())
                .query(Boolean.class)
                .single();
    }

    /** The concerns that are handled together with this one. */
    List<Concern> linkedTo(long main) {
        return allKnown(
                database.sql("select " + COLUMNS + " from concern.concern c where c.linked_to = :main order by c.id")
                        .param("main", main)
                        .query((row, _) -> concern(row))
                        .list());
    }

    /** Everything not over that this person owns. */
    List<Concern> ownedBy(PersonId person) {
        return allKnown(database.sql("select " + COLUMNS
                        + " from concern.concern c where c.owner_person = :owner and not c.over order by c.id")
                .param("owner", person.value())
                .query((row, _) -> concern(row))
                .list());
    }

    /** Who of these people owns something not over that somebody raised under a name, or that is closed to anybody. */
    List<PersonId> openOwnersAmong(Collection<PersonId> people) {
        return database.sql("""
                select distinct c.owner_person from concern.concern c
                where c.owner_person = any (:people) and not c.over
                  and (c.reporter is not null or exists (select 1 from concern.excluded x where x.concern = c.id))
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, _) -> new PersonId(row.getLong("owner_person")))
                .list();
    }

    /** Everything not over that this unit owns, leads or assists in. */
    List<Concern> of(UnitId unit) {
        return allKnown(database.sql("select " + COLUMNS + """
                 from concern.concern c
                where not c.over and (c.owner_unit = :unit or c.lead_unit = :unit or :unit = any (c.assisting))
                order by c.id
                """)
                .param("unit", unit.value())
                .query((row, _) -> concern(row))
                .list());
    }

    /** Answered, and the worker's window has passed. */
    List<Concern> withWindowOver(Instant now, int limit) {
        return allKnown(database.sql("select " + COLUMNS + """
                 from concern.concern c
                where not c.over and c.window_ends <= :now and c.grade <> 'U0'
                order by c.window_ends
                limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> concern(row))
                .list());
    }

    /** The clock stands still, and its day has come; what is linked goes with its main concern. */
    List<Concern> withPauseOver(Instant now, int limit) {
        return allKnown(database.sql("select " + COLUMNS + """
                 from concern.concern c
                where c.paused_until <= :now and c.state = 'PAUSED'
                order by c.paused_until
                limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> concern(row))
                .list());
    }

    void add(Concern concern) {
        var parameters = new HashMap<String, @Nullable Object>();
        var filing = concern.filing();
        parameters.put("id", concern.id());
        parameters.put("number", concern.number().toString());
        parameters.put("kind", filing.kind().name());
        parameters.put("channel", filing.channel().name());
        parameters.put("reporterMode", filing.reporter().mode().name());
        parameters.put("reporter", column(filing.reporter()));
        parameters.put("clerk", filing.clerk().map(PersonId::value).orElse(null));
        parameters.put("title", filing.title());
        parameters.put("words", filing.words());
        parameters.put("place", filing.place());
        parameters.put("unit", filing.unit().value());
        parameters.put("deskUnit", filing.desk().value());
        parameters.put("restricted", filing.restricted());
        parameters.put("filedAt", Timestamp.from(filing.filedAt()));
        parameters.put("version", concern.unsaved().size());
        parameters.putAll(course(concern));
        database.sql("""
                insert into concern.concern (id, number, version, kind, channel, reporter_mode, reporter, clerk, title,
                    words, place, unit, desk_unit, restricted, filed_at, state, state_data, owner_unit, owner_person,
                    lead_unit, assisting, hand_back_by, arbitrated, matter, grade, acknowledge_by, reply_by, hand_backs,
                    raised_again, extended, linked_to, window_ends, over, changed_at, transcripts,
                    transcript_disputed, promised_by, stopped_micros, paused_since, paused_until, show_by,
                    look_by)
                values (:id, :number, :version, :kind, :channel, :reporterMode, :reporter, :clerk, :title,
                    :words, :place, :unit, :deskUnit, :restricted, :filedAt, :state, cast(:stateData as jsonb), :ownerUnit,
                    :ownerPerson, :leadUnit, :assisting, :handBackBy, :arbitrated, :matter, :grade, :acknowledgeBy,
                    :replyBy, :handBacks, :raisedAgain, :extended, :linkedTo, :windowEnds, :over, :changedAt,
                    cast(:transcripts as jsonb), :transcriptDisputed, :promisedBy, :stoppedMicros,
                    :pausedSince, :pausedUntil, :showBy, :lookBy)
                """).params(parameters).update();
        if (filing.reporter() instanceof Reporter.Confidential(var person)) {
            reporters.keep(concern.id(), person);
        }
        timeline.append(concern.id(), 1, concern.unsaved());
    }

    private Concern known(Concern concern) {
        return allKnown(List.of(concern)).getFirst();
    }

    /** Opens the vault for names in confidence: nobody handles his own, and who moves a case is held against it. */
    private List<Concern> allKnown(List<Concern> concerns) {
        var names = reporters.of(concerns.stream()
                .filter(one -> one.filing().reporter() instanceof Reporter.Confidential)
                .map(Concern::id)
                .toList());
        return concerns.stream()
                .map(one -> one.filing().reporter() instanceof Reporter.Confidential
                        ? one.by(new Reporter.Confidential(
                                Objects.requireNonNull(names.get(one.id())).person()))
                        : one)
                .toList();
    }

    private @Nullable Long column(Reporter reporter) {
        return switch (reporter) {
            case Reporter.Named(var person) -> person.value();
            case Reporter.Confidential(var person) -> reporters.alias(person);
            case Reporter.Anonymous() -> null;
        };
    }

    /** Writes the concern and its new steps; {@code moved-on} where somebody else was quicker. */
    Concern save(Concern concern) {
        var parameters = course(concern);
        parameters.put("id", concern.id());
        parameters.put("deskUnit", concern.filing().desk().value());
        parameters.put("version", concern.version());
        parameters.put("steps", concern.unsaved().size());
        var changed = database.sql("""
                update concern.concern
                set version = version + :steps, desk_unit = :deskUnit, state = :state, state_data = cast(:stateData as jsonb),
                    owner_unit = :ownerUnit, owner_person = :ownerPerson, lead_unit = :leadUnit, assisting = :assisting,
                    hand_back_by = :handBackBy, arbitrated = :arbitrated, matter = :matter, grade = :grade,
                    acknowledge_by = :acknowledgeBy, reply_by = :replyBy, hand_backs = :handBacks,
                    raised_again = :raisedAgain, extended = :extended, linked_to = :linkedTo,
                    window_ends = :windowEnds, over = :over, changed_at = :changedAt,
                    transcripts = cast(:transcripts as jsonb), transcript_disputed = :transcriptDisputed,
                    promised_by = :promisedBy, stopped_micros = :stoppedMicros, paused_since = :pausedSince,
                    paused_until = :pausedUntil, show_by = :showBy, look_by = :lookBy
                where id = :id and version = :version
                """).params(parameters).update();
        if (changed == 0) {
            throw new Refusal.Conflict("moved-on");
        }
        timeline.append(concern.id(), concern.version() + 1, concern.unsaved());
        return concern.saved();
    }

    private static Map<String, @Nullable Object> course(Concern concern) {
        var course = concern.course();
        var assignment = course.assignment();
        var state = course.state();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("state", ConcernJson.name(state.getClass()));
        parameters.put("stateData", ConcernJson.write(state));
        parameters.put("ownerUnit", course.owner().unit().value());
        parameters.put("ownerPerson", course.owner().person().value());
        parameters.put("leadUnit", assignment.map(it -> it.lead().value()).orElse(null));
        parameters.put("assisting", assignment.map(Concerns::assisting).orElseGet(() -> new Long[0]));
        parameters.put(
                "handBackBy",
                assignment.map(it -> Timestamp.from(it.handBackBy())).orElse(null));
        parameters.put("arbitrated", assignment.map(Assignment::arbitrated).orElse(false));
        parameters.put("matter", course.matter());
        parameters.put("grade", course.grade().name());
        parameters.put("acknowledgeBy", Timestamp.from(course.deadlines().acknowledgeBy()));
        parameters.put("replyBy", Timestamp.from(course.deadlines().replyBy()));
        parameters.put("promisedBy", course.deadlines().rules().toArray(Long[]::new));
        var still = state.still();
        parameters.put("stoppedMicros", course.stopped().toNanos() / NANOS_PER_MICRO);
        parameters.put(
                "pausedSince",
                still.map(ConcernState.Stillness::since).map(Timestamp::from).orElse(null));
        parameters.put(
                "pausedUntil",
                still.map(ConcernState.Stillness::until).map(Timestamp::from).orElse(null));
        parameters.put("showBy", course.showBy().map(Timestamp::from).orElse(null));
        parameters.put("lookBy", course.lookBy().map(Timestamp::from).orElse(null));
        parameters.put("handBacks", course.handBacks());
        parameters.put("raisedAgain", course.raisedAgain());
        parameters.put("extended", course.extended());
        parameters.put("linkedTo", state instanceof ConcernState.Linked linked ? linked.main() : null);
        parameters.put(
                "windowEnds",
                state instanceof ConcernState.Answered answered ? Timestamp.from(answered.windowEnds()) : null);
        parameters.put("over", !(state instanceof ConcernState.Open));
        parameters.put("transcripts", ConcernJson.write(course.transcripts()));
        parameters.put(
                "transcriptDisputed",
                course.transcripts().values().stream().anyMatch(mark -> mark.state() == TranscriptState.DISPUTED));
        parameters.put("changedAt", Timestamp.from(concern.unsaved().getLast().at()));
        return parameters;
    }

    private static Long[] assisting(Assignment assignment) {
        return assignment.assisting().stream().map(UnitId::value).sorted().toArray(Long[]::new);
    }

    /** Without the name of who spoke in confidence, for which the alias of the row stands. */
    private static Concern concern(ResultSet row) throws SQLException {
        var filing = new Filing(
                ConcernKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                reporter(row),
                person(row, "clerk"),
                row.getString("title"),
                row.getString("words"),
                row.getString("place"),
                new UnitId(row.getLong("unit")),
                new UnitId(row.getLong("desk_unit")),
                row.getBoolean("restricted"),
                instant(row, "filed_at"));
        var course = new Course(
                ConcernJson.state(row.getString("state_data")),
                new Owner(new UnitId(row.getLong("owner_unit")), new PersonId(row.getLong("owner_person"))),
                assignment(row),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                new Deadlines(instant(row, "acknowledge_by"), instant(row, "reply_by"), List.of((Long[])
                        row.getArray("promised_by").getArray())),
                row.getInt("hand_backs"),
                row.getBoolean("raised_again"),
                row.getBoolean("extended"),
                ConcernJson.transcripts(row.getString("transcripts")),
                Duration.of(row.getLong("stopped_micros"), ChronoUnit.MICROS),
                Optional.ofNullable(row.getTimestamp("show_by")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("look_by")).map(Timestamp::toInstant));
        var number = ConcernNumber.parse(row.getString("number")).orElseThrow();
        return new Concern(row.getLong("id"), number, row.getInt("version"), filing, course, List.of());
    }

    private static Reporter reporter(ResultSet row) throws SQLException {
        return switch (Reporter.Mode.valueOf(row.getString("reporter_mode"))) {
            case NAMED -> new Reporter.Named(new PersonId(row.getLong("reporter")));
            case CONFIDENTIAL -> new Reporter.Confidential(new PersonId(row.getLong("reporter")));
            case ANONYMOUS -> new Reporter.Anonymous();
        };
    }

    private static Optional<Assignment> assignment(ResultSet row) throws SQLException {
        var lead = row.getLong("lead_unit");
        if (row.wasNull()) {
            return Optional.empty();
        }
        Set<UnitId> assisting = Arrays.stream((Long[]) row.getArray("assisting").getArray())
                .map(UnitId::new)
                .collect(Collectors.toSet());
        return Optional.of(new Assignment(
                new UnitId(lead), assisting, instant(row, "hand_back_by"), row.getBoolean("arbitrated")));
    }

    private static Optional<PersonId> person(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new PersonId(value));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** Whoever raised a concern is its speaker and nothing else: nobody handles his own. */
    private static Party party(ResultSet row, Actor actor) throws SQLException {
        var standings = EnumSet.noneOf(Standing.class);
        if (row.getBoolean("speaker")) {
            standings.add(Standing.SPEAKER);
        } else {
            addIf(row, "desk", Standing.DESK, standings);
            addIf(row, "lead", Standing.LEAD, standings);
            addIf(row, "assisting_unit", Standing.ASSISTING, standings);
            addIf(row, "leader", Standing.LEADER, standings);
            addIf(row, "arbiter", Standing.ARBITER, standings);
            addIf(row, "supervisor", Standing.SUPERVISOR, standings);
            addIf(row, "reviewer", Standing.REVIEWER, standings);
        }
        return new Party(actor, standings, row.getBoolean("touched"));
    }

    private static void addIf(ResultSet row, String column, Standing standing, Set<Standing> standings)
            throws SQLException {
        if (row.getBoolean(column)) {
            standings.add(standing);
        }
    }
}
