package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random people at the activities themselves, from two threads, while others leave and units end. */
@ProductTest
class ConcernActivitiesTest {

    private static final int MOST = 20_000;
    private static final String[] RARE = {
        "REPLY_DRAFTED", "REPLY_RETURNED", "ENDING_CONFIRMED", "DECLINATION_SET_ASIDE", "WITHDRAWAL_SET_ASIDE"
    };

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    Concerns concerns;

    @Autowired
    Timeline timeline;

    @Autowired
    Staffing staffing;

    @Autowired
    Structuring structuring;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Test
    @Tag("slow")
    void random_moves_from_two_threads_leave_every_concern_with_one_owner_and_a_timeline_that_replays()
            throws Exception {
        assertThat(play(5_000)).isGreaterThan(500);
    }

    @Test
    @Tag("hours")
    void twenty_thousand_random_moves_from_two_threads_leave_every_concern_with_one_owner_and_a_timeline_that_replays()
            throws Exception {
        assertThat(play(MOST)).isGreaterThan(2_000);
    }

    private int play(int moves) throws InterruptedException {
        var mine = new Mine(village);
        var numbers = new ConcurrentLinkedQueue<ConcernNumber>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var succeeded = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (var seed = 1; seed <= 2; seed++) {
            var random = new Random(seed);
            threads.add(Thread.ofPlatform().start(() -> {
                for (var turn = 0; turn < moves / 2 || goesOn(turn, numbers); turn++) {
                    try {
                        if (turn % 20 == 0) {
                            numbers.add(raise(mine));
                        }
                        if (turn % 97 == 50) {
                            somebodyLeaves(mine, random);
                        }
                        if (turn % 201 == 150) {
                            aUnitEnds(mine);
                        }
                        move(mine, oneOf(List.copyOf(numbers), random), random);
                        succeeded.incrementAndGet();
                    } catch (Refusal | TransientDataAccessException refused) {
                        continue;
                    } catch (RuntimeException | AssertionError bug) {
                        failures.add(bug);
                        return;
                    }
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        var judge = new StepJudge(mine);
        var kinds = new HashSet<Class<?>>();
        for (var number : numbers) {
            var concern = concernOf(number);
            var steps = timeline.of(concern.id());
            assertThat(Replay.of(steps)).isEqualTo(concern.course());
            assertThat(concern.version()).isEqualTo(steps.size());
            if (concern.course().state() instanceof ConcernState.Open) {
                assertThat(hasLeft(concern.course().owner().person())).isFalse();
            }
            judge.assertEveryStepWasPermitted(concern, steps);
            steps.forEach(step -> kinds.add(step.event().getClass()));
        }
        assertThat(kinds)
                .contains(
                        ConcernEvent.ReplyDrafted.class,
                        ConcernEvent.ReplyReturned.class,
                        ConcernEvent.EndingConfirmed.class,
                        ConcernEvent.DeclinationSetAside.class,
                        ConcernEvent.WithdrawalSetAside.class);
        return succeeded.get();
    }

    /** What is rare has to have happened as well, however the two threads came between each other. */
    private boolean goesOn(int turn, Collection<ConcernNumber> numbers) {
        return turn < MOST / 2 && (turn % 250 != 0 || !hasHappened(numbers));
    }

    private boolean hasHappened(Collection<ConcernNumber> numbers) {
        return database.sql("""
                        select count(distinct s.kind) from concern.step s join concern.concern c on c.id = s.concern
                        where c.number = any (:numbers) and s.kind = any (:rare)
                        """)
                        .param(
                                "numbers",
                                numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                        .param("rare", RARE)
                        .query(Integer.class)
                        .single()
                == RARE.length;
    }

    private ConcernNumber raise(Mine mine) {
        return raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private void move(Mine mine, ConcernNumber number, Random random) {
        var district = random.nextBoolean() ? mine.district : mine.other;
        var move = random.nextInt(25);
        var by = random.nextInt(4) == 0
                ? oneOf(
                        List.<Actor>of(
                                mine.desk,
                                mine.handler,
                                mine.otherHandler,
                                mine.leader,
                                mine.mineLeader,
                                mine.supervisor,
                                mine.worker,
                                mine.stranger),
                        random)
                : fitting(mine, move, random);
        switch (move) {
            case 0 -> handling.accept(number, by);
            case 1 -> handling.decline(number, "不归矿上管", "社保局", by);
            case 2, 3 -> handling.assign(number, district, Set.of(), "", by);
            case 4, 5 -> handling.acknowledge(number, "", by);
            case 6 -> handling.handBack(number, "不归我们", by);
            case 7 -> handling.decideHandBack(number, random.nextBoolean(), "定了", by);
            case 8 -> handling.arbitrate(number, district, Set.of(), "裁定", by);
            case 9 -> handling.note(number, "记一笔", by);
            case 10 -> handling.askForMore(number, "哪天？", by);
            case 11 -> raising.giveMore(number, "昨天", List.of(), by);
            case 12, 13 -> handling.reply(number, Mine.reply(), by);
            case 14 -> raising.raiseAgain(number, "没修", List.of(), by);
            case 15 -> raising.askReview(number, "不服", List.of(), by);
            case 16 -> reviewing.take(number, by);
            case 17 -> reviewing.decide(number, ConcernState.ReviewOutcome.UPHELD, "维持", by);
            case 19, 20 -> handling.reply(number, Mine.nothingToAnswer(Reply.Finding.UNREASONABLE), by);
            case 21 -> handling.decideReply(number, random.nextInt(3) > 0, "看过了", by);
            case 22 -> withdrawNowAndThen(number, random, by);
            case 23 -> reviewing.decideEnding(number, random.nextBoolean(), "看过了", by);
            case 18 -> handling.acceptAndAssign(number, "E4", district, Set.of(), "", by);
            default -> raising.say(number, "说一句", List.of(), by);
        }
    }

    /** Seldom: what is withdrawn leaves nothing to play with. */
    private void withdrawNowAndThen(ConcernNumber number, Random random, Actor by) {
        if (random.nextInt(5) == 0) {
            raising.withdraw(number, "算了", by);
        } else {
            raising.say(number, "再说一句", List.of(), by);
        }
    }

    private static Actor fitting(Mine mine, int move, Random random) {
        return switch (move) {
            case 0, 1, 2, 3, 7, 18 -> mine.desk;
            case 8 -> mine.mineLeader;
            case 11, 14, 15, 22 -> mine.worker;
            case 16, 17 -> mine.supervisor;
            case 21, 23 -> random.nextBoolean() ? mine.supervisor : mine.secondSupervisor;
            default -> random.nextBoolean() ? mine.handler : mine.otherHandler;
        };
    }

    /** A handler who is not among the players gets some of the work, and goes. */
    private void somebodyLeaves(Mine mine, Random random) {
        var unit = random.nextBoolean() ? mine.district : mine.other;
        var handler = village.holder(cn.lianxin.kernel.Role.HANDLER, unit);
        var actor = new Actor.Member(
                handler, "将走的人", List.of(new cn.lianxin.kernel.Grant(cn.lianxin.kernel.Role.HANDLER, unit)));
        for (var number : openIn(unit)) {
            try {
                handling.acknowledge(number, "", actor);
            } catch (Refusal | TransientDataAccessException moved) {
                continue;
            }
        }
        staffing.leave(handler, LocalDate.now(), Village.FOUNDER);
    }

    /** A unit below the district gets an assignment, and is dissolved into the district. */
    private void aUnitEnds(Mine mine) {
        var unit = village.district(mine.district);
        for (var number : openIn(mine.mine)) {
            try {
                handling.assign(number, unit, Set.of(), "", mine.desk);
            } catch (Refusal | TransientDataAccessException moved) {
                continue;
            }
        }
        structuring.dissolve(unit, mine.district, LocalDate.now(), Village.FOUNDER);
    }

    private List<ConcernNumber> openIn(cn.lianxin.kernel.UnitId unit) {
        return database.sql("""
                select number from concern.concern
                where not over and (lead_unit = :unit or desk_unit = :unit) limit 5
                """)
                .param("unit", unit.value())
                .query((row, _) -> ConcernNumber.parse(row.getString("number")).orElseThrow())
                .list();
    }

    private Concern concernOf(ConcernNumber number) {
        return concerns.get(database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single());
    }

    private boolean hasLeft(PersonId person) {
        return database.sql("select left_on is not null from organization.person_card where id = :id")
                .param("id", person.value())
                .query(Boolean.class)
                .single();
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Replays a timeline and asks the hand-written table of every step whether its author was permitted to make it. */
    private static final class StepJudge {

        private final MoveTable table = new MoveTable();
        private final Map<PersonId, Set<Standing>> standings;

        private StepJudge(Mine mine) {
            standings = Map.of(
                    mine.desk.person(), Set.of(Standing.DESK),
                    mine.handler.person(), Set.of(Standing.LEAD),
                    mine.otherHandler.person(), Set.of(Standing.LEAD),
                    mine.leader.person(), Set.of(Standing.LEADER, Standing.LEAD),
                    mine.mineLeader.person(), Set.of(Standing.LEADER, Standing.ARBITER, Standing.LEAD, Standing.DESK),
                    mine.supervisor.person(),
                            Set.of(Standing.SUPERVISOR, Standing.REVIEWER, Standing.ARBITER, Standing.LEAD),
                    mine.secondSupervisor.person(), Set.of(Standing.SUPERVISOR, Standing.REVIEWER));
        }

        private void assertEveryStepWasPermitted(Concern concern, List<Step> steps) {
            var before = new Concern(
                    concern.id(),
                    concern.number(),
                    1,
                    concern.filing(),
                    Course.begun((ConcernEvent.Filed) steps.getFirst().event()),
                    List.of());
            var seen = new HashSet<Step.Author>();
            for (var step : steps.subList(1, steps.size())) {
                var move = moveOf(step.event(), before.course().state());
                assertThat(table.permits(move, before, party(step.by(), !seen.add(step.by())), step.at()))
                        .as("%s by %s on %s", move, step.by(), before.course())
                        .isTrue();
                before = new Concern(
                        before.id(),
                        before.number(),
                        before.version() + 1,
                        before.filing(),
                        before.course().after(step.event()),
                        List.of());
            }
        }

        private Party party(Step.Author author, boolean touched) {
            return switch (author) {
                case Step.Author.Speaker _ -> new Party(new Actor.ReceiptHolder("r"), Set.of(Standing.SPEAKER), false);
                case Step.Author.Clockwork _ -> new Party(new Actor.Clockwork("c"), Set.of(Standing.CLOCKWORK), false);
                case Step.Author.Person by ->
                    new Party(
                            new Actor.Member(by.person(), "", List.of()),
                            standings.getOrDefault(by.person(), Set.of(Standing.LEAD)),
                            touched);
            };
        }

        private static String moveOf(ConcernEvent event, ConcernState before) {
            return switch (event) {
                case ConcernEvent.Accepted _ -> "accept";
                case ConcernEvent.Declined _ -> "decline";
                case ConcernEvent.Assigned _ -> "assign";
                case ConcernEvent.Acknowledged _ -> "acknowledge";
                case ConcernEvent.HandedBack _ -> "hand-back";
                case ConcernEvent.HandBackGranted _ -> "grant-hand-back";
                case ConcernEvent.HandBackRefused _ -> "refuse-hand-back";
                case ConcernEvent.Arbitrated _ -> "arbitrate";
                case ConcernEvent.Said _ -> "say";
                case ConcernEvent.Noted _ -> "note";
                case ConcernEvent.AskedForMore _ -> "ask-for-more";
                case ConcernEvent.GaveMore _ -> "give-more";
                case ConcernEvent.Replied _ -> before instanceof ConcernState.ReplyDrafted ? "approve-reply" : "reply";
                case ConcernEvent.ReplyDrafted _ -> "find-nothing-to-answer";
                case ConcernEvent.ReplyReturned _ -> "return-reply";
                case ConcernEvent.Withdrawn _ -> "withdraw";
                case ConcernEvent.EndingConfirmed _ -> "confirm-ending";
                case ConcernEvent.DeclinationSetAside _, ConcernEvent.WithdrawalSetAside _ -> "set-ending-aside";
                case ConcernEvent.RaisedAgain _ -> "raise-again";
                case ConcernEvent.ReviewAsked _ -> "ask-review";
                case ConcernEvent.ReviewTaken _ -> "take-review";
                case ConcernEvent.Reviewed _ -> "decide-review";
                case ConcernEvent.OwnerMoved _ -> "move-owner";
                case ConcernEvent.UnitSucceeded _ -> "move-unit";
                default -> throw new IllegalStateException("nobody makes this move here: " + event);
            };
        }
    }
}
