package cn.lianxin.scim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.UnitKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is wrong is named by the words of the RFC, and changes nothing. */
@ProductTest
class BadRequestsTest {

    final MockMvcTester mvc;

    @Autowired
    Tokens tokens;

    @Autowired
    Enterprise enterprise;

    @Autowired
    Directory directory;

    UnitId mine = new UnitId(0);
    PersonId worker = new PersonId(0);
    Client office;

    BadRequestsTest(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
        this.office = new Client(mvc, "");
    }

    @BeforeEach
    void own_mine() {
        mine = enterprise.below(enterprise.group(), UnitKind.MINE, "北岭矿");
        worker = enterprise.person("单小明", mine, "采煤工");
        office = new Client(mvc, tokens.machine(mine, ApplicationScope.SCIM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "userName",
                "userName eq",
                "userName eq 5",
                "userName eq true",
                "userName eq \"a",
                "userName eq 'a'",
                "userName is \"a\"",
                "userName eq \"a\" and",
                "userName eq \"a\" \"b\"",
                "(userName eq \"a\"",
                "userName eq \"a\")",
                "not userName eq \"a\"",
                "password eq \"a\"",
                "p.name eq \"a\"",
                "name; drop eq \"a\"",
                "active gt true",
                "active co \"t\"",
                "active eq \"true\"",
                "title gt null",
                "groups[value eq \"1\"",
                "groups[]",
                "groups[phoneNumbers[value eq \"1\"]]",
                "userName eq \"\\u0000\"",
                "userName eq {\"a\": 1}",
                "urn:ietf:params:scim:schemas:core:2.0:Group:displayName eq \"a\""
            })
    void a_filter_that_cannot_be_read_is_an_invalid_filter(String filter) {
        assertThat(office.list("Users", filter).type(400)).as(filter).isEqualTo("invalidFilter");
    }

    @Test
    void a_filter_without_end_is_refused_before_it_costs_anything() {
        assertThat(office.list("Users", "(".repeat(5_000)).type(400)).isEqualTo("invalidFilter");
        assertThat(office.list("Users", "not (".repeat(40) + "id pr" + ")".repeat(40))
                        .type(400))
                .isEqualTo("invalidFilter");
        assertThat(office.list("Users", "id pr" + " or id pr".repeat(500)).type(400))
                .isEqualTo("invalidFilter");
    }

    @Test
    void what_is_searched_is_never_part_of_the_statement() {
        for (var word : new String[] {"' or 1=1 --", "%", "_", "\\\\", ":units", "?", "$1", "{v}"}) {
            for (var operator : new String[] {"eq", "co", "sw", "ew"}) {
                var got = office.list("Users", "displayName %s \"%s\"".formatted(operator, word));
                assertThat(got.status()).as(got.text()).isEqualTo(200);
                assertThat(got.json().get("totalResults").asInt()).as(word).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "invalidSyntax | `{`",
                "invalidSyntax | `[]`",
                "invalidSyntax | `{} {}`",
                "invalidSyntax | `{}`",
                "invalidSyntax | `{\"schemas\": [\"urn:x\"], \"userName\": \"N1\"}`",
                "invalidSyntax | `{\"schemas\": [USER], \"userName\": \"N1\", \"userName\": \"N2\"}`",
                "invalidSyntax | `{\"schemas\": [USER], \"x\": [[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]}`",
                "invalidValue  | `{\"schemas\": [USER]}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": 5}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\"}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\"}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", EXT: {\"department\": \"none\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", EXT: \"x\"}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N 1\", \"displayName\": \"张\", EXT: {\"department\": \"MINE\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", \"active\": \"maybe\", EXT: {\"department\": \"MINE\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", \"active\": false, EXT: {\"department\": \"MINE\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", \"userType\": \"x\", EXT: {\"department\": \"MINE\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", \"phoneNumbers\": [{\"value\": \"abc\"}], EXT: {\"department\": \"MINE\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"张\", \"phoneNumbers\": [5], EXT: {\"department\": \"MINE\"}}`",
                "invalidValue  | `{\"schemas\": [USER], \"userName\": \"N1\", \"displayName\": \"\\u0000\", EXT: {\"department\": \"MINE\"}}`"
            })
    void a_resource_that_cannot_be_taken_is_told_why(String type, String body) {
        var before = office.get("/Users?count=0").json().get("totalResults");
        var sent = body.replace("USER", "\"urn:ietf:params:scim:schemas:core:2.0:User\"")
                .replace("EXT", "\"" + Client.ENTERPRISE + "\"")
                .replace("N1", Enterprise.code())
                .replace("MINE", directory.unit(mine).code());

        assertThat(office.post("/Users", sent).type(400)).as(sent).isEqualTo(type);

        assertThat(office.get("/Users?count=0").json().get("totalResults")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "invalidSyntax | `{\"op\": \"move\", \"path\": \"title\", \"value\": \"x\"}`",
                "invalidSyntax | `{\"path\": \"title\", \"value\": \"x\"}`",
                "invalidSyntax | `{\"op\": \"add\", \"value\": \"x\"}`",
                "invalidSyntax | ``",
                "noTarget      | `{\"op\": \"remove\"}`",
                "invalidPath   | `{\"op\": \"replace\", \"path\": \"nothing\", \"value\": \"x\"}`",
                "invalidPath   | `{\"op\": \"replace\", \"path\": \"name.nothing\", \"value\": \"x\"}`",
                "invalidPath   | `{\"op\": \"replace\", \"path\": \"title[\", \"value\": \"x\"}`",
                "invalidPath   | `{\"op\": \"replace\", \"path\": \"title[value eq \\\"1\\\"]\", \"value\": \"x\"}`",
                "invalidPath   | `{\"op\": \"replace\", \"path\": 5, \"value\": \"x\"}`",
                "invalidPath   | `{\"op\": \"replace\", \"path\": \"a b\", \"value\": \"x\"}`",
                "invalidFilter | `{\"op\": \"replace\", \"path\": \"phoneNumbers[x]\", \"value\": {}}`",
                "noTarget      | `{\"op\": \"replace\", \"path\": \"phoneNumbers[type eq \\\"work\\\"].value\", \"value\": \"1\"}`",
                "invalidValue  | `{\"op\": \"replace\", \"path\": \"title\"}`",
                "invalidValue  | `{\"op\": \"replace\", \"path\": \"title\", \"value\": 5}`",
                "invalidValue  | `{\"op\": \"replace\", \"path\": \"active\", \"value\": \"\"}`",
                "invalidValue  | `{\"op\": \"remove\", \"path\": \"userName\"}`",
                "mutability    | `{\"op\": \"replace\", \"path\": \"id\", \"value\": \"5\"}`",
                "mutability    | `{\"op\": \"replace\", \"path\": \"groups\", \"value\": []}`",
                "mutability    | `{\"op\": \"replace\", \"path\": \"meta.version\", \"value\": \"5\"}`",
                "mutability    | `{\"op\": \"replace\", \"path\": \"EXT:employeeNumber\", \"value\": \"X5\"}`"
            })
    void a_change_that_cannot_be_made_is_told_why_and_the_rest_of_it_is_not_made_either(String type, String operation) {
        var good = "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"班长\"}";
        var sent = operation.replace("EXT", Client.ENTERPRISE);

        var got = office.patch("/Users/" + worker.value(), sent.isEmpty() ? "5" : good + "," + sent);

        assertThat(got.type(400)).as(sent).isEqualTo(type);
        assertThat(directory.person(worker).title()).isEqualTo("采煤工");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "999999999999999999999", "1.5", "%20"})
    void an_id_that_cannot_be_one_is_not_found(String id) {
        assertThat(office.get("/Users/" + id).type(404)).isEmpty();
        assertThat(office.get("/Groups/" + id).type(404)).isEmpty();
        assertThat(office.delete("/Users/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"startIndex=x", "count=x", "attributes=id&excludedAttributes=title", "attributes=a%20b"})
    void a_parameter_that_cannot_be_read_is_refused(String query) {
        assertThat(office.get("/Users?" + query).status()).isEqualTo(400);
    }

    @Test
    void another_type_of_content_or_too_much_of_it_is_refused() {
        var xml = mvc.post()
                .uri("/scim/v2/Users")
                .header("Authorization", "Bearer " + office.token())
                .contentType("text/xml")
                .content("<a/>")
                .exchange();
        assertThat(xml).hasStatus(415);
        assertThat(office.post("/Users", " ".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    }

    @Test
    void plain_json_is_taken_and_answered_to_who_asks_for_it() {
        var got = mvc.post()
                .uri("/scim/v2/Users/.search")
                .header("Authorization", "Bearer " + office.token())
                .header("Accept", "application/json")
                .contentType("application/json")
                .content("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]}"
                        .getBytes(StandardCharsets.UTF_8))
                .exchange();

        assertThat(got).hasStatus(200).hasContentType("application/json");
    }
}
