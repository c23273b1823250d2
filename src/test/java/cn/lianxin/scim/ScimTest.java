package cn.lianxin.scim;

import static cn.lianxin.organization.Enterprise.TODAY;
import static cn.lianxin.scim.Client.ENTERPRISE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Ownership;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class ScimTest {

    final MockMvcTester mvc;

    @Autowired
    Tokens tokens;

    @Autowired
    Enterprise enterprise;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Ownership ownership;

    @Autowired
    JdbcClient database;

    UnitId mine = new UnitId(0);
    UnitId first = new UnitId(0);
    UnitId second = new UnitId(0);
    String number = "";
    Client office;

    ScimTest(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
        this.office = new Client(mvc, "");
    }

    @BeforeEach
    void own_mine() {
        mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭矿");
        first = enterprise.below(mine, UnitKind.DISTRICT, "综采一队");
        second = enterprise.below(mine, UnitKind.DISTRICT, "综采二队");
        number = Enterprise.code();
        office = new Client(mvc, tokens.machine(mine, ApplicationScope.SCIM));
        for (var i = 0; i < 40; i++) {
            enterprise.person("工人" + i, second, "采煤工");
        }
    }

    @Test
    void a_pushed_person_is_taken_on_in_his_unit_and_told_as_he_is_kept() {
        var got = office.post("/Users", Client.user(number, "欧阳小明", code(first), """
                , "externalId": "hr-7", "title": "瓦检员", "userType": "dispatched",
                "phoneNumbers": [{"value": "13800000000", "type": "work"}]"""));

        assertThat(got.status()).isEqualTo(201);
        assertThat(got.location()).endsWith("/scim/v2/Users/" + got.id());
        var person = directory.personByStaffNumber(number).orElseThrow();
        assertThat(person.unit()).contains(first);
        assertThat(person.title()).isEqualTo("瓦检员");
        var user = office.get("/Users/" + got.id());
        assertThat(user.json()).isEqualTo(got.json());
        assertThat(user.tag()).isEqualTo(got.tag());
        assertThat(user.json().at("/name/formatted").asString()).isEqualTo("欧阳小明");
        assertThat(user.json().get("externalId").asString()).isEqualTo("hr-7");
        assertThat(user.json().get("userType").asString()).isEqualTo("DISPATCHED");
        assertThat(user.json().at("/phoneNumbers/0/value").asString()).isEqualTo("13800000000");
        assertThat(user.json().get(ENTERPRISE).get("department").asString()).isEqualTo(code(first));
        assertThat(user.json().at("/groups/0/display").asString()).isEqualTo("综采一队");
        assertThat(audit("person:" + got.id())).containsExactly("scim.user-created");
    }

    @Test
    void family_and_given_name_of_a_chinese_name_are_written_in_one() {
        var body = """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "USERNAME": "%s",
                 "name": {"familyName": "单", "givenName": "小明"}, "%s": {"organization": "%s"}}""".formatted(number, ENTERPRISE, code(first));

        var got = office.post("/Users", body);

        assertThat(got.json().get("displayName").asString()).isEqualTo("单小明");
        assertThat(got.json().get(ENTERPRISE).get("employeeNumber").asString()).isEqualTo(number);
        assertThat(got.json().get(ENTERPRISE).has("organization")).isFalse();
    }

    @Test
    void the_same_staff_number_or_external_id_twice_is_a_conflict_and_nothing_is_half_done() {
        office.post("/Users", Client.user(number, "张三", code(first), ", \"externalId\": \"hr-1\""));
        var other = Enterprise.code();

        assertThat(office.post("/Users", Client.user(number, "张三", code(first), ""))
                        .type(409))
                .isEqualTo("uniqueness");
        assertThat(office.post("/Users", Client.user(other, "张三", code(first), ", \"externalId\": \"hr-1\""))
                        .type(409))
                .isEqualTo("uniqueness");
        assertThat(directory.personByStaffNumber(other)).isEmpty();
        assertThat(office.list("Users", "externalId eq \"hr-1\"")
                        .json()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_change_of_department_or_title_moves_him_and_another_name_corrects_him() {
        var id = create("张三");

        var got = office.patch("/Users/" + id, """
                {"op": "replace", "path": "title", "value": "班长"},
                {"op": "replace", "path": "%s:department", "value": "%s"},
                {"op": "replace", "path": "name.formatted", "value": "张三丰"}""".formatted(ENTERPRISE, code(second)));

        assertThat(got.status()).as(got.text()).isEqualTo(200);
        var person = directory.personByStaffNumber(number).orElseThrow();
        assertThat(person.unit()).contains(second);
        assertThat(person.title()).isEqualTo("班长");
        assertThat(person.name()).isEqualTo("张三丰");
        assertThat(audit("person:" + id)).contains("scim.user-changed");
    }

    @Test
    void what_a_replacement_leaves_out_stays_but_the_telephone() {
        var got = office.post("/Users", Client.user(number, "张三", code(first), """
                , "title": "班长", "phoneNumbers": [{"value": "1"}, {"value": "2", "primary": true}]"""));
        assertThat(got.json().at("/phoneNumbers/0/value").asString()).isEqualTo("2");

        var replaced = office.put("/Users/" + got.id(), Client.user(number, "张三", code(first), ""));

        assertThat(replaced.json().get("title").asString()).isEqualTo("班长");
        assertThat(replaced.json().has("phoneNumbers")).isFalse();
    }

    @Test
    void inactive_means_that_he_leaves_and_what_he_owned_moves_in_the_same_transaction() {
        var district = new Mine(village);
        for (var i = 0; i < 40; i++) {
            village.worker(district.other);
        }
        var pusher = new Client(mvc, tokens.machine(district.mine, ApplicationScope.SCIM));
        var concern = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), district.worker)
                .number();
        handling.acceptAndAssign(concern, "E4", district.district, Set.of(), "", district.desk);
        handling.acknowledge(concern, "", district.handler);
        var leaver = district.handler.person();
        var owned = ownership.ownedBy(List.of(leaver)).keySet();

        var got = pusher.patch(
                "/Users/" + leaver.value(), "{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}");

        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(got.json().get("active").asBoolean()).isFalse();
        assertThat(directory.person(leaver).leftOn()).contains(TODAY.minusDays(1));
        assertThat(owned).hasSize(1);
        assertThat(ownership.ownersOf(owned).values()).containsOnly(district.leader.person());
    }

    @Test
    void who_cannot_hand_over_cannot_leave_and_the_error_says_so() {
        var alone = new Mine(village);
        for (var i = 0; i < 40; i++) {
            village.worker(alone.other);
        }
        var concern = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), alone.worker)
                .number();
        handling.acceptAndAssign(concern, "E4", alone.district, Set.of(), "", alone.desk);
        handling.acknowledge(concern, "", alone.handler);
        for (var other :
                List.of(alone.leader, alone.mineLeader, alone.desk, alone.supervisor, alone.secondSupervisor)) {
            village.leave(other.person());
        }
        var handler = alone.handler.person();
        var pusher = new Client(mvc, tokens.machine(alone.mine, ApplicationScope.SCIM));

        var got = pusher.delete("/Users/" + handler.value());

        assertThat(got.type(409)).isEmpty();
        assertThat(directory.person(handler).leftOn()).isEmpty();
        assertThat(pusher.get("/Users/" + handler.value()).status()).isEqualTo(200);
        assertThat(ownership.ownedBy(List.of(handler))).hasSize(1);
    }

    @Test
    void a_leaver_stays_known_and_comes_back_and_a_deleted_one_is_created_again_under_his_old_id() {
        var worker = enterprise.person("李四", first, "采煤工");
        var address = "/Users/" + worker.value();
        var hisNumber = directory.person(worker).staffNumber();

        office.patch(address, "{\"op\": \"replace\", \"value\": {\"active\": false}}");
        assertThat(office.list("Users", "active eq false")
                        .json()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.post("/Users", Client.user(hisNumber, "李四", code(first), ""))
                        .type(409))
                .isEqualTo("uniqueness");
        var back = office.patch(address, "{\"op\": \"replace\", \"value\": {\"active\": true}}");
        assertThat(back.json().get(ENTERPRISE).get("department").asString()).isEqualTo(code(first));
        assertThat(directory.person(worker).leftOn()).isEmpty();

        var another = enterprise.person("王五", first, "采煤工");
        assertThat(office.delete("/Users/" + another.value()).status()).isEqualTo(204);
        assertThat(office.get("/Users/" + another.value()).type(404)).isEmpty();
        assertThat(office.delete("/Users/" + another.value()).status()).isEqualTo(404);
        var again = office.post("/Users", Client.user(directory.person(another).staffNumber(), "王五", code(second), ""));
        assertThat(again.id()).isEqualTo(Long.toString(another.value()));
        assertThat(directory.person(another).unit()).contains(second);
    }

    @Test
    void of_two_who_change_the_same_version_one_succeeds_and_the_other_is_told() throws Exception {
        var created = office.post("/Users", Client.user(number, "张三", code(first), ""));
        var tag = java.util.Objects.requireNonNull(created.tag());
        Callable<Integer> one = () -> title(created.id(), "甲", tag);
        Callable<Integer> other = () -> title(created.id(), "乙", tag);

        try (var pool = Executors.newFixedThreadPool(2)) {
            var results = pool.invokeAll(List.of(one, other));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }

        assertThat(office.send(HttpMethod.DELETE, "/Users/" + created.id(), null, Optional.of(tag))
                        .status())
                .isEqualTo(412);
        assertThat(office.patch(
                                "/Users/" + created.id(),
                                "{\"op\":\"add\",\"path\":\"title\",\"value\":\"丙\"}",
                                Optional.of("*"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_has_the_latest_version_is_not_told_it_again() {
        var created = office.post("/Users", Client.user(number, "张三", code(first), ""));

        var got = mvc.get()
                .uri("/scim/v2/Users/" + created.id())
                .header("Authorization", "Bearer " + office.token())
                .header("If-None-Match", java.util.Objects.requireNonNull(created.tag()))
                .exchange()
                .getResponse();

        assertThat(got.getStatus()).isEqualTo(304);
        assertThat(got.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_list_comes_in_pages_that_meet_everybody_once() {
        var seen = new java.util.TreeSet<String>();
        var total = office.get("/Users?count=0").json().get("totalResults").asInt();
        for (var start = 1; start <= total; start += 7) {
            var page = office.get("/Users?startIndex=" + start + "&count=7").json();
            assertThat(page.get("totalResults").asInt()).isEqualTo(total);
            page.get("Resources").forEach(user -> seen.add(user.get("id").asString()));
        }

        assertThat(seen).hasSize(total);
        assertThat(total).isGreaterThan(40);
        assertThat(office.get("/Users?startIndex=9999").json().get("Resources")).isEmpty();
        assertThat(office.get("/Users?startIndex=-3&count=-1")
                        .json()
                        .get("itemsPerPage")
                        .asInt())
                .isZero();
    }

    @Test
    void an_answer_has_the_attributes_that_were_asked_for() {
        var id = create("张三");

        var some = office.get("/Users/" + id + "?attributes=userName,name.formatted," + ENTERPRISE + ":department")
                .json();
        var without = office.get("/Users/" + id + "?excludedAttributes=id,groups.display," + ENTERPRISE)
                .json();

        assertThat(some.propertyNames()).containsExactlyInAnyOrder("schemas", "id", "userName", "name", ENTERPRISE);
        assertThat(some.get(ENTERPRISE).propertyNames()).containsExactly("department");
        assertThat(without.has("id")).isTrue();
        assertThat(without.has(ENTERPRISE)).isFalse();
        assertThat(without.at("/groups/0").has("display")).isFalse();
        assertThat(without.at("/groups/0").has("value")).isTrue();
    }

    @Test
    void a_system_sees_its_own_units_alone() {
        var elsewhere = enterprise.below(enterprise.group(), UnitKind.MINE, "南岭矿");
        var stranger = enterprise.person("外人", elsewhere, "采煤工");
        var strangersNumber = directory.person(stranger).staffNumber();

        assertThat(office.get("/Users/" + stranger.value()).status()).isEqualTo(404);
        assertThat(office.get("/Groups/" + elsewhere.value()).status()).isEqualTo(404);
        assertThat(office.delete("/Users/" + stranger.value()).status()).isEqualTo(404);
        assertThat(office.list("Users", "userName eq \"" + strangersNumber + "\"")
                        .json()
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(office.post("/Users", Client.user(number, "张三", code(elsewhere), ""))
                        .type(400))
                .isEqualTo("invalidValue");
        assertThat(office.post("/Users", Client.user(strangersNumber, "外人", code(first), ""))
                        .type(409))
                .isEqualTo("uniqueness");
        assertThat(directory.person(stranger).unit()).contains(elsewhere);
    }

    @Test
    void what_one_system_calls_a_person_is_nothing_to_another() {
        var id = office.post("/Users", Client.user(number, "张三", code(first), ", \"externalId\": \"hr-1\""))
                .id();
        office.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"zhang@mine.example\"}");
        var other = new Client(mvc, tokens.machine(mine, ApplicationScope.SCIM));

        assertThat(office.list("Users", "userName eq \"ZHANG@mine.example\"")
                        .json()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.list("Users", "userName eq \"" + number + "\"")
                        .json()
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(other.get("/Users/" + id).json().get("userName").asString()).isEqualTo(number);
        assertThat(other.get("/Users/" + id).json().has("externalId")).isFalse();
        assertThat(other.list("Users", "externalId eq \"hr-1\"")
                        .json()
                        .get("totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void a_user_name_that_is_the_staff_number_of_another_is_taken() {
        var id = create("张三");
        var another = enterprise.person("王五", first, "采煤工");

        var got = office.patch(
                "/Users/" + id,
                "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"%s\"}"
                        .formatted(directory.person(another).staffNumber()));

        assertThat(got.type(409)).isEqualTo("uniqueness");
    }

    @Test
    void units_are_founded_renamed_and_moved_but_never_below_themselves() {
        var code = Enterprise.code();
        var group = office.post("/Groups", Client.group(code, "早班", code(first)));
        assertThat(group.status()).as(group.text()).isEqualTo(201);

        var moved = office.patch("/Groups/" + group.id(), """
                {"op": "replace", "path": "displayName", "value": "早班一组"},
                {"op": "replace", "path": "%s:parent", "value": "%s"}""".formatted(Client.UNIT, code(second)));

        assertThat(moved.json().get("displayName").asString()).isEqualTo("早班一组");
        assertThat(directory.covers(
                        second, directory.unitByCode(code).orElseThrow().id()))
                .isTrue();
        var circle = office.patch("/Groups/" + second.value(), """
                {"op": "replace", "value": {"displayName": "绕圈队", "%s": {"parent": "%s"}}}""".formatted(Client.UNIT, code));
        assertThat(circle.type(400)).isEqualTo("invalidValue");
        assertThat(directory.unit(second).name()).isEqualTo("综采二队");
        assertThat(office.post("/Groups", Client.group(code, "又一个", code(first)))
                        .type(409))
                .isEqualTo("uniqueness");
        assertThat(office.delete("/Groups/" + group.id()).type(400)).isEqualTo("mutability");
        assertThat(office.patch(
                                "/Groups/" + group.id(),
                                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"1\"}]}")
                        .type(400))
                .isEqualTo("mutability");
        assertThat(office.patch(
                                "/Groups/" + mine.value(),
                                "{\"op\":\"replace\",\"path\":\"%s:code\",\"value\":\"X\"}".formatted(Client.UNIT))
                        .type(400))
                .isEqualTo("mutability");
    }

    @Test
    void members_come_when_they_are_asked_for() {
        var worker = enterprise.person("李四", first, "采煤工");

        assertThat(office.get("/Groups/" + first.value()).json().has("members")).isFalse();
        var members = office.get("/Groups/" + first.value() + "?attributes=members")
                .json()
                .get("members");
        assertThat(members).hasSize(1);
        assertThat(members.get(0).get("value").asString()).isEqualTo(Long.toString(worker.value()));
    }

    @Test
    void a_search_finds_people_and_units_in_one_list() {
        create("张三");
        var search = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "filter": "displayName eq \\"张三\\" or %s:code eq \\"%s\\"", "attributes": ["displayName"]}""".formatted(Client.UNIT, code(first));

        var found = office.post("/.search", search).json();

        assertThat(found.get("Resources").findValuesAsString("displayName")).containsExactly("张三", "综采一队");
        assertThat(office.post("/Groups/.search", search.replace("displayName eq \\\"张三\\\" or ", ""))
                        .json()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas"})
    void the_interface_describes_itself(String path) {
        var got = office.get(path);

        assertThat(got.status()).isEqualTo(200);
        assertThat(office.get(path + "?filter=id%20pr").status()).isEqualTo(403);
        if (got.json().has("Resources")) {
            for (var one : got.json().get("Resources")) {
                var location = one.at("/meta/location").asString();
                assertThat(office.get(location.substring(location.indexOf("/scim/v2") + 8))
                                .json())
                        .isEqualTo(one);
            }
        }
    }

    @Test
    void what_a_foreign_library_reads_of_the_description_is_what_holds() {
        var config = Client.read(
                com.unboundid.scim2.common.types.ServiceProviderConfigResource.class,
                office.get("/ServiceProviderConfig").text());
        var schemas = office.get("/Schemas").json().get("Resources");
        schemas.forEach(
                one -> assertThat(Client.read(com.unboundid.scim2.common.types.SchemaResource.class, one.toString())
                                .getAttributes())
                        .isNotEmpty());

        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(config.getEtag().isSupported()).isTrue();
        assertThat(config.getBulk().isSupported()).isFalse();
        assertThat(office.post("/Bulk", "{}").status()).isEqualTo(501);
        assertThat(office.get("/Me").status()).isEqualTo(501);
    }

    @Test
    void only_a_token_with_this_scope_opens_it_and_the_answer_has_its_form() {
        var reading = new Client(mvc, tokens.machine(mine, ApplicationScope.ORGANIZATION));

        assertThat(reading.get("/Users").type(403)).isEmpty();
        assertThat(reading.post("/Users", Client.user(number, "张三", code(first), ""))
                        .type(403))
                .isEmpty();
        assertThat(new Client(mvc, "wrong").get("/Users").type(401)).isEmpty();
        assertThat(office.get("/Nothing").type(404)).isEmpty();
        assertThat(directory.personByStaffNumber(number)).isEmpty();
    }

    private int title(String id, String title, String tag) {
        return office.patch(
                        "/Users/" + id,
                        "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"%s\"}".formatted(title),
                        Optional.of(tag))
                .status();
    }

    private String create(String name) {
        return office.post("/Users", Client.user(number, name, code(first), "")).id();
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }

    private List<String> audit(String subject) {
        return database.sql("select action from audit.entry where subject = :subject order by id")
                .param("subject", subject)
                .query((row, _) -> row.getString("action"))
                .list();
    }
}
