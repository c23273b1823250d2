package cn.lianxin.concern;

import cn.lianxin.promise.Grade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may make which move in which state, written by hand from the rules and not from the code; the judge of the code. */
final class MoveTable {

    /** State, move, who, and the condition that must hold besides; {@code *} is every open state, {@code any} every state. */
    private static final String ROWS = """
            accept             | FILED                        | DESK                                  |
            decline            | FILED                        | DESK                                  |
            reclassify         | FILED ACCEPTED RAISED_AGAIN  | DESK                                  |
            assign             | ACCEPTED RAISED_AGAIN ASSIGNED | DESK                                |
            acknowledge        | ASSIGNED                     | LEAD                                  |
            hand-back          | ASSIGNED IN_HAND             | LEAD                                  | may be handed back
            grant-hand-back    | HANDED_BACK                  | DESK                                  |
            refuse-hand-back   | HANDED_BACK                  | DESK                                  |
            arbitrate          | IN_ARBITRATION               | ARBITER                               |
            say                | *                            | SPEAKER DESK LEAD ASSISTING LEADER    |
            note               | any                          | DESK LEAD ASSISTING LEADER ARBITER SUPERVISOR |
            ask-for-more       | FILED                        | DESK                                  |
            ask-for-more       | IN_HAND                      | LEAD                                  |
            give-more          | ASKED_FOR_MORE               | SPEAKER                               |
            go-on              | ASKED_FOR_MORE               | DESK                                  | asked by the desk
            go-on              | ASKED_FOR_MORE               | LEAD                                  | asked by the unit
            ask-extension      | IN_HAND                      | LEAD                                  | not extended
            grant-extension    | IN_HAND                      | LEADER                                | extension pending, not his own
            refuse-extension   | IN_HAND                      | LEADER                                | extension pending
            ask-pause          | IN_HAND                      | LEAD                                  | may be paused and was not asked
            agree-pause        | IN_HAND                      | SPEAKER                               | pause asked and still possible
            refuse-pause       | IN_HAND                      | SPEAKER                               | pause asked
            pause              | IN_HAND                      | LEAD                                  | may be paused
            resume             | PAUSED                       | LEAD                                  |
            resume             | PAUSED                       | SPEAKER                               | by consent
            resume             | PAUSED                       | CLOCKWORK                             | pause over
            escalate           | *                            | CLOCKWORK                             |
            hear-alarm         | *                            | CLOCKWORK                             |
            ask-to-show        | REPLIED DECLINED REVIEWED CONCLUDED | CLOCKWORK                      |
            show               | REPLIED DECLINED REVIEWED CONCLUDED | LEAD DESK                      | asked to show
            reply              | IN_HAND                      | LEAD                                  |
            find-nothing-to-answer | IN_HAND                  | LEAD                                  | no danger
            approve-reply      | REPLY_DRAFTED                | LEADER                                | not his own draft, and an answer
            approve-reply      | REPLY_DRAFTED                | REVIEWER                              | not his own draft, nothing to answer, untouched
            return-reply       | REPLY_DRAFTED                | LEADER                                |
            return-reply       | REPLY_DRAFTED                | REVIEWER                              | nothing to answer, untouched
            record-reply       | FILED                        | CLOCKWORK                             |
            reply-with-main    | LINKED                       | CLOCKWORK                             | its clock runs
            pause-with-main    | LINKED                       | CLOCKWORK                             | its clock runs, no danger, not late
            resume-with-main   | LINKED                       | CLOCKWORK                             | its clock stands still
            raise-again        | REPLIED DECLINED             | SPEAKER                               | first time, in the window
            raise-again        | WITHDRAWN                    | SPEAKER                               | its withdrawal was set aside
            ask-review         | REPLIED REVIEWED             | SPEAKER                               | in the window
            take-review        | UNDER_REVIEW                 | SUPERVISOR                            | untouched and free
            decide-review      | UNDER_REVIEW                 | SUPERVISOR                            | he is its reviewer
            transcribe         | *                            | DESK LEAD                             |
            confirm-transcript | *                            | SPEAKER                               | written and not confirmed
            dispute-transcript | *                            | SPEAKER                               | written
            conclude           | REPLIED DECLINED REVIEWED    | DESK CLOCKWORK                        | window over, no danger
            conclude           | REPLIED DECLINED REVIEWED    | DESK SUPERVISOR                       | window over, danger of others
            close-recorded     | REPLIED                      | CLOCKWORK                             | just recorded
            withdraw           | *                            | SPEAKER                               |
            confirm-ending     | DECLINED CONCLUDED WITHDRAWN | REVIEWER                              | waits for a look, untouched
            set-ending-aside   | DECLINED CONCLUDED WITHDRAWN | REVIEWER                              | waits for a look, untouched
            link               | FILED ACCEPTED RAISED_AGAIN  | DESK                                  | no danger
            unlink             | LINKED                       | DESK CLOCKWORK                        |
            follow             | LINKED                       | CLOCKWORK                             |
            split-off          | FILED ACCEPTED RAISED_AGAIN  | DESK                                  |
            name               | any                          | DESK SUPERVISOR                       |
            withdraw-naming    | any                          | DESK SUPERVISOR                       |
            step-back          | any                          | DESK LEAD ASSISTING LEADER ARBITER SUPERVISOR |
            climb              | any                          | CLOCKWORK                             |
            move-owner         | any                          | CLOCKWORK                             |
            move-unit          | any                          | CLOCKWORK                             |
            """;

    private record Row(String move, Set<String> states, Set<Standing> who, String condition) {}

    private static final Set<String> OVER = Set.of("CONCLUDED", "WITHDRAWN");

    private final List<Row> rows = new ArrayList<>();
    private final List<String> moves;
    private final Map<String, List<String>> movesIn = new HashMap<>();

    MoveTable() {
        ROWS.lines().forEach(line -> {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            var who = EnumSet.noneOf(Standing.class);
            Arrays.stream(cells.get(2).split(" +")).map(Standing::valueOf).forEach(who::add);
            rows.add(new Row(cells.get(0), Set.of(cells.get(1).split(" +")), who, cells.get(3)));
        });
        moves = rows.stream().map(Row::move).distinct().toList();
    }

    List<String> moves() {
        return moves;
    }

    /** Those that somebody may make in this state, if the rest is right. */
    List<String> movesIn(ConcernState state) {
        return movesIn.computeIfAbsent(
                ConcernJson.name(state.getClass()),
                name -> rows.stream()
                        .filter(row -> row.states().contains(name))
                        .map(Row::move)
                        .distinct()
                        .toList());
    }

    boolean permits(String move, Concern concern, Party by, Instant at) {
        var state = ConcernJson.name(concern.course().state().getClass());
        return rows.stream()
                .filter(row -> row.move().equals(move))
                .filter(row -> row.states().contains("any")
                        || row.states().contains(state)
                        || (row.states().contains("*") && !OVER.contains(state)))
                .filter(row -> row.who().stream().anyMatch(by::is))
                .anyMatch(row -> holds(row.condition(), concern, by, at));
    }

    private static boolean holds(String condition, Concern concern, Party by, Instant at) {
        var course = concern.course();
        return switch (condition) {
            case "" -> true;
            case "may be handed back" ->
                course.assignment()
                        .filter(it -> !it.arbitrated() && !at.isAfter(it.handBackBy()))
                        .isPresent();
            case "asked by the desk" -> askedBefore(concern) instanceof ConcernState.Filed;
            case "asked by the unit" -> askedBefore(concern) instanceof ConcernState.InHand;
            case "not extended" -> !course.extended() && !pending(concern);
            case "extension pending" -> pending(concern);
            case "extension pending, not his own" ->
                pending(concern) && !course.owner().person().equals(by.person());
            case "not his own draft, and an answer" -> !hisOwnDraft(concern, by) && !nothingToAnswer(concern);
            case "not his own draft, nothing to answer, untouched" ->
                !hisOwnDraft(concern, by) && nothingToAnswer(concern) && !by.touched();
            case "nothing to answer, untouched" -> nothingToAnswer(concern) && !by.touched();
            case "its withdrawal was set aside" ->
                ((ConcernState.Withdrawn) course.state()).whySetAside().isPresent();
            case "waits for a look, untouched" -> course.lookBy().isPresent() && !by.touched();
            case "first time, in the window" -> !course.raisedAgain() && !at.isAfter(windowEnd(concern));
            case "in the window" -> !at.isAfter(windowEnd(concern));
            case "written" -> course.transcripts().containsKey(RandomMoves.RECORDING);
            case "written and not confirmed" ->
                course.transcripts().containsKey(RandomMoves.RECORDING)
                        && course.transcripts().get(RandomMoves.RECORDING).state() != TranscriptState.CONFIRMED;
            case "window over, no danger" -> !danger(concern) && !at.isBefore(windowEnd(concern));
            case "window over, danger of others" ->
                danger(concern)
                        && !at.isBefore(windowEnd(concern))
                        && !by.isAny(Standing.LEAD, Standing.ASSISTING, Standing.LEADER);
            case "just recorded" ->
                !concern.unsaved().isEmpty() && concern.unsaved().getLast().event() instanceof ConcernEvent.Recorded;
            case "no danger" -> !danger(concern);
            case "asked to show" -> course.showBy().isPresent();
            case "may be paused" -> mayBePaused(concern, at);
            case "may be paused and was not asked" ->
                mayBePaused(concern, at) && pauseAsked(concern).isEmpty();
            case "pause asked" -> pauseAsked(concern).isPresent();
            case "pause asked and still possible" ->
                pauseAsked(concern).filter(asked -> asked.until().isAfter(at)).isPresent()
                        && !at.isAfter(course.deadlines().replyBy())
                        && !danger(concern);
            case "its clock runs" -> linked(concern).still().isEmpty();
            case "its clock runs, no danger, not late" ->
                linked(concern).still().isEmpty()
                        && !danger(concern)
                        && !at.isAfter(course.deadlines().replyBy());
            case "its clock stands still" -> linked(concern).still().isPresent();
            case "by consent" -> paused(concern).cause() == ConcernState.PauseCause.CONSENT;
            case "pause over" -> !at.isBefore(paused(concern).until());
            case "untouched and free" ->
                !by.touched()
                        && ((ConcernState.UnderReview) course.state())
                                .reviewer()
                                .isEmpty();
            case "he is its reviewer" ->
                ((ConcernState.UnderReview) course.state())
                        .reviewer()
                        .filter(by.person()::equals)
                        .isPresent();
            default -> throw new IllegalArgumentException("no such condition: " + condition);
        };
    }

    private static ConcernState askedBefore(Concern concern) {
        return ((ConcernState.AskedForMore) concern.course().state()).before();
    }

    private static boolean pending(Concern concern) {
        return ((ConcernState.InHand) concern.course().state()).extension().isPresent();
    }

    private static boolean hisOwnDraft(Concern concern, Party by) {
        return ((ConcernState.ReplyDrafted) concern.course().state()).author().equals(by.person());
    }

    private static boolean nothingToAnswer(Concern concern) {
        return ((ConcernState.ReplyDrafted) concern.course().state()).reply().finding() != Reply.Finding.ANSWERED;
    }

    private static boolean danger(Concern concern) {
        return concern.course().grade() == Grade.U0;
    }

    /** The random moves ask for five days more; there are twenty in all. */
    private static boolean mayBePaused(Concern concern, Instant at) {
        return !danger(concern)
                && !at.isAfter(concern.course().deadlines().replyBy())
                && concern.course().stopped().compareTo(RandomMoves.LONGEST_PAUSES.minus(RandomMoves.PAUSE)) <= 0;
    }

    private static Optional<ConcernState.PauseRequest> pauseAsked(Concern concern) {
        return ((ConcernState.InHand) concern.course().state()).pause();
    }

    private static ConcernState.Paused paused(Concern concern) {
        return (ConcernState.Paused) concern.course().state();
    }

    private static ConcernState.Linked linked(Concern concern) {
        return (ConcernState.Linked) concern.course().state();
    }

    private static Instant windowEnd(Concern concern) {
        return ((ConcernState.Answered) concern.course().state()).windowEnds();
    }
}
