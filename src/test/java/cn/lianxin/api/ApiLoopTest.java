package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A concern from its raising to its verdict by the programming interface; each answer is held against the document. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiLoopTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    Callers callers;

    @BeforeAll
    void found() {
        callers = new Callers(mvc, village, tokens, directory);
    }

    @Test
    void a_concern_is_raised_assigned_answered_and_judged_by_its_worker() {
        var number = callers.replied();

        var seen = callers.worker.get("/concerns/" + number).expect(200);
        callers.worker
                .post("/concerns/" + number + "/verdict", Map.of("solved", "SOLVED", "satisfied", "FAIRLY"))
                .expect(204);

        assertThat(seen.json().get("state").asString()).isEqualTo("REPLIED");
        assertThat(seen.json().get("mine").asBoolean()).isTrue();
        assertThat(seen.json().at("/moves").valueStream().map(JsonNode::asString))
                .contains("RAISE_AGAIN", "ASK_REVIEW");
        assertThat(seen.json()
                        .at("/talk")
                        .valueStream()
                        .map(line -> line.get("step").asString()))
                .contains("FILED", "ASSIGNED", "REPLIED");
        assertThat(callers.worker
                        .get("/concerns")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(row -> row.get("number").asString()))
                .contains(number);
    }

    @Test
    void the_worker_is_told_what_a_state_means_for_him_and_not_what_goes_on_inside() {
        var number = callers.raised();
        callers.desk
                .post("/concerns/" + number + "/acceptance", Map.of("lead", callers.district(), "matter", "E4"))
                .expect(204);
        callers.handler
                .post("/concerns/" + number + "/hand-back", Map.of("reason", "不归我们"))
                .expect(204);

        var worker = callers.worker.get("/concerns/" + number).json();
        var desk = callers.desk.get("/concerns/" + number).json();

        assertThat(worker.get("stateInWords").asString()).isEqualTo("正在定谁来办");
        assertThat(desk.get("stateInWords").asString()).isEqualTo("退回，待定");
    }

    @Test
    void what_is_paid_because_of_it_stands_in_the_reply_and_nothing_else_is_an_amount() {
        var number = callers.inHand();
        Map<String, Object> reply = new HashMap<>(Callers.reply());
        reply.put("amount", "一百二");
        assertThat(callers.handler.post("/concerns/" + number + "/reply", reply).refused(422))
                .isEqualTo("amount-wrong");

        reply.put("amount", "120.50");
        callers.handler.post("/concerns/" + number + "/reply", reply).expect(204);

        assertThat(callers.worker.get("/concerns/" + number).json().toString()).contains("\"amount\":\"120.5");
    }

    @Test
    void nobody_but_the_worker_judges() {
        var number = callers.replied();
        var verdict = Map.of("solved", "SOLVED", "satisfied", "SATISFIED");

        for (var other : List.of(callers.handler, callers.desk, callers.leader, callers.supervisor, callers.stranger)) {
            assertThat(other.post("/concerns/" + number + "/verdict", verdict).refused(404))
                    .isEqualTo("not-found");
        }
        assertThat(callers.machine
                        .post("/concerns/" + number + "/verdict", verdict)
                        .refused(403))
                .isEqualTo("scope-missing");
    }

    @Test
    void who_may_not_see_a_concern_gets_what_a_number_gets_that_nobody_has() {
        var number = callers.raised();

        var hidden = callers.stranger.get("/concerns/" + number);
        var unknown = callers.stranger.get("/concerns/2031-1234-5670");

        assertThat(hidden.refused(404)).isEqualTo("not-found");
        assertThat(hidden.text().replace(number, "N")).isEqualTo(unknown.text().replace("2031-1234-5670", "N"));
    }

    @Test
    void an_application_follows_with_the_receipt_of_whoever_stands_before_it() {
        var raised = callers.machine
                .post(
                        "/concerns",
                        Map.of("kind", "HELP", "words", "更衣室的柜子坏了", "mode", "ANONYMOUS", "unit", callers.mineCode()))
                .expect(201)
                .json();
        var number = raised.get("number").asString();
        var holder =
                callers.machine.with("Lianxin-Receipt", raised.get("receipt").asString());

        holder.post("/concerns/" + number + "/message", Map.of("text", "东边那一排")).expect(204);

        assertThat(callers.machine.get("/concerns/" + number).refused(404)).isEqualTo("not-found");
        assertThat(holder.get("/concerns").json().at("/items/0/number").asString())
                .isEqualTo(number);
        assertThat(holder.get("/concerns/" + number)
                        .expect(200)
                        .json()
                        .get("mine")
                        .asBoolean())
                .isTrue();
        assertThat(callers.machine
                        .with("Lianxin-Receipt", "12")
                        .get("/concerns")
                        .refused(400))
                .isEqualTo("receipt-unclear");
        assertThat(callers.worker
                        .with("Lianxin-Receipt", raised.get("receipt").asString())
                        .get("/concerns")
                        .refused(400))
                .isEqualTo("receipt-not-here");
    }

    @Test
    void by_a_token_of_a_person_nothing_is_anonymous_and_without_one_everything() {
        var unit = Map.<String, Object>of("kind", "HELP", "words", "柜子坏了", "mode", "NAMED", "unit", callers.mineCode());

        assertThat(callers.worker
                        .post("/concerns", Callers.concern("ANONYMOUS"))
                        .refused(422))
                .isEqualTo("mode-of-person");
        assertThat(callers.machine.post("/concerns", unit).refused(422)).isEqualTo("mode-of-application");
    }

    @Test
    void files_are_sent_first_and_belong_to_what_names_them() {
        var file = callers.worker
                .upload("list.csv", "工号,天数\n1,4\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json();
        var body = new java.util.HashMap<>(Callers.concern("NAMED"));
        body.put("files", List.of(file.get("id").asString()));

        var number = callers.worker
                .post("/concerns", body)
                .expect(201)
                .json()
                .get("number")
                .asString();

        var address = "/concerns/" + number + "/files/" + file.get("id").asString();
        assertThat(callers.desk.get(address).expect(200).text()).contains("工号");
        assertThat(callers.stranger.get(address).refused(404)).isEqualTo("not-found");
        assertThat(callers.stranger.post("/concerns", body).refused(422)).isEqualTo("file-gone");
    }

    @Test
    void a_move_on_what_has_changed_since_it_was_read_is_refused() {
        var number = callers.raised();
        var read = callers.desk.get("/concerns/" + number).header("ETag");
        callers.worker
                .post("/concerns/" + number + "/message", Map.of("text", "还是没热水"))
                .expect(204);

        var late = callers.desk.with("If-Match", read).post("/concerns/" + number + "/acceptance", Map.of());

        assertThat(late.refused(409)).isEqualTo("moved-on");
        callers.desk
                .with("If-Match", callers.desk.get("/concerns/" + number).header("ETag"))
                .post("/concerns/" + number + "/acceptance", Map.of())
                .expect(204);
    }

    @Test
    void a_list_goes_on_where_it_stopped_whatever_came_in_meanwhile() {
        var caller = callers.person(village.worker(callers.mine.crew));
        for (var i = 0; i < 30; i++) {
            caller.post("/concerns", Callers.concern("NAMED")).expect(201);
        }
        var first = caller.get("/concerns").expect(200);
        caller.post("/concerns", Callers.concern("NAMED")).expect(201);

        var second = caller.get("/concerns?after=" + first.json().get("next").asString())
                .expect(200);

        var numbers = new ArrayList<String>();
        first.json().get("items").forEach(row -> numbers.add(row.get("number").asString()));
        second.json().get("items").forEach(row -> numbers.add(row.get("number").asString()));
        assertThat(numbers).hasSize(30).doesNotHaveDuplicates();
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(first.header("Link")).matches("<http://localhost/api/v1/concerns\\?after=[\\w-]+>; rel=\"next\"");
    }

    @Test
    void a_cursor_that_no_answer_gave_is_refused_and_never_an_incident() {
        for (var cursor :
                List.of("x", "LTFfLTE", "OTIyMzM3MjAzNjg1NDc3NTgwN185MjIzMzcyMDM2ODU0Nzc1ODA3", "%00", "", "Xw")) {
            for (var list : List.of("/concerns", "/work/new", "/cases", "/inbox", "/search?words=水")) {
                var address = list + (list.contains("?") ? "&" : "?") + "after=" + cursor;
                assertThat(callers.desk
                                .get(java.net.URI.create(address).toASCIIString())
                                .status())
                        .as(address)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void one_scope_is_not_another() {
        var reader = callers.person(callers.mine.desk.person(), ApplicationScope.SELF);

        assertThat(reader.get("/work/new").refused(403)).isEqualTo("scope-missing");
        assertThat(reader.get("/me").expect(200).json().get("staffNumber").asString())
                .isEqualTo(callers.numberOf(callers.mine.desk.person()));
        assertThat(callers.nobody.get("/me").refused(401)).isEqualTo("token-missing");
    }

    @Test
    void refusals_are_sentences_in_the_language_of_whoever_asks() {
        var number = callers.raised();
        var empty = Map.of("text", "", "files", List.of());

        var chinese = callers.worker.post("/concerns/" + number + "/message", empty);
        var english = callers.worker
                .with("Accept-Language", "en")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .postAsItIs("/concerns/" + number + "/message", Map.of("txt", "x"));

        assertThat(chinese.status()).isEqualTo(422);
        assertThat(english.json().get("detail").asString())
                .isEqualTo("There is no field txt. Compare the name with the document.");
        assertThat(english.json().get("field").asString()).isEqualTo("txt");
    }
}
