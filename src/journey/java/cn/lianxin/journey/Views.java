package cn.lianxin.journey;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Reporter;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of all pages: at which address each has rows, and who opens it. */
final class Views {

    /**
     * @param pattern address as its controller maps it
     * @param way leads there and answers the address
     * @param status of the answer: also what is gone says so on a page
     */
    record View(String pattern, Who who, Function<Walk, String> way, int status) {
        @Override
        public String toString() {
            return pattern + " " + who;
        }
    }

    enum Who {
        NOBODY(_ -> Optional.empty()),
        WORKER(colliery -> Optional.of(colliery.worker())),
        DESK(colliery -> Optional.of(colliery.desk())),
        HANDLER(colliery -> Optional.of(colliery.services())),
        LEADER(colliery -> Optional.of(colliery.payLeader())),
        SUPERVISOR(colliery -> Optional.of(colliery.supervisor())),
        ADMINISTRATOR(colliery -> Optional.of(colliery.administrator())),
        DISPATCHER(colliery -> Optional.of(colliery.dispatcher())),
        EDITOR(colliery -> Optional.of(colliery.editor()));

        private final Function<Colliery, Optional<Colliery.Member>> member;

        Who(Function<Colliery, Optional<Colliery.Member>> member) {
            this.member = member;
        }

        Optional<Colliery.Member> in(Colliery colliery) {
            return member.apply(colliery);
        }
    }

    private static final String PROBLEM = "{problem:[Zz]-?[0-9][0-9-]{8,12}}";

    private final List<View> views = new ArrayList<>();

    private Views() {}

    static List<View> of(Colliery colliery, Shortcuts shortcuts) {
        var table = new Views();
        table.concerns(colliery, shortcuts);
        table.raising();
        table.sealed(shortcuts.seal(colliery));
        table.accounts(colliery);
        table.organization(colliery);
        table.leaving(colliery, shortcuts);
        table.ledger();
        table.outside();
        table.news(colliery, shortcuts);
        table.correspondents(colliery, shortcuts);
        return table.views;
    }

    private void concerns(Colliery colliery, Shortcuts shortcuts) {
        var newOne = shortcuts.raise("澡堂晚班下来没热水，连着四天了", colliery);
        var inHand = shortcuts.raise("食堂夜宵八点就没了", colliery);
        shortcuts.take(inHand, colliery);
        var asked = shortcuts.raise("宿舍暖气不热", colliery);
        shortcuts.ask(asked, "哪一栋、几楼？", colliery);
        var answered = shortcuts.raise("班车早上总是晚到，赶不上班前会", colliery);
        shortcuts.answer(answered, colliery);
        var drafted = shortcuts.raise("九月工资少发", colliery);
        shortcuts.draft(drafted, colliery);
        var disputed = shortcuts.raise("矿灯充电架坏了六个", colliery);
        shortcuts.answer(disputed, colliery);
        shortcuts.askReview(disputed, colliery);
        var unfounded = shortcuts.raise("上月奖金少算了一个班", colliery);
        shortcuts.findNothing(unfounded, colliery);
        var withdrawn = shortcuts.raise("更衣柜的锁坏了", colliery);
        shortcuts.withdraw(withdrawn, colliery);
        for (var number : List.of(newOne, asked, answered)) {
            add("/concerns/{number}", Who.WORKER, "/concerns/" + number);
        }
        add("/concerns/{number}", Who.DESK, "/concerns/" + newOne);
        var named = shortcuts.raiseAbout("劳资科长扣了我三个月的奖金", colliery.payLeader(), colliery);
        add("/concerns/{number}", Who.DESK, "/concerns/" + named);
        add("/concerns/{number}", Who.WORKER, "/concerns/" + named);
        add("/concerns/{number}/posting", Who.WORKER, "/concerns/" + named + "/posting");
        add("/concerns/{number}", Who.HANDLER, "/concerns/" + inHand);
        add("/concerns/{number}", Who.LEADER, "/concerns/" + drafted);
        add("/concerns/{number}", Who.SUPERVISOR, "/concerns/" + disputed);
        shortcuts.publishVerdicts(colliery);
        var checked = shortcuts.spotCheck(answered, colliery);
        add("/spot-checks", Who.SUPERVISOR, "/spot-checks");
        add(
                "/spot-checks/calls/{period:[0-9]{1,18}}/{place:[0-9]{1,9}}",
                Who.SUPERVISOR,
                "/spot-checks/calls/" + checked.period() + "/1");
        add("/spot-checks/looks/{look:[0-9]{1,18}}", Who.SUPERVISOR, "/spot-checks/looks/" + checked.look());
        add("/spot-checks/draws", Who.SUPERVISOR, "/spot-checks/draws");
        add("/spot-checks/findings", Who.SUPERVISOR, "/spot-checks/findings");
        var confidential = shortcuts.raise("班长不让说的事", Reporter.Mode.CONFIDENTIAL, colliery);
        shortcuts.read(confidential, colliery);
        add("/concerns/{number}", Who.WORKER, "/concerns/" + confidential);
        add("/concerns/{number}/readers", Who.WORKER, "/concerns/" + confidential + "/readers?lines=true");
        add("/concerns/{number}/name", Who.SUPERVISOR, walk -> askedName(walk, confidential.toString()));
        var guarded = shortcuts.raise("队长叫我们少报瓦斯数", Reporter.Mode.CONFIDENTIAL, colliery);
        shortcuts.askIfLeftInPeace(guarded);
        add("/concerns/{number}", Who.WORKER, "/concerns/" + guarded);
        add("/concerns/{number}/safeguard", Who.WORKER, "/concerns/" + guarded + "/safeguard");
        var troubled = shortcuts.raise("队长克扣夜班补贴", Reporter.Mode.CONFIDENTIAL, colliery);
        var entry = shortcuts.trouble(troubled, colliery);
        add("/concerns/{number}/safeguard", Who.WORKER, "/concerns/" + troubled + "/safeguard");
        add("/safeguards", Who.SUPERVISOR, "/safeguards");
        add("/safeguards/{entry:[0-9]{1,18}}", Who.SUPERVISOR, "/safeguards/" + entry);
        add("/concerns/{number}/hearing", Who.DESK, "/concerns/" + named + "/hearing");
        add("/concerns/{number}/hearing", Who.WORKER, "/concerns/" + named + "/hearing");
        var problem = shortcuts.openProblem("食堂夜宵和班车都赶不上晚班", List.of(inHand, answered), colliery);
        add("/problems", Who.DESK, "/problems");
        add("/problems/new", Who.DESK, "/problems/new?concern=" + newOne);
        add("/problems/" + PROBLEM, Who.DESK, "/problems/" + problem);
        add("/problems/" + PROBLEM, Who.HANDLER, "/problems/" + problem);
        add("/name-requests", Who.DESK, "/name-requests");
        add("/concerns/{number}/name", Who.DESK, "/concerns/" + confidential + "/name");
        add("/concerns/{number}/spot-check", Who.WORKER, "/concerns/" + answered + "/spot-check");
        add("/verdicts", Who.LEADER, "/verdicts?unit=" + colliery.mine().value());
        add("/indicators", Who.LEADER, "/indicators");
        add("/equality", Who.SUPERVISOR, "/equality");
        add("/foresight", Who.LEADER, "/foresight");
        add("/foresight/{part}", Who.SUPERVISOR, "/foresight/silent");
        var overturned = shortcuts.overturn(colliery);
        var alike = shortcuts.raise("澡堂吹风机坏了一排，没法吹头发", colliery);
        shortcuts.take(alike, colliery);
        add("/concerns/{number}", Who.HANDLER, "/concerns/" + alike);
        add("/precedents/overturned", Who.DESK, "/precedents/overturned");
        add("/precedents/overturned/{number}", Who.SUPERVISOR, "/precedents/overturned/" + overturned);
        topics(colliery, shortcuts);
        add("/indicators/rows", Who.LEADER, "/indicators/rows");
        add("/reports", Who.DESK, "/reports");
        add("/reports/{id}", Who.DESK, Views::report);
        add("/reports/{id}/sheet", Who.LEADER, walk -> report(walk) + "/sheet");
        add("/desk", Who.DESK, "/desk?number=" + newOne);
        add("/desk/{queue}", Who.DESK, "/desk/open");
        add("/tasks", Who.HANDLER, "/tasks?number=" + inHand);
        add("/tasks/{queue}", Who.HANDLER, "/tasks/to-acknowledge");
        add("/decisions", Who.LEADER, "/decisions?number=" + drafted);
        add("/decisions/{queue}", Who.LEADER, "/decisions/to-arbitrate");
        add("/reviews", Who.SUPERVISOR, "/reviews?number=" + disputed);
        add("/reviews/{queue}", Who.SUPERVISOR, "/reviews/to-sign?number=" + withdrawn);
        add("/reviews/{queue}", Who.SUPERVISOR, "/reviews/to-sign?number=" + unfounded);
        add("/concerns/{number}", Who.WORKER, "/concerns/" + withdrawn);
        add("/board", Who.LEADER, "/board");
        questions(colliery, shortcuts, answered);
        publicLedger(colliery, shortcuts);
        disclosures(shortcuts.disclose(colliery));
        add("/board/rows", Who.LEADER, "/board/rows?due=open");
    }

    private void publicLedger(Colliery colliery, Shortcuts shortcuts) {
        var told = shortcuts.raise("澡堂晚班没热水", colliery);
        var waits = shortcuts.raise("更衣柜锁坏了", colliery);
        var agreed = shortcuts.raise("食堂晚班没热饭", colliery);
        for (var number : List.of(told, waits, agreed)) {
            shortcuts.answer(number, colliery);
        }
        var entry = shortcuts.tell(told, true, true, colliery);
        var waiting = shortcuts.tell(waits, true, false, colliery);
        shortcuts.tell(agreed, false, false, colliery);
        var one = "/public-ledger/{entry:[0-9]{1,18}}";
        add("/public-ledger", Who.NOBODY, "/public-ledger");
        add("/public-ledger", Who.DESK, "/public-ledger");
        add(one, Who.NOBODY, "/public-ledger/" + entry);
        add(one, Who.SUPERVISOR, "/public-ledger/" + entry);
        add("/public-ledger/withheld", Who.NOBODY, "/public-ledger/withheld");
        add("/public-ledger/waiting", Who.DESK, "/public-ledger/waiting");
        add("/public-ledger/waiting/{entry:[0-9]{1,18}}", Who.SUPERVISOR, "/public-ledger/waiting/" + waiting);
        add("/concerns/{number}/public-ledger", Who.WORKER, "/concerns/" + told + "/public-ledger");
        add("/concerns/{number}/public-ledger/proposal", Who.DESK, "/concerns/" + agreed + "/public-ledger/proposal");
        var shown = shortcuts.picture("二号澡堂的龙头坏了半排", true, colliery);
        add(one, Who.NOBODY, "/public-ledger/" + shown.entry());
        var chosen = shortcuts.picture("三号澡堂的龙头坏了半排", false, colliery);
        var pictures = "/concerns/" + chosen.number() + "/public-ledger/pictures";
        add("/public-ledger/waiting/{entry:[0-9]{1,18}}", Who.DESK, "/public-ledger/waiting/" + chosen.entry());
        add("/concerns/{number}/public-ledger/pictures", Who.DESK, pictures);
        add("/concerns/{number}/public-ledger/pictures/{attachment}", Who.DESK, pictures + "/" + chosen.photo());
    }

    private void disclosures(long number) {
        var notice = "/disclosures/{number:[0-9]{1,18}}";
        var address = "/disclosures/" + number;
        add("/disclosures", Who.NOBODY, "/disclosures");
        add("/disclosures", Who.DESK, "/disclosures");
        add(notice, Who.NOBODY, address);
        add(notice, Who.DESK, address);
        add(notice + "/versions/{place:[0-9]{1,6}}", Who.WORKER, address + "/versions/1");
        add(notice + "/comparison", Who.NOBODY, address + "/comparison?from=1&to=2");
        add(notice + "/objections", Who.WORKER, address + "/objections");
        add(notice + "/again", Who.DESK, address + "/again");
        add("/disclosures/receipt", Who.NOBODY, "/disclosures/receipt");
        add("/disclosures/new", Who.DESK, "/disclosures/new");
        add(
                notice + "/draft",
                Who.DESK,
                walk -> walk.open("/disclosures/new?duty=other")
                        .press("disclosure.begin")
                        .page()
                        .url());
        add("/duties", Who.NOBODY, "/duties");
        add("/duties/{code:[a-z-]{3,41}}", Who.SUPERVISOR, "/duties/wage-agreement");
    }

    private void questions(Colliery colliery, Shortcuts shortcuts, ConcernNumber answered) {
        var number = shortcuts.publish(answered, "班车早上晚到，算不算迟到？", "班车晚到不算迟到，由车队出证明。", colliery);
        var other = shortcuts.raise("锅炉房门口的灯坏了", colliery);
        shortcuts.answer(other, colliery);
        var wording = shortcuts.propose(other, "路灯坏了找谁报修？", "打后勤科值班台，当天来修。", colliery);
        var third = shortcuts.raise("洗衣房的烘干机坏了", colliery);
        shortcuts.answer(third, colliery);
        add("/questions", Who.NOBODY, "/questions");
        add("/questions", Who.DESK, "/questions");
        add("/questions/{number:[0-9]{1,18}}", Who.WORKER, "/questions/" + number + "?q=%E7%8F%AD%E8%BD%A6");
        add("/questions/{number:[0-9]{1,18}}", Who.DESK, "/questions/" + number);
        add("/questions/{number:[0-9]{1,18}}/correction", Who.DESK, "/questions/" + number + "/correction");
        add("/questions/waiting", Who.DESK, "/questions/waiting");
        add("/questions/waiting/{wording:[0-9]{1,18}}", Who.SUPERVISOR, "/questions/waiting/" + wording);
        add("/concerns/{number}/public-question", Who.DESK, "/concerns/" + third + "/public-question");
        add("/concerns/new/{token}/before", Who.WORKER, Views::before);
        add("/concerns/new/{token}/answered/{question:[0-9]{1,18}}", Who.WORKER, walk -> {
            before(walk);
            return walk.press("before.answered.go").page().url();
        });
    }

    private static String before(Walk walk) {
        walk.open("/concerns/new").write("raise.words", "班车早上晚到，算不算迟到").press("raise.next");
        return walk.press("raise.next").page().url();
    }

    private void topics(Colliery colliery, Shortcuts shortcuts) {
        var cold = raised(shortcuts, colliery, "南楼浴池连着三天冰水，冻得直哆嗦", "南楼澡堂水凉，感冒的不止我一个", "下班一身煤，南楼浴池还是冷水");
        var open = shortcuts.raiseAlarm(cold, colliery);
        var lamps = raised(shortcuts, colliery, "三号皮带机头的灯又灭了", "三号皮带巷黑灯瞎火，走路绊脚", "三号皮带巷灯不亮", "三号皮带的灯还没修");
        var takenUp = shortcuts.raiseAlarm(lamps, colliery);
        shortcuts.openProblem("三号皮带巷照明", lamps.subList(0, 3), colliery);
        var buses = raised(shortcuts, colliery, "南线班车晚点", "南线班车又没来", "南线班车挤不上");
        shortcuts.dismissAlarm(shortcuts.raiseAlarm(buses, colliery), "一次是封路，一次是换司机，一次是过节人多", colliery);
        add("/topics", Who.SUPERVISOR, "/topics");
        add("/topics", Who.DESK, "/topics");
        add("/topics/{alarm:[0-9]{1,18}}", Who.SUPERVISOR, "/topics/" + open);
        add("/topics/{alarm:[0-9]{1,18}}", Who.DESK, "/topics/" + takenUp);
    }

    private static List<ConcernNumber> raised(Shortcuts shortcuts, Colliery colliery, String... words) {
        return Arrays.stream(words).map(one -> shortcuts.raise(one, colliery)).toList();
    }

    private void news(Colliery colliery, Shortcuts shortcuts) {
        var shown = shortcuts.publishArticle("headline", "综采一队四百天没有人带伤升井", colliery);
        var gone = shortcuts.publishArticle("mines", "产量破了十万吨", colliery);
        shortcuts.takeDownArticle(gone, colliery);
        var waiting = shortcuts.submitArticle("prose", "井口的槐树", colliery);
        var article = "{article:[0-9]{1,18}}";
        var slug = "/zong-cai-yi-dui-si-bai-tian-mei-you-ren-dai-shang-sheng-jing";
        add("/news", Who.NOBODY, "/news");
        add("/news", Who.WORKER, "/news");
        add("/news/channels/{channel:[a-z-]{2,30}}", Who.NOBODY, "/news/channels/headline");
        add("/news/channels/{channel:[a-z-]{2,30}}", Who.WORKER, "/news/channels/suppliers");
        add("/news/articles/" + article + "/{slug:[a-z0-9-]{1,80}}", Who.NOBODY, "/news/articles/" + shown + slug);
        views.add(new View("/news/articles/" + article, Who.NOBODY, _ -> "/news/articles/" + gone, 410));
        add("/news/archive", Who.NOBODY, "/news/archive");
        add("/news/archive/{month:[0-9]{4}-[0-9]{2}}", Who.NOBODY, "/news/archive/2020-01");
        add("/news/masthead", Who.NOBODY, "/news/masthead");
        add("/news/search", Who.NOBODY, "/news/search?q=%E7%BB%BC%E9%87%87%E4%B8%80%E9%98%9F");
        add("/news/search", Who.WORKER, "/news/search");
        add("/newsroom/submissions", Who.WORKER, "/newsroom/submissions");
        add("/newsroom/submissions/new", Who.WORKER, "/newsroom/submissions/new");
        add(
                "/newsroom/drafts/{draft:[0-9]{1,18}}",
                Who.WORKER,
                walk -> walk.open("/newsroom/submissions/new")
                        .write("write.headline", "没写完的一篇")
                        .press("write.keep")
                        .page()
                        .url());
        add("/newsroom/queue", Who.EDITOR, "/newsroom/queue");
        add("/newsroom/sources", Who.EDITOR, "/newsroom/sources");
        add("/newsroom/channels", Who.ADMINISTRATOR, "/newsroom/channels");
        add("/newsroom/channels", Who.EDITOR, "/newsroom/channels");
        add("/newsroom/masthead", Who.ADMINISTRATOR, "/newsroom/masthead");
        add("/office-systems", Who.ADMINISTRATOR, "/office-systems");
        add("/newsroom/words", Who.EDITOR, "/newsroom/words?trial=11月30日（星期二）开会");
        add("/newsroom/articles/" + article, Who.EDITOR, "/newsroom/articles/" + waiting);
        add("/newsroom/articles/" + article, Who.WORKER, "/newsroom/articles/" + shown);
        shortcuts.holdUp(waiting, colliery);
        add("/statutes/articles/" + article, Who.EDITOR, "/statutes/articles/" + shown);
        add("/exemplars", Who.WORKER, "/exemplars");
        add("/exemplars/" + article, Who.WORKER, "/exemplars/" + waiting);
        add("/exemplars/" + article + "/keeping", Who.EDITOR, "/exemplars/" + waiting + "/keeping");
        add(
                "/newsroom/articles/" + article + "/revisions/{place:[0-9]{1,6}}",
                Who.EDITOR,
                "/newsroom/articles/" + shown + "/revisions/1");
    }

    private void correspondents(Colliery colliery, Shortcuts shortcuts) {
        var shown = shortcuts.keepCorrespondent(colliery);
        var month = shown.month();
        add("/correspondents", Who.WORKER, "/correspondents?period=" + month);
        add("/correspondents", Who.EDITOR, "/correspondents");
        add("/correspondents/mine", Who.WORKER, "/correspondents/mine");
        add("/correspondents/files", Who.EDITOR, "/correspondents/files");
        var file = "/correspondents/files/" + shown.correspondent().value();
        add("/correspondents/files/{person:[0-9]{1,18}}", Who.EDITOR, file);
        add("/correspondents/files/{person:[0-9]{1,18}}", Who.WORKER, file);
        add("/correspondents/fees", Who.EDITOR, "/correspondents/fees");
        add("/correspondents/fees/{sheet:[0-9]{1,18}}", Who.EDITOR, "/correspondents/fees/" + shown.open());
        add("/correspondents/fees/{sheet:[0-9]{1,18}}", Who.EDITOR, "/correspondents/fees/" + shown.closed());
        add("/correspondents/rates", Who.EDITOR, "/correspondents/rates");
    }

    private void raising() {
        add("/", Who.NOBODY, "/");
        add("/", Who.WORKER, "/");
        add("/concerns", Who.WORKER, "/concerns");
        add("/concerns/new", Who.NOBODY, "/concerns/new");
        add("/concerns/new/offline", Who.WORKER, "/concerns/new/offline");
        add("/concerns/new/{token}/words", Who.NOBODY, walk -> {
            step(walk, "matter");
            return walk.press("raise.back").page().url();
        });
        add("/concerns/new/{token}/matter", Who.NOBODY, walk -> step(walk, "matter"));
        add("/concerns/new/{token}/name", Who.WORKER, walk -> {
            step(walk, "matter");
            return walk.press("raise.next").page().url();
        });
        add("/receipt", Who.NOBODY, "/receipt");
        add("/desk/entry", Who.DESK, "/desk/entry");
        add("/desk/letter-box", Who.DESK, "/desk/letter-box");
        add("/inbox", Who.WORKER, "/inbox");
    }

    private void sealed(String number) {
        add("/sealed", Who.NOBODY, "/sealed");
        add("/sealed/receipt", Who.NOBODY, "/sealed/receipt");
        add("/watermarks", Who.SUPERVISOR, "/watermarks");
        add("/sealed-letters", Who.SUPERVISOR, "/sealed-letters");
        add("/sealed-letters/key", Who.SUPERVISOR, "/sealed-letters/key");
        add("/sealed-letters/{number:S[0-9]{4}-[0-9]{4}}", Who.SUPERVISOR, "/sealed-letters/" + number);
        add("/sealed-troubles", Who.DESK, "/sealed-troubles");
        add("/sealed-troubles/{number:S[0-9]{4}-[0-9]{4}}", Who.DESK, "/sealed-troubles/" + number);
        add("/sealed-recovery", Who.ADMINISTRATOR, "/sealed-recovery");
    }

    private static String askedName(Walk walk, String number) {
        var address = "/concerns/" + number + "/name";
        walk.open(address)
                .choose("purpose.PROTECT")
                .write("release.reason", "班里有人放话要找他，必须知道是谁才能护住他")
                .press("release.send");
        return address;
    }

    private static String step(Walk walk, String step) {
        walk.open("/concerns/new")
                .write("raise.words", "澡堂晚班下来没热水")
                .attach("raise.files", Samples.photo("澡堂二号间的花洒和墙上贴的开放时间表2026年11月22日.jpg"))
                .press("raise.next");
        return walk.page().url();
    }

    /** He sets his app up when he is first asked for. */
    private static String half(Walk walk, Colliery.Member member) {
        if (!walk.signIn(member).page().url().endsWith("/sign-in/code")) {
            SecondFactors.setUp(walk);
            walk.open("/sign-out").press("sign-out.go").signIn(member);
        }
        return walk.page().url();
    }

    private static String application(Walk walk, Colliery colliery) {
        return walk.open("/applications")
                .write("application.name", "微信小程序")
                .write("application.purpose", "在手机上反映诉求、看答复")
                .write("application.owner-number", colliery.administrator().number())
                .choose("application-scope.CONCERNS")
                .choose("application-scope.SCIM")
                .press("applications.go")
                .page()
                .url();
    }

    private void accounts(Colliery colliery) {
        add("/sign-in", Who.NOBODY, "/sign-in");
        add("/sign-out", Who.WORKER, "/sign-out");
        add("/password", Who.WORKER, "/password");
        add("/me", Who.HANDLER, "/me");
        add("/me/statement", Who.WORKER, "/me/statement");
        add("/me/data", Who.WORKER, "/me/data");
        add("/data-requests", Who.ADMINISTRATOR, "/data-requests");
        add("/retention", Who.ADMINISTRATOR, "/retention");
        add("/absences", Who.DESK, "/absences");
        add("/applications", Who.ADMINISTRATOR, "/applications");
        add("/applications/{application}", Who.ADMINISTRATOR, walk -> application(walk, colliery));
        add("/me/tokens", Who.WORKER, "/me/tokens");
        add("/me/notifications", Who.WORKER, "/me/notifications");
        add(
                "/accounts",
                Who.ADMINISTRATOR,
                "/accounts?words=" + colliery.worker().name());
        add(
                "/accounts/{person:\\d+}",
                Who.ADMINISTRATOR,
                "/accounts/" + colliery.desk().id().value());
        add("/sign-in/code", Who.NOBODY, walk -> half(walk, colliery.secondSupervisor()));
        add("/sign-in/passkey", Who.NOBODY, "/sign-in/passkey");
        add("/me/second-factor", Who.WORKER, "/me/second-factor");
        add("/me/second-factor/enrolment", Who.WORKER, walk -> {
            SecondFactors.begin(walk);
            return walk.page().url();
        });
        add(
                "/accounts/{person:\\d+}/second-factor",
                Who.ADMINISTRATOR,
                "/accounts/" + colliery.desk().id().value() + "/second-factor");
        add("/accounts/slips", Who.ADMINISTRATOR, "/accounts/slips");
        add("/terminals", Who.ADMINISTRATOR, "/terminals");
        add("/calendar", Who.ADMINISTRATOR, "/calendar");
        add("/calendar", Who.WORKER, "/calendar");
        add("/search", Who.ADMINISTRATOR, "/search?q=" + colliery.worker().name());
        add("/search", Who.DESK, "/search?q=%E7%83%AD%E6%B0%B4%20%E4%B8%8A%E7%8F%AD&sort=newest");
        add("/search", Who.WORKER, "/search");
        add("/rules", Who.ADMINISTRATOR, "/rules");
        add("/rules", Who.WORKER, "/rules");
        add("/responsibility", Who.ADMINISTRATOR, "/responsibility");
        add("/escalations", Who.LEADER, "/escalations");
        add("/dispatch", Who.DISPATCHER, "/dispatch");
        add("/certificate", Who.ADMINISTRATOR, "/certificate");
        add("/certificate/sheet", Who.ADMINISTRATOR, "/certificate/sheet");
        add("/trust", Who.NOBODY, "/trust");
        add("/log", Who.NOBODY, "/log");
        add("/log/board", Who.NOBODY, "/log/board");
        add("/log/paper", Who.NOBODY, "/log/paper");
        add("/quarantine", Who.ADMINISTRATOR, "/quarantine");
        add("/audit", Who.ADMINISTRATOR, "/audit");
        add("/company-account", Who.ADMINISTRATOR, "/company-account");
        add("/audit", Who.SUPERVISOR, "/audit");
        add("/administrators", Who.ADMINISTRATOR, "/administrators");
        add("/administrators", Who.SUPERVISOR, "/administrators");
        add("/administrators/deeds", Who.SUPERVISOR, "/administrators/deeds");
        add("/administrators/sign-ins", Who.SUPERVISOR, "/administrators/sign-ins");
    }

    private void organization(Colliery colliery) {
        add("/organization", Who.ADMINISTRATOR, "/organization");
        add("/organization/units/{code}", Who.ADMINISTRATOR, "/organization/units/" + colliery.mineCode());
        add(
                "/organization/people/{number}",
                Who.ADMINISTRATOR,
                "/organization/people/" + colliery.desk().number());
        personnel(colliery);
        add("/personnel/imports/new", Who.ADMINISTRATOR, "/personnel/imports/new");
        add(
                "/personnel/imports/{id}",
                Who.ADMINISTRATOR,
                walk -> walk.open("/personnel/imports/new")
                        .choose("import-subject.PEOPLE")
                        .attach("personnel.import.file", table("人员.csv", "工号,姓名,单位编码\nJ-9,韩掘进,没有\n"))
                        .press("personnel.import.look")
                        .page()
                        .url());
    }

    private void leaving(Colliery colliery, Shortcuts shortcuts) {
        shortcuts.stopLeaving(colliery);
        add("/personnel/leaving", Who.ADMINISTRATOR, "/personnel/leaving");
    }

    private void personnel(Colliery colliery) {
        add(
                "/personnel/rosters/{id}",
                Who.ADMINISTRATOR,
                walk -> OfficeRoster.downloaded(walk)
                        .with("R1", "韩掘进", colliery.mineCode(), "掘进工")
                        .without(colliery.payHandler().number())
                        .send(walk)
                        .page()
                        .url());
        add(
                "/personnel/rosters/{id}",
                Who.ADMINISTRATOR,
                walk -> OfficeRoster.downloaded(walk)
                        .with("R1", "韩掘进", "没有这个单位", "掘进工")
                        .send(walk)
                        .page()
                        .url());
        add(
                "/personnel/rosters/{id}",
                Who.ADMINISTRATOR,
                walk -> OfficeRoster.downloaded(walk)
                        .with("R2" + colliery.mineCode(), "卫支护", colliery.mineCode(), "支护工")
                        .send(walk)
                        .press("personnel.roster.apply")
                        .page()
                        .url());
        add("/personnel", Who.ADMINISTRATOR, "/personnel");
    }

    private void ledger() {
        add("/ledger", Who.DESK, "/ledger");
        add("/ledger/imports/new", Who.DESK, "/ledger/imports/new");
        add("/ledger/imports/{id}", Who.DESK, Views::preview);
        add("/ledger/imports/{id}", Who.DESK, walk -> {
            var address = preview(walk);
            walk.press("ledger.start", 2);
            walk.page().locator(".flash-success").waitFor();
            return address;
        });
    }

    private void outside() {
        add("/deliveries", Who.ADMINISTRATOR, "/deliveries");
        add("/deliveries/messengers/new", Who.ADMINISTRATOR, "/deliveries/messengers/new");
        add(
                "/deliveries/messengers/{messenger:[0-9]{1,18}}",
                Who.ADMINISTRATOR,
                walk -> walk.open("/deliveries/messengers/new")
                        .write("messenger.name", "短信")
                        .write("messenger.url", "http://127.0.0.1:9/send")
                        .press("messenger.go")
                        .page()
                        .url());
        add("/webhooks", Who.ADMINISTRATOR, "/webhooks");
        add("/webhooks/{endpoint:[0-9]{1,18}}", Who.ADMINISTRATOR, walk -> {
            walk.open("/webhooks")
                    .write("webhooks.name", "数据看板")
                    .write("webhooks.url", "http://127.0.0.1:9/hook")
                    .choose("event-kind.REPLIED")
                    .press("webhooks.go");
            return walk.open("/webhooks").press("webhooks.open").page().url();
        });
    }

    private static String preview(Walk walk) {
        return walk.open("/ledger/imports/new")
                .attach("ledger.choose-file", table("登记表.csv", "反映时间,反映内容\n2025-03-01,班中餐是凉的\n,没写时间\n"))
                .press("ledger.look-first")
                .page()
                .url();
    }

    private static FilePayload table(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String pattern, Who who, String address) {
        add(pattern, who, _ -> address);
    }

    private void add(String pattern, Who who, Function<Walk, String> way) {
        views.add(new View(pattern, who, way, 200));
    }

    /** One that is issued, or else is issued now: nobody issues the same one twice. */
    private static String report(Walk walk) {
        var issued = walk.open("/reports").page().locator("a.row-link");
        if (issued.count() == 0) {
            return walk.press("report.issue.go").page().url();
        }
        return issued.first().getAttribute("href").replace("/sheet", "");
    }
}
