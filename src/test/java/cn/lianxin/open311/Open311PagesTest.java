package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Walking through the pages meets every request once, whatever is filed or taken back meanwhile. */
@ProductTest
class Open311PagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    Cases cases;

    @BeforeEach
    void found() {
        cases = new Cases(mvc, village, tokens, directory);
    }

    @Test
    void an_application_meets_each_of_its_requests_once_by_the_links() {
        walkByLinks(cases.application);
    }

    @Test
    void a_person_meets_each_of_his_requests_once_by_the_links() {
        walkByLinks(cases.worker);
    }

    @Test
    void numbered_pages_meet_each_once_where_the_end_is_held_fast() {
        var filed = file(cases.application, 23);
        var end = Moments.exactly(TestClock.now()).replace("+", "%2B");
        for (var size = 1; size <= 24; size += 11) {
            var met = new ArrayList<String>();
            for (var page = 1; page == 1 || met.size() == (page - 1) * size; page++) {
                met.addAll(ids(
                        cases.application, "requests.json?end_date=" + end + "&page=" + page + "&page_size=" + size));
                file(cases.application, 2);
            }

            assertThat(met).as("pages of %d", size).containsExactlyElementsOf(filed.reversed());
        }
    }

    @Test
    void the_last_page_has_no_link_and_the_key_is_in_none() {
        file(cases.application, 3);

        assertThat(cases.application.get("requests.json?page_size=3").link()).isNull();
        assertThat(cases.application
                        .get("requests.json?page_size=2&status=open")
                        .link())
                .contains("rel=\"next\"", "status=open", "page_size=2")
                .doesNotContain(cases.application.key());
    }

    @Test
    void ninety_days_are_asked_for_where_no_dates_are() {
        var old = file(cases.application, 1).getFirst();
        var end = Moments.exactly(TestClock.now().minus(Duration.ofDays(80))).replace("+", "%2B");
        for (var table : List.of("open311.filing", "concern.concern")) {
            database.sql("update " + table + " set filed_at = filed_at - interval '91 days' where number = :number")
                    .param("number", old)
                    .update();
        }

        assertThat(ids(cases.application, "requests.json")).isEmpty();
        assertThat(ids(cases.application, "requests.json?service_request_id=" + old))
                .containsExactly(old);
        assertThat(ids(cases.application, "requests.json?end_date=" + end)).containsExactly(old);
    }

    private void walkByLinks(Client client) {
        var random = new Random(90);
        for (var round = 0; round < 3; round++) {
            var before = ids(client, "requests.json");
            before.addAll(0, file(client, 7).reversed());
            var met = new ArrayList<String>();
            var path = "requests.json?page_size=" + (1 + random.nextInt(9));
            while (path != null) {
                var got = client.get(path);
                got.json().forEach(row -> met.add(row.get("service_request_id").asString()));
                file(client, random.nextInt(3));
                path = got.link() == null ? null : next(got.link());
            }

            assertThat(met).containsExactlyElementsOf(before);
        }
    }

    private List<String> file(Client client, int count) {
        var ids = new ArrayList<String>();
        for (var at = 0; at < count; at++) {
            ids.add(client.file(cases.request("E4", "第" + at + "件"))
                    .get("service_request_id")
                    .asString());
        }
        return ids;
    }

    private static List<String> ids(Client client, String path) {
        return new ArrayList<>(client.json(path).findValuesAsString("service_request_id"));
    }

    private static String next(String link) {
        var address = URI.create(link.substring(1, link.indexOf('>')));
        return address.getRawPath().substring("/open311/v2/".length()) + "?" + address.getRawQuery();
    }
}
