package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Receipt;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ProductTest
class Open311Test {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Cases cases;

    @BeforeEach
    void found() {
        cases = new Cases(mvc, village, tokens, directory);
    }

    @Test
    void services_are_the_matters_in_xml_by_default_and_say_the_same_in_json() {
        var json = cases.nobody.json("services.json");
        var xml = Specification.document(cases.nobody.get("services").text()).getElementsByTagName("service");

        assertThat(json).hasSize(78);
        assertThat(xml.getLength()).isEqualTo(78);
        for (var at = 0; at < 78; at++) {
            var fields = xml.item(at).getChildNodes();
            for (var field = 0; field < fields.getLength(); field++) {
                assertThat(json.get(at).get(fields.item(field).getNodeName()).asString(""))
                        .isEqualTo(fields.item(field).getTextContent());
            }
        }
        assertThat(cases.nobody.get("services.xml").text())
                .isEqualTo(cases.nobody.get("services").text())
                .contains("<service_name>浴室更衣洗衣</service_name>");
    }

    @Test
    void a_report_of_wrongdoing_is_taken_without_an_id_and_never_seen_again() {
        var types = new HashMap<String, String>();
        cases.nobody
                .json("services.json")
                .forEach(service -> types.put(
                        service.get("service_code").asString(),
                        service.get("type").asString()));

        var answer = cases.application.file(cases.request("K4", "班长收钱才给排好班"));

        assertThat(types).containsEntry("K4", "blackbox").containsEntry("E4", "realtime");
        assertThat(answer.has("service_request_id")).isFalse();
        assertThat(answer.get("receipt").asString()).hasSize(20);
        assertThat(cases.application.json("requests.json")).isEmpty();
        var number = numberBehind(answer.get("receipt").asString());
        assertThat(cases.application.get("requests/" + number + ".json").status())
                .isEqualTo(404);
        assertThat(cases.application.json("requests.json?service_request_id=" + number))
                .isEmpty();
    }

    @Test
    void a_definition_asks_for_the_unit_what_is_wanted_and_the_name() {
        var definition = cases.nobody.json("services/E4.json");
        var ofReports = cases.nobody.json("services/K4.json");

        assertThat(codes(definition)).containsExactly("unit", "kind", "mode");
        assertThat(definition.at("/attributes/0/values").findValuesAsString("key"))
                .contains(cases.unit);
        assertThat(definition.at("/attributes/1/values").findValuesAsString("key"))
                .containsExactly("CONSULTATION", "HELP", "COMPLAINT", "SUGGESTION");
        assertThat(codes(ofReports)).containsExactly("unit", "mode");
        assertThat(cases.nobody.get("services/E4").text()).contains("<service_code>E4</service_code>");
        assertThat(cases.nobody.get("services/Z9.xml").status()).isEqualTo(404);
    }

    @Test
    void what_was_filed_is_followed_to_its_end_and_its_receipt_opens_it() {
        var answer = cases.application.file(cases.request("E4", "澡堂没热水，四天了"));
        var number =
                ConcernNumber.parse(answer.get("service_request_id").asString()).orElseThrow();
        var receipt = Receipt.parse(answer.get("receipt").asString()).orElseThrow();

        var filed = one(number);
        handling.acceptAndAssign(number, "E4", cases.mine.district, Set.of(), "", cases.mine.desk);
        handling.acknowledge(number, "今天去看", cases.mine.handler);
        var inHand = one(number);
        handling.reply(number, Mine.reply(), cases.mine.handler);
        var replied = one(number);
        reading.open(number, Door.PAGE, new Actor.ReceiptHolder(receipt.digest()));

        assertThat(filed.get("status").asString()).isEqualTo("open");
        assertThat(filed.get("status_notes").asString()).isEqualTo("收到了，等受理");
        assertThat(filed.get("service_name").asString()).isEqualTo("浴室更衣洗衣");
        assertThat(filed.get("description").asString()).isEqualTo("澡堂没热水，四天了");
        assertThat(filed.get("address").asString()).isEqualTo("二号澡堂门口");
        assertThat(filed.get("address_id").asString()).isEqualTo(cases.unit);
        assertThat(filed.get("lat").isNull()).isTrue();
        assertThat(inHand.get("agency_responsible").asString())
                .isEqualTo(directory.unit(cases.mine.district).name());
        assertThat(inHand.get("expected_datetime").asString()).endsWith("+08:00");
        assertThat(replied.get("status").asString()).isEqualTo("open");
        assertThat(replied.get("status_notes").asString())
                .startsWith("答复了")
                .endsWith(Mine.reply().opinion());
        assertThat(cases.application.get("requests/" + number).text()).contains("<status>open</status>");
    }

    @Test
    void closed_is_what_is_over_and_nobody_is_told_that_it_was_solved() {
        var answer = cases.application.file(cases.request("E4", "水凉"));
        var number =
                ConcernNumber.parse(answer.get("service_request_id").asString()).orElseThrow();
        var receipt = Receipt.parse(answer.get("receipt").asString()).orElseThrow();
        var open = cases.file("E4", "还有一件");

        raising.withdraw(number, "不用了", new Actor.ReceiptHolder(receipt.digest()));

        assertThat(one(number).get("status").asString()).isEqualTo("closed");
        assertThat(ids(cases.application.json("requests.json?status=closed"))).containsExactly(number.toString());
        assertThat(ids(cases.application.json("requests.json?status=open"))).containsExactly(open);
        assertThat(ids(cases.application.json("requests.json?status=open,closed")))
                .hasSize(2);
        assertThat(ids(cases.application.json("requests.json?service_code=E5"))).isEmpty();
    }

    /** The only changing route is the one that files. */
    @Test
    void no_route_changes_what_was_filed() {
        var changing = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().equals("cn.lianxin.open311")
                    && !method.getBeanType().equals(NoSuchAddress.class)
                    && !mapping.getMethodsCondition().getMethods().toString().equals("[GET]")) {
                changing.addAll(mapping.getPatternValues());
            }
        });
        var number = cases.file("E4", "没热水");

        assertThat(changing)
                .containsExactlyInAnyOrder(
                        "/open311/v2/requests", "/open311/v2/requests.xml", "/open311/v2/requests.json");
        for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
            var answer = cases.application.raw(method, "/open311/v2/requests/" + number + ".xml");
            assertThat(answer).as(method.name()).hasStatus(404);
        }
    }

    @Test
    void sent_again_with_the_same_token_it_is_filed_once_and_the_receipt_is_the_same() {
        var fields = cases.request("E4", "澡堂没热水");
        fields.put("token", "a1b2c3d4-e5f6");

        var first = cases.application.file(fields);
        var again = cases.application.file(fields);
        fields.put("description", "食堂的饭凉");
        var other = cases.application.post("requests.json", fields);

        assertThat(first).isEqualTo(again);
        assertThat(first.get("token").asString()).isEqualTo("a1b2c3d4-e5f6");
        assertThat(first.has("service_request_id")).isFalse();
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text()).contains("已经用来交过另一份内容");
        assertThat(ids(cases.application.json("requests.json"))).hasSize(1);
        var id = cases.application
                .json("tokens/a1b2c3d4-e5f6.json")
                .at("/0/service_request_id")
                .asString();
        assertThat(cases.application.get("tokens/a1b2c3d4-e5f6").text())
                .contains("<service_request_id>" + id + "</service_request_id><token>a1b2c3d4-e5f6</token>");
        assertThat(one(ConcernNumber.parse(id).orElseThrow()).get("status").asString())
                .isEqualTo("open");
    }

    /** The token is the client's and may be guessed; the receipt follows from the key as well. */
    @Test
    void the_same_token_is_another_one_with_another_key() {
        var fields = cases.request("E4", "澡堂没热水");
        fields.put("token", "00000001");

        var first = cases.application.file(fields);
        var second = cases.another.file(fields);

        assertThat(first.get("receipt").asString())
                .isNotEqualTo(second.get("receipt").asString());
        assertThat(cases.nobody.get("tokens/00000001.json").status()).isEqualTo(404);
        assertThat(ids(cases.another.json("requests.json")))
                .hasSize(1)
                .doesNotContainAnyElementsOf(ids(cases.application.json("requests.json")));
    }

    @Test
    void many_at_once_with_one_token_file_once() throws InterruptedException {
        var fields = cases.request("E4", "澡堂没热水");
        fields.put("token", "all-at-once");
        var statuses = java.util.Collections.synchronizedList(new ArrayList<Integer>());

        var threads = Stream.generate(() -> Thread.ofVirtual()
                        .unstarted(() -> statuses.add(
                                cases.application.post("requests.json", fields).status())))
                .limit(6)
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(statuses).hasSize(6).containsOnly(200);
        assertThat(ids(cases.application.json("requests.json"))).hasSize(1);
    }

    @Test
    void without_a_key_there_are_services_and_no_requests() {
        var number = cases.file("E4", "没热水");

        assertThat(cases.nobody.json("requests.json")).isEmpty();
        assertThat(cases.nobody.get("requests/" + number + ".xml").status()).isEqualTo(404);
        assertThat(cases.nobody.post("requests.xml", cases.request("E4", "没热水")).status())
                .isEqualTo(403);
        assertThat(cases.another.json("requests.json?service_request_id=" + number))
                .isEmpty();
        assertThat(cases.another.get("requests/" + number + "/history.json").status())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_key_and_one_without_this_scope_are_403_in_the_form_of_the_specification() {
        var wrong = new Client(mvc, "lxa_" + "a".repeat(38));
        var scim = new Client(mvc, tokens.machine(cases.mine.mine, ApplicationScope.SCIM));
        var machine = new Client(mvc, tokens.machine(cases.mine.mine, ApplicationScope.CONCERNS));

        assertThat(wrong.get("requests.xml").status()).isEqualTo(403);
        assertThat(wrong.get("services.json").status()).isEqualTo(403);
        assertThat(scim.get("requests.json").status()).isEqualTo(403);
        assertThat(scim.post("requests.json", cases.request("E4", "没热水")).text())
                .contains("open311");
        assertThat(machine.post("requests.json", cases.request("E4", "没热水")).status())
                .isEqualTo(403);
        assertThat(mvc.get()
                        .uri("/open311/v2/requests.xml")
                        .header("Authorization", "Bearer " + cases.application.key()))
                .hasStatusOk();
    }

    @Test
    void too_many_requests_are_told_to_wait_in_the_form_of_the_specification() {
        var last = cases.another.raw(HttpMethod.GET, "/open311/v2/nothing.xml");
        for (var request = 0; request < 5_000 && last.getResponse().getStatus() != 429; request++) {
            last = cases.another.raw(HttpMethod.GET, "/open311/v2/nothing.xml");
        }

        assertThat(last)
                .hasStatus(429)
                .headers()
                .hasHeaderSatisfying(
                        "Retry-After", seconds -> assertThat(seconds.getFirst()).containsOnlyDigits());
        Specification.assertXml(text(last));
        assertThat(text(last)).contains("<code>429</code>");
        assertThat(cases.application.get("services.xml").status()).isEqualTo(200);
    }

    @Test
    void a_persons_key_files_under_his_name_and_sees_what_he_sees() {
        var fields = cases.request("E4", "我的热水");
        fields.remove("attribute[unit]");
        var own = cases.worker.file(fields).get("service_request_id").asString();
        fields.put("attribute[mode]", "CONFIDENTIAL");
        var confidential = cases.worker.file(fields).get("service_request_id").asString();
        fields.put("attribute[mode]", "ANONYMOUS");
        var anonymous = cases.worker.post("requests.json", fields);
        fields.remove("attribute[mode]");
        fields.put("account_id", village.staffNumber(cases.mine.handler.person()));
        var another = cases.worker.post("requests.json", fields);

        var number = ConcernNumber.parse(own).orElseThrow();
        handling.acceptAndAssign(number, "E4", cases.mine.district, Set.of(), "", cases.mine.desk);

        assertThat(reading.open(number, Door.PAGE, cases.mine.worker).mode()).isEqualTo(Reporter.Mode.NAMED);
        assertThat(ids(cases.worker.json("requests.json"))).containsExactly(confidential, own);
        assertThat(ids(cases.handler.json("requests.json"))).contains(own).doesNotContain(confidential);
        assertThat(cases.application.get("requests/" + own + ".json").status()).isEqualTo(404);
        assertThat(anonymous.status()).isEqualTo(400);
        assertThat(another.status()).isEqualTo(400);
    }

    @Test
    void an_applications_own_key_files_anonymously_whatever_names_it_sends() {
        var fields = cases.request("E4", "没热水");
        fields.putAll(Map.of(
                "first_name",
                "王",
                "last_name",
                "建国",
                "phone",
                "13900000000",
                "email",
                "w@example.org",
                "device_id",
                "tt222111",
                "account_id",
                "123456",
                "lat",
                "37.76524078",
                "long",
                "-122.4212043"));
        var answer = cases.application.file(fields);
        var number =
                ConcernNumber.parse(answer.get("service_request_id").asString()).orElseThrow();
        fields.put("attribute[mode]", "NAMED");

        assertThat(reading.open(number, Door.PAGE, cases.mine.desk).mode()).isEqualTo(Reporter.Mode.ANONYMOUS);
        assertThat(answer.get("service_notice").asString()).contains("没有记名字、电话、邮箱和坐标");
        assertThat(cases.application.post("requests.json", fields).status()).isEqualTo(400);
        assertThat(everythingKeptOf(number))
                .contains("没热水")
                .doesNotContain("建国", "13900000000", "w@example.org", "tt222111", "123456", "37.765", "122.42");
    }

    @Test
    void a_link_is_kept_as_words_and_never_opened() throws IOException {
        try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            var address = "http://127.0.0.1:" + listening.getLocalPort() + "/a.jpg";
            var fields = cases.request("E4", "没热水");
            fields.put("media_url", address);

            var id = cases.application.file(fields).get("service_request_id").asString();

            assertThat(one(ConcernNumber.parse(id).orElseThrow())
                            .get("description")
                            .asString())
                    .contains(address);
            assertThat(assertThatNobodyCalls(listening)).isTrue();
        }
    }

    @Test
    void a_photo_comes_with_the_form_and_is_seen_by_whoever_sees_the_request() throws IOException {
        var answer = cases.application.upload("requests.json", cases.request("E4", "没热水"), photo());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var id = answer.json().at("/0/service_request_id").asString();
        var number = ConcernNumber.parse(id).orElseThrow();
        var receipt = Receipt.parse(answer.json().at("/0/receipt").asString()).orElseThrow();
        var later = attachments
                .take(new ByteArrayInputStream(photo()), "后来.jpg", new Actor.Visitor())
                .id()
                .value();
        raising.say(number, "再补一张", List.of(later), new Actor.ReceiptHolder(receipt.digest()));

        var request = cases.application
                .json("requests/" + id + ".json?extensions=true")
                .get(0);
        var url = request.get("media_url").asString();
        var path = url.substring(url.indexOf("/open311"));

        assertThat(request.at("/extended_attributes/media")).hasSize(1);
        assertThat(request.at("/extended_attributes/channel").asString()).isEqualTo("application");
        assertThat(cases.application.raw(HttpMethod.GET, path)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(cases.another.raw(HttpMethod.GET, path)).hasStatus(404);
        assertThat(cases.nobody.raw(HttpMethod.GET, path)).hasStatus(404);
        assertThat(cases.application.raw(HttpMethod.GET, path.replaceFirst("[^/]+$", later.toString())))
                .hasStatus(404);
        assertThat(cases.application.raw(
                        HttpMethod.GET,
                        path.replaceFirst("[^/]+$", UUID.randomUUID().toString())))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void the_history_tells_every_step_that_the_worker_sees_and_no_name(String language) {
        var number = ConcernNumber.parse(cases.file("E4", "没热水")).orElseThrow();
        handling.note(number, "此人是刺头", cases.mine.desk);
        handling.acceptAndAssign(number, "E4", cases.mine.district, Set.of(), "请今天看", cases.mine.desk);
        handling.acknowledge(number, "马上去", cases.mine.handler);
        handling.reply(number, Mine.reply(), cases.mine.handler);

        var notes = cases.application.json("requests/" + number + "/history.json");
        var inEnglish = mvc.get()
                .uri("/open311/v2/requests/" + number + "/history.json")
                .header("Authorization", "Bearer " + cases.application.key())
                .header("Accept-Language", language)
                .exchange();

        assertThat(notes.findValuesAsString("type"))
                .containsExactly("filed", "accepted", "assigned", "acknowledged", "replied");
        assertThat(notes.toString())
                .contains("请今天看", "马上去", Mine.reply().opinion())
                .doesNotContain("刺头", "矿工");
        assertThat(inEnglish).bodyText().contains(language.equals("en") ? "Taken up" : "有人接手了");
        assertThat(cases.application.get("requests/" + number + "/history").text())
                .contains("<type>filed</type>");
    }

    @Test
    void discovery_leads_to_this_interface_in_both_forms() {
        var xml = cases.nobody.raw(HttpMethod.GET, "/open311/discovery.xml");
        var json = cases.nobody.raw(HttpMethod.GET, "/open311/discovery.json");

        assertThat(xml).hasStatusOk();
        assertThat(json).hasStatusOk();
        Specification.assertXml(text(xml));
        Specification.assertJson("discovery", text(json));
        assertThat(text(json)).contains("\"formats\":[\"text/xml\",\"application/json\"]", "/open311/v2\"");
    }

    private JsonNode one(ConcernNumber number) {
        return cases.application.json("requests/" + number + ".json").get(0);
    }

    private static List<String> ids(JsonNode requests) {
        return requests.findValuesAsString("service_request_id");
    }

    private static List<String> codes(JsonNode definition) {
        return definition.get("attributes").findValuesAsString("code");
    }

    private String numberBehind(String receipt) {
        return database.sql("""
                select c.number from concern.concern c join concern.receipt r on r.concern = c.id where r.digest = :digest
                """)
                .param("digest", Receipt.parse(receipt).orElseThrow().digest())
                .query(String.class)
                .single();
    }

    private String everythingKeptOf(ConcernNumber number) {
        return database.sql("""
                select (select string_agg(s.data::text, ' ') from concern.step s where s.concern = c.id)
                    || c.title || c.words || c.place || (select f::text from open311.filing f where f.number = c.number)
                from concern.concern c where c.number = :number
                """)
                .param("number", number.toString())
                .query(String.class)
                .single();
    }

    private static boolean assertThatNobodyCalls(ServerSocket listening) throws IOException {
        try (var called = listening.accept()) {
            return !called.isConnected();
        } catch (java.net.SocketTimeoutException nobody) {
            return true;
        }
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
