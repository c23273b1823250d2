package cn.lianxin.demo;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernsInTime;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.publicledger.PublicLedgerInTime;
import cn.lianxin.publicledger.PublicLedgerInTime.Picture;
import cn.lianxin.verdict.Verdict;
import cn.lianxin.verdict.VerdictsInTime;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Concerns that workers agreed to have told, as they stand in the public ledger: kept and late, with and without a picture. */
@Component
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration WINDOW = Duration.ofDays(30);

    /** Besides what was raised for the ledger itself: the same once more. */
    static final int AGAIN = 1;

    /**
     * One of them.
     *
     * @param days before today when it was raised
     * @param takes days until it was answered
     * @param verdict of whoever raised it; blank for none
     * @param fate what became of it in the ledger
     * @param scene of his photo; blank for none
     * @param request as all may read it
     */
    record Told(
            int days,
            int takes,
            String crew,
            String lead,
            String matter,
            String place,
            Reporter.Mode mode,
            String verdict,
            Fate fate,
            Optional<Snapshots> photo,
            String words,
            String request,
            String facts,
            String reply,
            String basis) {

        static Told of(String[] row) {
            return new Told(
                    Integer.parseInt(row[0]),
                    Integer.parseInt(row[1]),
                    row[2],
                    row[3],
                    row[4],
                    row[5],
                    Reporter.Mode.valueOf(row[6]),
                    row[7],
                    Fate.valueOf(row[8]),
                    row[9].isEmpty()
                            ? Optional.empty()
                            : Optional.of(Snapshots.valueOf(row[9].toUpperCase(Locale.ROOT))),
                    row[10],
                    row[11],
                    row[12],
                    row[13],
                    row[14]);
        }

        private Verdict judgement() {
            return switch (verdict) {
                case "GOOD" -> new Verdict(Verdict.Solved.SOLVED, Verdict.Satisfied.SATISFIED, "");
                case "PARTLY" -> new Verdict(Verdict.Solved.PARTLY, Verdict.Satisfied.FAIRLY, "");
                default -> new Verdict(Verdict.Solved.NOT_SOLVED, Verdict.Satisfied.NOT_SATISFIED, "");
            };
        }
    }

    enum Fate {
        PUBLIC,
        PICTURE,
        BACK,
        WITHDRAWN,
        WAITING
    }

    private final ConcernsInTime concerns;
    private final VerdictsInTime verdicts;
    private final PublicLedgerInTime ledger;
    private final Attachments attachments;
    private final Clock clock;

    Telling(
            ConcernsInTime concerns,
            VerdictsInTime verdicts,
            PublicLedgerInTime ledger,
            Attachments attachments,
            Clock clock) {
        this.concerns = concerns;
        this.verdicts = verdicts;
        this.ledger = ledger;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Each by itself: what the rules of today refuse is left out. */
    void play(Company company, TransactionTemplate alone, String token, List<Told> all) {
        var place = 0;
        for (var told : all) {
            var own = token + ":told:" + place++;
            try {
                alone.executeWithoutResult(_ -> play(told, company, own));
            } catch (Refusal refused) {
                LOG.warn("{} of the demo enterprise is not told of", told.request(), refused);
            }
        }
    }

    /** What came of it: the batches that the verdicts came out with, and whether it came back. */
    void follow(TransactionTemplate alone) {
        alone.executeWithoutResult(_ -> ledger.follow(clock));
    }

    private void play(Told told, Company company, String token) {
        var time = new SetClock();
        var activities = concerns.on(time);
        if (activities.raising().raisedWith(token).isPresent()) {
            return;
        }
        var plan = company.plan();
        var mine = plan.house(told.crew()).code();
        var speaker = speaker(company, told.crew(), 0);
        var raised = clock.instant().minus(Duration.ofDays(told.days()));
        var photo = told.photo()
                .map(shot -> attachments
                        .take(new ByteArrayInputStream(shot.jpeg()), "照片.jpg", speaker)
                        .id()
                        .value());

        time.set(raised);
        var number = activities
                .raising()
                .raise(concern(told, told.words(), photo.stream().toList(), company), token, speaker)
                .number();
        var answered = raised.plus(Duration.ofDays(told.takes()));
        answer(told, number, company, mine, activities.handling(), raised, answered, time);
        if (!told.verdict().isEmpty()) {
            time.set(answered.plus(Duration.ofHours(30)));
            verdicts.on(time).give(number, told.judgement(), speaker);
        }
        publish(told, number, photo, speaker, company, mine, answered, time);
        if (told.fate() == Fate.BACK) {
            var back = answered.plus(Duration.ofDays(31));
            time.set(back);
            var again = activities
                    .raising()
                    .raise(
                            concern(told, "又跟从前一样了：" + told.words(), List.of(), company),
                            token + ":again",
                            speaker(company, told.crew(), 1))
                    .number();
            answer(told, again, company, mine, activities.handling(), back, back.plus(Duration.ofDays(2)), time);
        }
        var over = answered.plus(WINDOW).plus(Duration.ofMinutes(9));
        if (over.isBefore(clock.instant())) {
            time.set(over);
            activities.concluding().concludeWhatIsOver();
        }
    }

    private static void answer(
            Told told,
            ConcernNumber number,
            Company company,
            String mine,
            HandlingConcerns handling,
            Instant raised,
            Instant answered,
            SetClock time) {
        var desk = holder(company, Role.DESK_OFFICER, mine);
        var handler = holder(company, Role.HANDLER, told.lead());
        time.set(raised.plus(Duration.ofHours(2)));
        handling.accept(number, desk);
        handling.assign(number, company.unit(told.lead()), Set.of(), "", desk);
        time.set(raised.plus(Duration.ofHours(4)));
        handling.acknowledge(number, "", handler);
        time.set(answered);
        handling.reply(
                number,
                new Reply(told.request(), told.facts(), told.reply(), told.basis(), Reply.Outcome.SUPPORT),
                handler);
    }

    private void publish(
            Told told,
            ConcernNumber number,
            Optional<UUID> photo,
            Actor.Member speaker,
            Company company,
            String mine,
            Instant answered,
            SetClock time) {
        time.set(answered.plus(Duration.ofDays(2)));
        ledger.agree(number, speaker, time);
        time.set(answered.plus(Duration.ofDays(4)));
        var approving = List.of(holder(company, Role.UNIT_LEADER, mine), holder(company, Role.SUPERVISOR, mine));
        ledger.propose(
                number,
                told.request(),
                told.reply(),
                photo.stream()
                        .flatMap(
                                file -> told.photo().stream().map(shot -> new Picture(file, shot.seen(), shot.faces())))
                        .toList(),
                holder(company, Role.DESK_OFFICER, mine),
                told.fate() == Fate.WAITING ? approving.subList(0, 1) : approving,
                time);
        if (told.fate() == Fate.WITHDRAWN) {
            time.set(answered.plus(Duration.ofDays(9)));
            ledger.takeBack(number, speaker, time);
        }
    }

    private static NewConcern concern(Told told, String words, List<UUID> files, Company company) {
        return new NewConcern(
                ConcernKind.HELP,
                told.matter(),
                "",
                words,
                told.place(),
                told.mode(),
                Optional.of(company.unit(told.crew())),
                Optional.empty(),
                Channel.PAGE,
                files);
    }

    private static Actor.Member speaker(Company company, String crew, int place) {
        var plan = company.plan();
        return plan.in(crew).stream()
                .filter(plan::holdsNothing)
                .skip(place)
                .findFirst()
                .map(one -> company.member(one.staffNumber()))
                .orElseThrow();
    }

    private static Actor.Member holder(Company company, Role role, String unit) {
        return company.member(company.plan().holders(role, unit).getFirst().staffNumber());
    }
}
