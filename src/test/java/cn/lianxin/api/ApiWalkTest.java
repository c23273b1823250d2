package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.Recordings;
import cn.lianxin.promise.Matters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every operation of the document is done at least once, and what it answers is what the document says. */
@ProductTest
class ApiWalkTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    Matters matters;

    Callers callers;

    @BeforeEach
    void found() {
        callers = new Callers(mvc, village, tokens, directory);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void every_operation_is_done_and_answers_as_the_document_says() {
        lists();
        desk();
        handingBack();
        handling();
        recordings();
        reviews();
        person();
        accounts();
        units();
        people();
        office();
        closing();

        var all = new TreeSet<String>();
        callers.document.operations().forEach(one -> all.add(one.name()));
        assertThat(new TreeSet<>(callers.document.succeeded())).isEqualTo(all);
    }

    private void lists() {
        var number = callers.raised();
        callers.worker.get("/concerns").expect(200);
        var confidential = callers.worker
                .post("/concerns", Callers.concern("CONFIDENTIAL"))
                .expect(201)
                .json()
                .get("number")
                .asString();
        callers.worker.get("/concerns/" + confidential + "/readers?lines=true").expect(200);
        callers.worker.get("/application").expect(200);
        callers.desk.get("/concerns/" + number).expect(200);
        callers.desk.get("/concerns/" + number + "/choices").expect(200);
        callers.desk.get("/work").expect(200);
        callers.desk.get("/work/new?kind=HELP&urgent=false").expect(200);
        callers.desk.get("/cases?due=OPEN&raisedIn=" + callers.mineCode()).expect(200);
        callers.desk.get("/search?words=" + number).expect(200);
        callers.leader.get("/figures?unit=" + callers.mineCode()).expect(200);
        callers.leader.get("/verdicts?unit=" + callers.mineCode()).expect(200);
        callers.leader
                .get("/indicators?unit=" + callers.mineCode() + "&span=2025-Q3&by=UNIT")
                .expect(200);
        callers.desk.get("/ledger").expect(200);
    }

    private void desk() {
        var entry = new HashMap<>(Callers.concern("NAMED"));
        entry.put("channel", "TELEPHONE");
        entry.put("readBack", true);
        entry.put("staffNumber", callers.numberOf(callers.mine.worker.person()));
        callers.desk.post("/entries", entry).expect(201);
        var main = callers.raised();
        var number = callers.raised();
        callers.desk.post(at(main, "classification"), Map.of("matter", "E3")).expect(204);
        callers.desk.post(at(main, "acceptance"), Map.of()).expect(204);
        callers.desk
                .post(at(main, "assignment"), Map.of("lead", callers.district()))
                .expect(204);
        callers.desk
                .post(at(number, "link"), Map.of("main", main, "reason", "同一件事"))
                .expect(204);
        callers.desk.post(at(number, "link-removal"), Map.of("reason", "不是一件事")).expect(204);
        callers.desk
                .post(at(number, "split"), Map.of("title", "更衣柜", "words", "柜子也坏了", "matter", "E4"))
                .expect(201);
        callers.desk
                .post(at(number, "declination"), Map.of("reason", "不归矿里管", "whereToTurn", "找社区"))
                .expect(204);
        callers.worker
                .post(at(callers.raised(), "withdrawal"), Map.of("reason", "好了"))
                .expect(204);
    }

    private void handingBack() {
        var number = callers.raised();
        callers.desk
                .post(at(number, "acceptance"), Map.of("lead", callers.district(), "matter", "E4"))
                .expect(204);
        callers.handler.post(at(number, "hand-back"), Map.of("reason", "不归我们")).expect(204);
        callers.desk
                .post(at(number, "hand-back-decision"), Map.of("granted", true))
                .expect(204);
        callers.desk
                .post(at(number, "assignment"), Map.of("lead", callers.otherDistrict()))
                .expect(204);
        callers.otherHandler
                .post(at(number, "hand-back"), Map.of("reason", "也不归我们"))
                .expect(204);
        callers.mineLeader
                .post(at(number, "arbitration"), Map.of("lead", callers.district(), "word", "就归你们"))
                .expect(204);
    }

    private void handling() {
        var number = callers.inHand();
        callers.handler.post(at(number, "note"), Map.of("text", "问过锅炉房")).expect(204);
        callers.handler.post(at(number, "message"), Map.of("text", "明天来看")).expect(204);
        callers.handler.post(at(number, "question"), Map.of("text", "哪个澡堂？")).expect(204);
        callers.worker.post(at(number, "answer"), Map.of("text", "二号")).expect(204);
        callers.handler.post(at(number, "question"), Map.of("text", "几点？")).expect(204);
        callers.handler.post(at(number, "continuation"), Map.of("word", "先去看")).expect(204);
        pauses(number);
        var promised = Instant.parse(
                callers.handler.get("/concerns/" + number).json().get("replyBy").asString());
        var until = LocalDate.ofInstant(promised, ZoneId.of("Asia/Shanghai")).plusDays(10);
        callers.handler
                .post(at(number, "extension"), Map.of("until", until.toString(), "reason", "等配件"))
                .expect(204);
        callers.leader
                .post(at(number, "extension-decision"), Map.of("granted", true))
                .expect(204);
        callers.handler.post(at(number, "reply"), Callers.reply()).expect(204);
        callers.worker
                .post(
                        at(number, "verdict"),
                        Map.of("solved", "NOT_SOLVED", "satisfied", "NOT_SATISFIED", "word", "还是凉的"))
                .expect(204);
        callers.worker.post(at(number, "raising-again"), Map.of("text", "还是凉的")).expect(204);
        approval();
    }

    private void approval() {
        var matter = matters.all().stream()
                .filter(one -> one.needsApproval() && !one.grade().restricted())
                .findFirst()
                .orElseThrow();
        var body = new HashMap<>(Callers.concern("NAMED"));
        body.put("matter", matter.code());
        var number = callers.worker
                .post("/concerns", body)
                .expect(201)
                .json()
                .get("number")
                .asString();
        callers.desk
                .post(at(number, "acceptance"), Map.of("lead", callers.district(), "matter", matter.code()))
                .expect(204);
        callers.handler.post(at(number, "acknowledgement"), Map.of()).expect(204);
        callers.handler.post(at(number, "reply"), Callers.reply()).expect(204);
        callers.leader
                .post(at(number, "reply-decision"), Map.of("approved", true))
                .expect(204);
    }

    private void pauses(String number) {
        var until = LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai"))
                .plusDays(3)
                .toString();
        callers.handler
                .post(at(number, "pause-question"), Map.of("until", until, "reason", "等配件"))
                .expect(204);
        callers.worker
                .post(at(number, "pause-decision"), Map.of("agreed", true))
                .expect(204);
        callers.worker.post(at(number, "resumption"), Map.of()).expect(204);
        var evidence = callers.handler
                .upload("word.wav", Recordings.spoken(3))
                .expect(201)
                .json()
                .get("id")
                .asString();
        callers.handler
                .post(
                        at(number, "pause"),
                        Map.of("cause", "FORCE_MAJEURE", "until", until, "reason", "大雪封路", "files", List.of(evidence)))
                .expect(204);
        callers.handler.post(at(number, "resumption"), Map.of()).expect(204);
    }

    private void recordings() {
        var file = callers.worker
                .upload("word.wav", Recordings.spoken(3))
                .expect(201)
                .json()
                .get("id")
                .asString();
        var body = new HashMap<>(Callers.concern("NAMED"));
        body.put("files", List.of(file));
        var number = callers.worker
                .post("/concerns", body)
                .expect(201)
                .json()
                .get("number")
                .asString();
        callers.desk.get("/concerns/" + number + "/files/" + file).expect(200);
        callers.desk
                .post(at(number, "files/" + file + "/transcript"), Map.of("text", "澡堂没热水"))
                .expect(204);
        callers.worker
                .post(at(number, "files/" + file + "/dispute"), Map.of("version", 1, "word", "是二号澡堂"))
                .expect(204);
        callers.desk
                .post(at(number, "files/" + file + "/transcript"), Map.of("text", "二号澡堂没热水"))
                .expect(204);
        callers.worker
                .post(at(number, "files/" + file + "/confirmation"), Map.of("version", 2))
                .expect(204);
    }

    private void reviews() {
        var number = callers.replied();
        callers.worker.post(at(number, "review"), Map.of("text", "没有说为什么")).expect(204);
        callers.supervisor.post(at(number, "review-taking")).expect(204);
        callers.supervisor
                .post(at(number, "review-decision"), Map.of("outcome", "UPHELD", "opinion", "答复属实"))
                .expect(204);
        var withdrawn = callers.raised();
        callers.worker.post(at(withdrawn, "withdrawal"), Map.of("reason", "算了")).expect(204);
        callers.supervisor.get("/work/to-sign").expect(200);
        callers.supervisor
                .post(at(withdrawn, "ending-decision"), Map.of("stands", true, "reason", "问过本人"))
                .expect(204);
    }

    private void person() {
        var me = callers.leader.get("/me").expect(200).json();
        assertThat(me.at("/roles/0/role").asString()).isEqualTo("UNIT_LEADER");
        var today = LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai"));
        var leave = Map.of(
                "deputy", callers.numberOf(callers.mine.otherHandler.person()),
                "from", today.toString(),
                "until", today.plusDays(3).toString(),
                "reason", "休假");
        callers.leader.post("/me/absences", leave).expect(201);
        end(callers.leader.get("/me").json().at("/absences/0/id").asLong());
        callers.leader
                .post(
                        "/me/absences/underground",
                        Map.of("until", TestClock.now().plusSeconds(8 * 3600).toString()))
                .expect(201);
        end(callers.leader.get("/me").json().at("/absences/0/id").asLong());
        callers.leader
                .post("/me/usual-deputy", Map.of("deputy", callers.numberOf(callers.mine.handler.person())))
                .expect(204);
        var ofAnother = new java.util.HashMap<String, Object>(leave);
        ofAnother.put("person", callers.numberOf(callers.mine.worker.person()));
        callers.leader.post("/absences", ofAnother).expect(201);
        var absence = callers.leader
                .get("/absences")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asLong();
        callers.otherHandler.post("/absences/" + absence + "/decline").expect(204);
        end(absence);
        callers.leader.post("/me/sessions/end").expect(204);
        var messages = callers.worker.get("/inbox").expect(200).json();
        callers.worker.get("/inbox/unread").expect(200);
        var newest = messages.at("/items/0/id").asLong();
        callers.worker.post("/inbox/" + newest + "/reading").expect(204);
        callers.worker.post("/inbox/reading", Map.of("upTo", newest)).expect(204);
    }

    private void end(long absence) {
        callers.leader.post("/absences/" + absence + "/end").expect(204);
    }

    private void accounts() {
        var person = callers.numberOf(village.worker(callers.mine.crew));
        var keeper = callers.administrator;
        keeper.get("/accounts?words=" + person).expect(200);
        keeper.get("/accounts/" + person).expect(200);
        assertThat(keeper.post("/accounts/" + person + "/first-password")
                        .expect(201)
                        .json()
                        .get("password")
                        .asString())
                .isNotBlank();
        keeper.post("/accounts/" + person + "/reset", Map.of("reason", "忘了")).expect(201);
        var today =
                LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai")).toString();
        keeper.post(
                        "/accounts/" + person + "/roles",
                        Map.of("role", "HANDLER", "unit", callers.district(), "from", today))
                .expect(201);
        assertThat(keeper.get("/accounts/" + person).json().at("/roles/0/unit").asString())
                .isEqualTo(callers.district());
        keeper.post("/accounts/" + person + "/roles/end", Map.of("role", "HANDLER", "unit", callers.district()))
                .expect(204);
        keeper.post("/accounts/" + person + "/close", Map.of("reason", "丢了手机")).expect(204);
    }

    private void units() {
        var machine = callers.machine;
        var code = "X" + UUID.randomUUID().toString().substring(0, 8);
        machine.get("/units").expect(200);
        machine.post(
                        "/units/" + callers.mineCode() + "/children",
                        Map.of("code", code, "kind", "DISTRICT", "name", "新区队"))
                .expect(201);
        machine.get("/units/" + code).expect(200);
        machine.get("/units/" + callers.district() + "/members").expect(200);
        machine.post("/units/" + code + "/name", Map.of("kind", "DISTRICT", "name", "综采三队"))
                .expect(204);
        machine.post("/units/" + code + "/parent", Map.of("parent", callers.otherDistrict()))
                .expect(204);
        var today =
                LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai")).toString();
        machine.post("/units/" + code + "/dissolution", Map.of("successor", callers.otherDistrict(), "on", today))
                .expect(204);
    }

    private void people() {
        var machine = callers.machine;
        var number = "X" + UUID.randomUUID().toString().substring(0, 8);
        var today =
                LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai")).toString();
        machine.post(
                        "/units/" + callers.district() + "/people",
                        Map.of(
                                "staffNumber",
                                number,
                                "name",
                                "李新来",
                                "employment",
                                "OWN",
                                "title",
                                "采煤工",
                                "leads",
                                false,
                                "from",
                                today))
                .expect(201);
        machine.get("/people?words=" + number).expect(200);
        machine.post("/people/" + number + "/particulars", Map.of("name", "李新", "employment", "OWN"))
                .expect(204);
        machine.post(
                        "/people/" + number + "/appointments",
                        Map.of("unit", callers.otherDistrict(), "title", "安全员", "leads", false, "from", today))
                .expect(201);
        var appointments = machine.get("/people/" + number).expect(200).json().get("appointments");
        var besides = appointments
                .valueStream()
                .filter(one -> !one.get("main").asBoolean())
                .findFirst()
                .orElseThrow();
        machine.post("/people/" + number + "/appointments/" + besides.get("id").asLong() + "/end", Map.of("on", today))
                .expect(204);
        machine.post(
                        "/people/" + number + "/transfer",
                        Map.of("unit", callers.otherDistrict(), "title", "采煤工", "from", today))
                .expect(204);
        machine.post("/people/" + number + "/leaving", Map.of("on", today)).expect(204);
        TestClock.forward(Duration.ofDays(1));
        var tomorrow =
                LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai")).toString();
        machine.post(
                        "/people/" + number + "/return",
                        Map.of("unit", callers.district(), "title", "采煤工", "from", tomorrow))
                .expect(204);
        TestClock.reset();
    }

    private void office() {
        callers.worker.get("/matters").expect(200);
        assertThat(callers.worker
                        .get("/matters/suggestions?words=%E6%BE%A1%E5%A0%82")
                        .expect(200)
                        .json()
                        .at("/items"))
                .isNotEmpty();
        callers.worker.get("/mines").expect(200);
        assertThat(callers.worker
                        .get("/calendar/days?from=2026-10-01&until=2026-10-10")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(10);
        callers.worker.get("/calendar/stoppages").expect(200);
        var keeper = callers.administrator;
        var day = LocalDate.ofInstant(TestClock.now(), ZoneId.of("Asia/Shanghai"))
                .plusDays(300)
                .toString();
        keeper.post("/calendar/stoppages", Map.of("first", day, "reason", "检修")).expect(201);
        keeper.post("/calendar/stoppages/" + day + "/calling-off").expect(204);
        keeper.post(
                        "/calendar/rosters",
                        Map.of(
                                "name",
                                "倒班 " + UUID.randomUUID(),
                                "shifts",
                                "早 08:00-16:00, 中 16:00-24:00, 夜 00:00-08:00",
                                "pattern",
                                "夜夜中中早早休休",
                                "firstDay",
                                day))
                .expect(201);
        callers.worker.get("/calendar/rosters").expect(200);
    }

    /** Thirty days later the tokens of before have ended too. */
    private void closing() {
        var number = callers.replied();
        TestClock.forward(Duration.ofDays(40));
        callers.person(callers.mine.desk.person())
                .post(at(number, "conclusion"))
                .expect(204);
    }

    private static String at(String number, String step) {
        return "/concerns/" + number + "/" + step;
    }
}
