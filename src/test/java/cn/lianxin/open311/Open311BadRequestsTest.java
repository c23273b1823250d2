package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is not there is 404, what cannot be understood 400, always in the form of the specification and never a 500. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Open311BadRequestsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    Cases cases;

    @BeforeAll
    void found() {
        cases = new Cases(mvc, village, tokens, directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            services/Z9.xml 404
            services/Z9.json 404
            services/E4.html 404
            nothing.json 404
            requests/1.json 404
            requests/2026-0000-0000.xml 404
            requests/2026-0000-0000/media/1 400
            tokens/x.json 404
            requests.json?service_code=Z9 404
            requests.json?start_date=yesterday 400
            requests.json?start_date=2026-01-01 400
            requests.json?start_date=2026-01-01T00:00:00 400
            requests.json?start_date=%2B999999999-01-01T00:00:00Z 400
            requests.json?end_date=-999999999-01-01T00:00:00Z 400
            requests.json?start_date=2026-01-02T00:00:00Z&end_date=2026-01-01T00:00:00Z 400
            requests.json?start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z 400
            requests.json?status=solved 400
            requests.json?page=0 400
            requests.json?page=-1 400
            requests.json?page=abc 400
            requests.json?%00=1 400
            requests.json?page=99999999999999999999 400
            requests.json?page_size=0 400
            requests.json?page_size=1001 400
            requests.json?page=1000000&page_size=1000 200
            requests.json?cursor=nonsense 400
            requests.json?cursor=-9223372036854775808_1 400
            requests.json?cursor=9223372036854775807_1 400
            requests.json?service_request_id=nonsense 200
            requests.json?start_date=2026-01-01T00:00:00%2B08:00 200
            requests.json?start_date=2026-01-01T00:00:00+08:00 200
            requests.json?start_date=&status=&service_code=&page=&jurisdiction_id= 200
            requests.xml?jurisdiction_id=city.gov 200
            """)
    void an_address(String path, int status) {
        for (var client : List.of(cases.application, cases.nobody, cases.worker)) {
            if (path.contains("/media/")) {
                assertThat(client.raw(HttpMethod.GET, "/open311/v2/" + path)).hasStatus(status);
            } else {
                assertThat(client.get(path).status()).as(path).isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            service_code | - | 400
            service_code | Z9 | 404
            attribute[unit] | - | 400
            attribute[unit] | nowhere | 400
            attribute[kind] | REPORT | 400
            attribute[kind] | help | 400
            attribute[mode] | NAMED | 400
            attribute[shoe] | 43 | 400
            address_string | - | 400
            lat | north | 400
            long | 181 | 400
            lat | 1e400 | 400
            description | - | 400
            description | ' ' | 400
            media_url | file:///etc/passwd | 400
            media_url | 'http://a b' | 400
            token | short | 400
            token | '../../../..' | 400
            jurisdiction_id | city.gov | 200
            address_id | nowhere | 200
            """)
    void a_form(String name, String value, int status) {
        var fields = cases.request("E4", "没热水");
        fields.remove(name);
        if (value != null) {
            fields.put(name, value);
        }

        for (var suffix : List.of("json", "xml")) {
            var answer = cases.application.post("requests." + suffix, fields);
            assertThat(answer.status())
                    .as("%s=%s: %s", name, value, answer.text())
                    .isEqualTo(status);
        }
    }

    @Test
    void all_faults_are_told_at_once() {
        var answer = cases.application.post(
                "requests.json",
                Map.of("service_code", "E4", "attribute[kind]", "x", "media_url", "ftp://a", "token", "1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void words_and_places_have_their_lengths() {
        var longest = cases.request("E4", "水".repeat(4000));
        var tooLong = cases.request("E4", "水".repeat(4001));
        var place = cases.request("E4", "没热水");
        place.put("address_string", "堂".repeat(201));

        assertThat(cases.application.post("requests.json", longest).status()).isEqualTo(200);
        assertThat(cases.application
                        .json("requests.json?page_size=1")
                        .at("/0/description")
                        .asString())
                .hasSize(4000);
        assertThat(cases.application.post("requests.json", tooLong).status()).isEqualTo(400);
        assertThat(cases.application.post("requests.json", place).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/xml", "application/octet-stream", "multipart/form-data"})
    void a_body_of_another_form_is_no_500(String type) {
        var answer = mvc.post()
                .uri("/open311/v2/requests.xml")
                .header("Authorization", "Bearer " + cases.application.key())
                .contentType(MediaType.parseMediaType(type))
                .content(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1})
                .exchange();

        assertThat(answer).hasStatus(400);
        Specification.assertXml(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void what_a_firewall_stops_on_the_way_is_no_500_either() {
        assertThat(cases.application.raw(HttpMethod.GET, "/open311/v2/requests/%00.xml"))
                .hasStatus(400);
    }

    /** Every character that XML cannot say, and then some, in every field that comes back. */
    @Test
    void whatever_was_written_comes_back_as_sound_xml_and_json() {
        var random = new Random(311);
        for (var round = 0; round < 40; round++) {
            var words = new StringBuilder("水]]>&<!--");
            random.ints(60, 0, 0x11FFFF)
                    .filter(it -> it <= Character.MAX_CODE_POINT && (it < 0xD800 || it > 0xDFFF))
                    .forEach(words::appendCodePoint);
            random.ints(30, 0, 0x100).forEach(words::appendCodePoint);
            var fields = cases.request("E4", words.toString());
            fields.put("address_string", words.toString());

            var id = cases.application.file(fields).get("service_request_id").asString();

            assertThat(cases.application.get("requests/" + id + ".xml").text()).contains("水]]&gt;&amp;&lt;!--");
            assertThat(cases.application
                            .json("requests/" + id + ".json")
                            .at("/0/description")
                            .asString())
                    .startsWith("水]]>&<!--");
        }
    }
}
