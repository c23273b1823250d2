package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A program searches as the one box does, for whoever it speaks for. */
@ProductTest
class ApiSearchTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    private final String rare =
            "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private Callers callers;

    @BeforeEach
    void callers() {
        callers = new Callers(mvc, village, tokens, directory);
    }

    @Test
    void words_that_stand_apart_are_found_the_closest_first() {
        var apart = raised(rare + " 浴室里没有热水了", "NAMED");
        var phrase = raised(rare + "浴室", "NAMED");

        assertThat(found(callers.desk, rare + "浴室")).containsExactly(phrase, apart);
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        var raised = new ArrayList<String>();
        for (var at = 0; at < 45; at++) {
            raised.add(raised(rare + " 第" + at + "件", "NAMED"));
        }

        assertThat(found(callers.desk, rare)).hasSize(45).containsExactlyInAnyOrderElementsOf(raised);
    }

    @Test
    void nobody_finds_what_he_may_not_open_and_what_is_protected_is_written_down() {
        var named = raised(rare + " 浴室", "NAMED");
        var confidential = raised(rare + " 浴室", "CONFIDENTIAL");

        assertThat(found(callers.stranger, rare)).isEmpty();
        assertThat(found(callers.handler, rare)).isEmpty();
        assertThat(found(callers.desk, rare)).containsExactlyInAnyOrder(named, confidential);

        var readings = callers.worker
                .get("/concerns/" + confidential + "/readers?lines=true")
                .expect(200)
                .json()
                .toString();
        assertThat(readings).contains("INTERFACE_LIST");
    }

    private String raised(String words, String mode) {
        Map<String, Object> concern = new HashMap<>(Callers.concern(mode));
        concern.put("words", words);
        return callers.worker
                .post("/concerns", concern)
                .expect(201)
                .json()
                .get("number")
                .asString();
    }

    private List<String> found(Api reader, String words) {
        var numbers = new ArrayList<String>();
        var after = "";
        do {
            var page = reader.get("/search?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + after)
                    .expect(200)
                    .json();
            page.get("items").forEach(row -> numbers.add(row.get("number").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        return numbers;
    }
}
