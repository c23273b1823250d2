package cn.lianxin.journey;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.concern.ConcernState;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.correspondent.CorrespondentTrial;
import cn.lianxin.disclosure.DisclosuresInTime;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.knowledge.PublicTrial;
import cn.lianxin.likeness.Followed;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.BurntPicture;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.problem.OpeningProblems;
import cn.lianxin.publicledger.PublicLedgerInTime;
import cn.lianxin.scim.StoppedPush;
import cn.lianxin.sealed.SealedTrial;
import cn.lianxin.topic.TopicTrial;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others do meanwhile, where a journey is not about them: through the activities, without a browser. */
final class Shortcuts {

    /** A matter whose replies need nobody's approval. */
    private static final String BATHS = "E4";

    /** One whose replies do. */
    private static final String WAGES = "A1";

    private final ConcernLists lists;
    private final RaisingConcerns raising;
    private final ReadingConcerns reading;
    private final HandlingConcerns handling;
    private final ReviewingConcerns reviewing;
    private final Directory directory;
    private final StoppedPush stoppedPush;
    private final SealedTrial sealed;
    private final PublicTrial publicQuestions;
    private final OpeningProblems problems;
    private final TopicTrial topics;
    private final JdbcClient database;
    private final ApplicationContext product;

    Shortcuts(
            ConcernLists lists,
            RaisingConcerns raising,
            ReadingConcerns reading,
            HandlingConcerns handling,
            ReviewingConcerns reviewing,
            Directory directory,
            StoppedPush stoppedPush,
            SealedTrial sealed,
            PublicTrial publicQuestions,
            OpeningProblems problems,
            TopicTrial topics,
            JdbcClient database,
            ApplicationContext product) {
        this.lists = lists;
        this.raising = raising;
        this.reading = reading;
        this.handling = handling;
        this.reviewing = reviewing;
        this.directory = directory;
        this.stoppedPush = stoppedPush;
        this.sealed = sealed;
        this.publicQuestions = publicQuestions;
        this.problems = problems;
        this.topics = topics;
        this.database = database;
        this.product = product;
    }

    /** A personnel system pushes that the worker leaves, and more than may leave do. */
    void stopLeaving(Colliery colliery) {
        stoppedPush.of(colliery.worker().id(), colliery.mine());
    }

    /** A report is sealed for the supervisor of the colliery; answers its number. */
    String seal(Colliery colliery) {
        sealed.recoveryKey(holder(colliery.administrator(), Role.ADMINISTRATOR, colliery));
        return sealed.fileInTrouble("队长吃空饷", sealed.keyOf(holder(colliery.supervisor(), Role.SUPERVISOR, colliery)));
    }

    /** What was answered becomes a question that all may read; answers its number. */
    long publish(ConcernNumber number, String asked, String answer, Colliery colliery) {
        return publicQuestions.publish(
                number,
                asked,
                answer,
                handler(colliery),
                holder(colliery.desk(), Role.DESK_OFFICER, colliery),
                holder(colliery.supervisor(), Role.SUPERVISOR, colliery));
    }

    /** The same, and nobody has approved it; answers the id of the wording. */
    long propose(ConcernNumber number, String asked, String answer, Colliery colliery) {
        return publicQuestions.propose(number, asked, answer, handler(colliery));
    }

    /** Agreed to by whoever raised it and put into words for all; public where two have approved it. Answers its number. */
    long tell(ConcernNumber number, boolean agreed, boolean approved, Colliery colliery) {
        database.sql("""
                insert into publicledger.consent (concern, desk_unit, given_at)
                select c.id, c.desk_unit, now() - interval '40 days' from concern.concern c where c.number = :number
                """).param("number", number.toString()).update();
        if (!agreed) {
            return 0;
        }
        var entry = database.sql("""
                insert into publicledger.entry (concern, desk_unit, unit, matter, promised_on, replied_on, request, reply, state,
                    proposed_by, proposed_at, first_by, first_line, second_by, second_line, public_at)
                select c.id, c.desk_unit, coalesce(c.lead_unit, c.desk_unit), c.matter, current_date - 3, current_date - 1,
                    '二号澡堂晚班下来没有热水，什么时候能修好？' || case when :approved then '' else '打 138 0351 2345 找谁？' end, '换热器已经换好，早五点到晚十一点都有热水。',
                    case when :approved then 'PUBLIC' else 'PROPOSED' end, :desk, now(),
                    case when :approved then cast(:first as bigint) end, case when :approved then 'LEADERS' end,
                    case when :approved then cast(:second as bigint) end, case when :approved then 'SUPERVISION' end,
                    case when :approved then now() end
                from concern.concern c where c.number = :number returning number
                """)
                .param("number", number.toString())
                .param("approved", approved)
                .param("desk", colliery.desk().id().value())
                .param("first", colliery.payLeader().id().value())
                .param("second", colliery.supervisor().id().value())
                .query(Long.class)
                .single();
        if (approved) {
            database.sql("""
                    insert into publicledger.verdicts values (:entry, current_date - 3, :unit, 23, 11, 7, 5, 13, 6, 4);
                    """)
                    .param("entry", entry)
                    .param("unit", colliery.mine().value())
                    .update();
        }
        return entry;
    }

    /** An entry with a picture, and the photo that it was painted from. */
    record Pictured(ConcernNumber number, long entry, UUID photo) {}

    /** Agreed to with its photo, on which a box was drawn; public, or still being chosen. */
    Pictured picture(String words, boolean approved, Colliery colliery) {
        var clock = product.getBean(Clock.class);
        var ledger = product.getBean(PublicLedgerInTime.class);
        var photo = product.getBean(Attachments.class)
                .take(new ByteArrayInputStream(Samples.photo("澡堂.jpg").buffer), "澡堂.jpg", member(colliery.worker()))
                .id()
                .value();
        var number = raise(words, Reporter.Mode.NAMED, "", List.of(photo), colliery);
        answer(number, colliery);
        ledger.agree(number, member(colliery.worker()), clock);
        var leader = member(colliery.payLeader(), Role.UNIT_LEADER, colliery.mine());
        var entry = ledger.propose(
                number,
                "二号澡堂的龙头坏了半排，什么时候修？",
                "龙头都换了。",
                List.of(new PublicLedgerInTime.Picture(
                        photo, "澡堂里一排龙头，中间站着一个人", List.of(new BurntPicture.Box(330, 100, 340, 250)))),
                desk(colliery),
                approved ? List.of(leader, holder(colliery.supervisor(), Role.SUPERVISOR, colliery)) : List.of(),
                clock);
        if (!approved) {
            database.sql("update publicledger.entry set picturing = true where number = :entry")
                    .param("entry", entry)
                    .update();
        }
        return new Pictured(number, entry, photo);
    }

    /** A notice with an objection that was answered and one that was not, and one that was withdrawn; the number of the first. */
    long disclose(Colliery colliery) {
        var disclosures = product.getBean(DisclosuresInTime.class);
        var clock = product.getBean(Clock.class);
        var desk = holder(colliery.desk(), Role.DESK_OFFICER, colliery);
        var supervisor = holder(colliery.supervisor(), Role.SUPERVISOR, colliery);
        var mine = colliery.mine();
        var gone = disclosures.publish(
                mine, mine, new DisclosuresInTime.Said("other", "", "食堂换承包商", "下月一号起换。", ""), desk, supervisor, clock);
        disclosures.withdraw(gone, "合同没谈成", desk, supervisor, clock);
        var points = new DisclosuresInTime.Said(
                "pay-distribution",
                "",
                "综采一队 11 月工分公示",
                "按职代会通过的二次分配办法算。对不上的，提异议。",
                "姓名\t班组\t出勤\t工分\t身份证号\n邢大川\t早班\t26\t132.5\t1\n岳小满\t早班\t25\t121\t2\n");
        var number = disclosures.publish(mine, mine, points, desk, supervisor, clock);
        disclosures.object(number, "夜班那行多算了一个班。", UUID.randomUUID().toString(), clock);
        disclosures.reply(number, "查了调度台账，20 号夜班停产检修，正文已经更正。", desk, clock);
        disclosures.correct(number, "20 号夜班停产检修", "按职代会通过的二次分配办法算。20 号夜班按检修班记分。", desk, supervisor, clock);
        disclosures.object(number, "我的班少记了一个。", UUID.randomUUID().toString(), clock);
        return number;
    }

    /** The article holds the worker up as an example, who is asked, and somebody who has signed on paper. */
    void holdUp(long article, Colliery colliery) {
        database.sql("""
                insert into exemplar.piece (article, crew, marked_by, marked_at) values (:article, '综采一队早班', :editor, now());
                insert into exemplar.subject (article, name, person, added_by, added_at)
                values (:article, :name, :worker, :editor, now()), (:article, '赵退休', null, :editor, now());
                insert into exemplar.consent (subject, deed, by_person, seen_by, day, at)
                select id, 'ON_PAPER', :editor, '李见证', current_date - 1, now() from exemplar.subject
                where article = :article and person is null;
                insert into newsroom.hold (article, room, since) values (:article, 'exemplar', now())
                """)
                .param("article", article)
                .param("name", colliery.worker().name())
                .param("worker", colliery.worker().id().value())
                .param("editor", colliery.editor().id().value())
                .update();
    }

    private static Actor.Member holder(Colliery.Member member, Role role, Colliery colliery) {
        return new Actor.Member(member.id(), member.name(), List.of(new Grant(role, colliery.mine())));
    }

    /** Nine verdicts on the pay department and five that were rolled up to the mine, as they come out after months. */
    void publishVerdicts(Colliery colliery) {
        database.sql("""
                insert into verdict.batch
                    (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied)
                values (:department, false, current_date - 3, 9, 5, 3, 1, 6, 2, 1),
                       (:mine, true, current_date - 3, 5, 4, 0, 1, 4, 0, 1)
                """)
                .param("department", department(Colliery.PAY, colliery).value())
                .param("mine", colliery.mine().value())
                .update();
    }

    /** What a spot check has brought: a period, and somebody to look. */
    record Checked(long period, long look) {}

    /** An answer is drawn, and the line was asked how it stands; a period before is over, with a unit named in it. */
    Checked spotCheck(ConcernNumber number, Colliery colliery) {
        var period = database.sql("""
                insert into spotcheck.period (begins, ends, seed, commitment, published_at, drawn_until, revealed_at)
                select monday + 7 * weeks, monday + 7 * (weeks + 13), sha256(text(weeks)::bytea),
                    encode(sha256(text(weeks)::bytea), 'hex'), now(), monday + 7 * weeks, case when weeks < 0 then now() end
                from (select date_trunc('week', current_date)::date as monday) today, (values (-13), (0)) as w (weeks)
                on conflict (begins) do update set commitment = excluded.commitment
                returning id
                """).query((row, _) -> row.getLong("id")).list();
        database.sql("""
                insert into spotcheck.candidate (period, concern, answer, number, unit, week, life_safety, callable)
                select :period, concern, answer, number, unit, date_trunc('week', current_date)::date, false, true
                from verdict.answer where number = :number
                """)
                .param("period", period.getLast())
                .param("number", number.toString())
                .update();
        database.sql("""
                insert into spotcheck.drawn (period, place, reason, until, concern, answer, drawn_at)
                select period, 1, 'WEEK', week, concern, answer, now() from spotcheck.candidate where number = :number
                """).param("number", number.toString()).update();
        database.sql("""
                insert into spotcheck.rate (period, unit, answers_before, rate) values (:period, :unit, 160, 0.125)
                """)
                .param("period", period.getLast())
                .param("unit", colliery.mine().value())
                .update();
        database.sql("""
                insert into spotcheck.unit_finding (period, unit, calls, mismatches, chance, named)
                select :period, unit, 21, 9, 0.0001, true from verdict.answer where number = :number
                """)
                .param("period", period.getFirst())
                .param("number", number.toString())
                .update();
        var look = database.sql("""
                with made as (
                    insert into spotcheck.check_group (batch, round, ask_at, asked)
                    select -concern, 1, now(), true from verdict.answer where number = :number
                    returning id)
                insert into spotcheck.look (check_group, round, concern, answer, number, unit, show_by)
                select made.id, 1, concern, answer, number, unit, now() + interval '10 days'
                from verdict.answer, made where number = :number
                returning id
                """)
                .param("number", number.toString())
                .query((row, _) -> row.getLong("id"))
                .single();
        return new Checked(period.getLast(), look);
    }

    /** The worker of the colliery raises it with his name. */
    ConcernNumber raise(String words, Colliery colliery) {
        return raise(words, Reporter.Mode.NAMED, colliery);
    }

    ConcernNumber raise(String words, Reporter.Mode mode, Colliery colliery) {
        return raise(words, mode, "", colliery);
    }

    /** He says with it whom it speaks of. */
    ConcernNumber raiseAbout(String words, Colliery.Member about, Colliery colliery) {
        return raise(words, Reporter.Mode.NAMED, about.number(), colliery);
    }

    private ConcernNumber raise(String words, Reporter.Mode mode, String about, Colliery colliery) {
        return raise(words, mode, about, List.of(), colliery);
    }

    private ConcernNumber raise(String words, Reporter.Mode mode, String about, List<UUID> files, Colliery colliery) {
        var worker = new Actor.Member(colliery.worker().id(), colliery.worker().name(), List.of());
        var token = UUID.randomUUID().toString().replace("-", "").substring(8);
        var concern = new NewConcern(
                ConcernKind.HELP,
                BATHS,
                "",
                words,
                "二号澡堂",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                files,
                about);
        return raising.raise(concern, token, member(colliery.worker())).number();
    }

    /** The desk says that one thing lies behind them; answers its number. */
    String openProblem(String title, List<ConcernNumber> concerns, Colliery colliery) {
        return problems.open(title, concerns, holder(colliery.desk(), Role.DESK_OFFICER, colliery))
                .toString();
    }

    /** As if they had been heard to say the same; answers the number of the alarm. */
    long raiseAlarm(List<ConcernNumber> concerns, Colliery colliery) {
        return topics.raise(colliery.mine(), concerns);
    }

    void dismissAlarm(long alarm, String because, Colliery colliery) {
        topics.dismiss(alarm, because, holder(colliery.supervisor(), Role.SUPERVISOR, colliery));
    }

    /** As if the thirtieth day had come this morning. */
    void askIfLeftInPeace(ConcernNumber number) {
        database.sql("""
                update safeguard.check_in c set due_at = now() - interval '1 hour'
                from safeguard.watch w
                where w.concern = c.concern and w.number = :number and c.days = 30
                """).param("number", number.toString()).update();
    }

    /** He is given trouble; answers what the supervisor has before him. */
    long trouble(ConcernNumber number, Colliery colliery) {
        return database.sql("""
                with raised as (
                    insert into safeguard.entry (concern, kind, at, owner, due_at)
                    select w.concern, 'TROUBLE', now(), :owner, now() + interval '1 day'
                    from safeguard.watch w where w.number = :number
                    returning id)
                insert into safeguard.step (entry, at, kind, words)
                select raised.id, now(), 'SAID', '班长老派我一个人清溜煤眼' from raised
                returning entry
                """)
                .param("owner", colliery.supervisor().id().value())
                .param("number", number.toString())
                .query((row, _) -> row.getLong("entry"))
                .single();
    }

    /** Opened at the desk, and seen in a list. */
    void read(ConcernNumber number, Colliery colliery) {
        reading.open(number, Door.PAGE, desk(colliery));
        lists.search(number.toString(), ConcernFilter.none(), Optional.empty(), Door.SEARCH, desk(colliery));
    }

    ConcernNumber latestOf(Colliery.Member worker) {
        return number(own(worker).getFirst().number());
    }

    int countOf(Colliery.Member worker) {
        return own(worker).size();
    }

    static ConcernNumber number(String text) {
        return ConcernNumber.parse(text).orElseThrow();
    }

    /** The desk gives it to the services department, which answers. */
    void answer(ConcernNumber number, Colliery colliery) {
        take(number, colliery);
        reply(number, colliery);
    }

    /** The desk gives it to the services department, which has a question. */
    void ask(ConcernNumber number, String question, Colliery colliery) {
        take(number, colliery);
        handling.askForMore(number, question, handler(colliery));
    }

    void reply(ConcernNumber number, Colliery colliery) {
        handling.reply(
                number,
                new Reply("修好热水", "锅炉换热器坏了", "11月28日前换好换热器", "《澡堂管理办法》", Reply.Outcome.SUPPORT),
                handler(colliery));
    }

    /** The pay department has a reply that waits for its leader. */
    void draft(ConcernNumber number, Colliery colliery) {
        var pay = department(Colliery.PAY, colliery);
        var handler = member(colliery.payHandler(), Role.HANDLER, pay);
        handling.acceptAndAssign(number, WAGES, pay, Set.of(), "", desk(colliery));
        handling.acknowledge(number, "", handler);
        handling.reply(number, new Reply("补发工资", "查了考勤和工资表", "下月补发", "《工资支付办法》", Reply.Outcome.SUPPORT), handler);
    }

    /** The services department says that it has no ground; nobody has signed it yet. */
    void findNothing(ConcernNumber number, Colliery colliery) {
        take(number, colliery);
        handling.reply(
                number,
                new Reply(
                        "补发奖金",
                        "查了三个月的考勤，没有他说的那个班",
                        "不再补发",
                        "《奖金办法》第六条",
                        Reply.Outcome.NOT_SUPPORT,
                        Reply.Finding.UNREASONABLE),
                handler(colliery));
    }

    void withdraw(ConcernNumber number, Colliery colliery) {
        raising.withdraw(number, "不想说了", member(colliery.worker()));
    }

    void askReview(ConcernNumber number, Colliery colliery) {
        raising.askReview(number, "没有说清为什么", List.of(), member(colliery.worker()));
    }

    /** An answer that a review changed, with a like one that stands. */
    ConcernNumber overturn(Colliery colliery) {
        var wrong = raise("澡堂的吹风机坏了一排，头发没法吹干", colliery);
        answer(wrong, colliery);
        answer(raise("澡堂吹风机坏了一排，头发吹不干", colliery), colliery);
        askReview(wrong, colliery);
        changeByReview(wrong, colliery);
        compare();
        return wrong;
    }

    /** From now on like cases are found, as a moment after a start. */
    void compare() {
        Followed.by(product);
    }

    /** Whoever has the review finds the answer wrong. */
    void changeByReview(ConcernNumber number, Colliery colliery) {
        var owner = database.sql("select owner_person from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
        var who = owner == colliery.supervisor().id().value() ? colliery.supervisor() : colliery.secondSupervisor();
        var by = holder(who, Role.SUPERVISOR, colliery);
        reviewing.take(number, by);
        reviewing.decide(number, ConcernState.ReviewOutcome.CHANGED, "换热器早该换，重新办", by);
    }

    void take(ConcernNumber number, Colliery colliery) {
        var services = department(Colliery.SERVICES, colliery);
        handling.acceptAndAssign(number, BATHS, services, Set.of(), "", desk(colliery));
        handling.acknowledge(number, "", handler(colliery));
    }

    private Actor.Member handler(Colliery colliery) {
        return member(colliery.services(), Role.HANDLER, department(Colliery.SERVICES, colliery));
    }

    private static Actor.Member desk(Colliery colliery) {
        return member(colliery.desk(), Role.DESK_OFFICER, colliery.mine());
    }

    private UnitId department(String name, Colliery colliery) {
        return directory.children(colliery.mine()).stream()
                .filter(unit -> unit.name().equals(name))
                .map(UnitCard::id)
                .findFirst()
                .orElseThrow();
    }

    private List<ConcernRow> own(Colliery.Member worker) {
        return lists.own(Optional.empty(), member(worker)).rows();
    }

    private static Actor.Member member(Colliery.Member worker) {
        return new Actor.Member(worker.id(), worker.name(), List.of());
    }

    private static Actor.Member member(Colliery.Member member, Role role, UnitId unit) {
        return new Actor.Member(member.id(), member.name(), List.of(new Grant(role, unit)));
    }

    long submitArticle(String channel, String title, Colliery colliery) {
        return product.getBean(NewsTrial.class)
                .submit(channel, title, colliery.worker().id());
    }

    /** Passed by three others. */
    long publishArticle(String channel, String title, Colliery colliery) {
        return product.getBean(NewsTrial.class)
                .publish(
                        channel,
                        title,
                        colliery.worker().id(),
                        colliery.mine(),
                        List.of(
                                colliery.editor().id(),
                                colliery.supervisor().id(),
                                colliery.secondSupervisor().id()));
    }

    /** So many pictures, one after the other or on a wall, passed by two others. */
    long publishShow(String channel, String title, Colliery colliery, List<byte[]> pictures) {
        return product.getBean(NewsTrial.class)
                .publishShow(
                        channel,
                        title,
                        colliery.worker().id(),
                        colliery.mine(),
                        List.of(colliery.editor().id(), colliery.supervisor().id()),
                        pictures);
    }

    /** With a closed month, an open one, a training and an award. */
    CorrespondentTrial.Shown keepCorrespondent(Colliery colliery) {
        return product.getBean(CorrespondentTrial.class)
                .show(
                        colliery.worker().id(),
                        colliery.mine(),
                        List.of(
                                colliery.editor().id(),
                                colliery.supervisor().id(),
                                colliery.secondSupervisor().id()));
    }

    void takeDownArticle(long article, Colliery colliery) {
        product.getBean(NewsTrial.class).takeDown(article, colliery.supervisor().id(), colliery.mine());
    }
}
