package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is taken down is found at no address at which a workmate, a stranger or a program reads, an instant later. */
@ProductTest
class TakenDownTest {

    private static final ApplicationScope[] EVERYTHING = {
        ApplicationScope.CONCERNS, ApplicationScope.SELF, ApplicationScope.ORGANIZATION_READ, ApplicationScope.WORK
    };

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Issuing issuing;

    @Autowired
    Tokens tokens;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Bureau bureau;
    private Actor.Member mate;
    private List<ConcernNumber> posted = List.of();
    private long issue;

    @BeforeEach
    void posted() {
        bureau = new Bureau(context);
        mate = new Actor.Member(village.worker(bureau.mine.crew), "友", List.of());
        posted = bureau.raised(7, "E4", bureau.mine.district);
        bureau.answered(posted);
        bureau.concluded(posted);
        var week = Bureau.weekIsOver();
        issue = issuing.issue(bureau.mine.mine, week.code(), "", true, bureau.mine.desk);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void whoever_raised_it_takes_it_down_and_it_is_gone_everywhere_at_once_with_a_gravestone() throws Exception {
        var canary = posted.getFirst();
        var whereItStood = addressesWith(canary);
        assertThat(whereItStood)
                .as("the crawl finds it where it hangs")
                .contains("/reports/" + issue + "/sheet", "/reports/" + issue + "/sheet.pdf");

        assertThat(send(post("/concerns/" + canary + "/taking-down"), bureau.mine.worker)
                        .getStatus())
                .isEqualTo(303);

        assertThat(addressesWith(canary)).isEmpty();
        var sheet = text(ask("/reports/" + issue + "/sheet"));
        assertThat(sheet).contains("有一件已于", "反映人要求撤下").doesNotContain(canary.toString());
        assertThat(sheet).contains(posted.get(1).toString());
        assertThat(database.sql("select contents from report.issue where id = :id")
                        .param("id", issue)
                        .query((row, _) -> row.getString("contents"))
                        .single())
                .as("the issue stays as it was issued")
                .contains(canary.toString());
        var page = text(send(get("/concerns/" + canary + "/posting"), bureau.mine.worker));
        assertThat(page).contains("已经撤下").doesNotContain("taking-down");
        var corrected = ask("/reports/" + issue + "/sheet");
        assertThat(corrected.getHeader("Cache-Control")).contains("no-cache");
    }

    @Test
    void the_next_issue_does_not_know_it_and_no_copy_is_kept_in_between() {
        send(post("/concerns/" + posted.get(2) + "/taking-down"), bureau.mine.worker);

        var next = issuing.correct(
                context.getBean(ReadingReports.class).whole(Long.toString(issue), bureau.mine.desk),
                "少列一件",
                bureau.mine.desk);

        assertThat(database.sql("select contents from report.issue where id = :id")
                        .param("id", next)
                        .query((row, _) -> row.getString("contents"))
                        .single())
                .doesNotContain(posted.get(2).toString());
        for (var file : List.of("sheet.pdf", "sheet")) {
            assertThat(ask("/reports/" + next + "/" + file).getHeader("Cache-Control"))
                    .containsAnyOf("no-store", "no-cache");
        }
    }

    @Test
    void the_office_says_by_which_rule_and_it_is_written_down_and_nobody_else_may() {
        var number = posted.get(3);

        assertThat(send(post("/concerns/" + number + "/taking-down"), bureau.mine.desk)
                        .getStatus())
                .isEqualTo(409);
        for (var other : List.of(mate, bureau.mine.handler, bureau.mine.stranger)) {
            assertThat(send(post("/concerns/" + number + "/taking-down").param("rule", "MISTAKEN"), other)
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(text(ask("/reports/" + issue + "/sheet"))).contains(number.toString());
        send(post("/concerns/" + number + "/taking-down").param("rule", "IDENTIFIES"), bureau.mine.desk);

        assertThat(text(ask("/reports/" + issue + "/sheet"))).contains("能认出是谁").doesNotContain(number.toString());
        assertThat(database.sql(
                                "select detail from audit.entry where subject = :subject and action = 'concern.taken-down'")
                        .param("subject", "concern:" + number)
                        .query((row, _) -> row.getString("detail"))
                        .list())
                .containsExactly("IDENTIFIES");
    }

    /** Every page, file and operation that a workmate, a visitor or his program reads without being of the office. */
    private List<String> addressesWith(ConcernNumber canary) throws IOException {
        var token = tokens.person(mate.person(), bureau.mine.mine, EVERYTHING);
        var found = new TreeSet<String>();
        var asked = 0;
        for (var address : addresses(canary)) {
            var answers = address.matches("/(api|open311)/.*")
                    ? List.of(
                            mvc.perform(get(address).header("Authorization", "Bearer " + token))
                                    .getResponse(),
                            mvc.perform(get(address)).getResponse())
                    : List.of(
                            send(get(address), mate),
                            mvc.perform(get(address).with(SignedIn.asNobody())).getResponse());
            for (var answer : answers) {
                asked += answer.getStatus() == 200 ? 1 : 0;
                if (answer.getStatus() == 200 && content(address, answer).contains(canary.toString())) {
                    found.add(address);
                }
            }
        }
        assertThat(asked).as("the crawl sees pages").isGreaterThan(30);
        return List.copyOf(found);
    }

    private TreeSet<String> addresses(ConcernNumber canary) {
        var addresses = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (method.getBeanType().getName().startsWith("cn.lianxin.") && methods.contains(RequestMethod.GET)) {
                for (var pattern : mapping.getPatternValues()) {
                    if (pattern.startsWith("/reports/{id}")) {
                        addresses.add(pattern.replace("{id}", Long.toString(issue)));
                    } else {
                        addresses.add(pattern.replaceAll("\\{number[^/]*?}", canary.toString())
                                .replaceAll("\\{[^/]*}+", "1"));
                    }
                }
            }
        });
        // The form in which one looks for a receipt repeats nothing; what is searched for is repeated by the search
        // itself.
        addresses.removeIf(address -> address.startsWith("/actuator"));
        return addresses;
    }

    private static String content(String address, MockHttpServletResponse answer) throws IOException {
        var bytes = answer.getContentAsByteArray();
        if (address.endsWith(".pdf")) {
            return Paper.of(bytes).squeezed();
        }
        if (address.endsWith(".xlsx")) {
            var file = Files.write(Files.createTempFile(Path.of("target"), "workbook", ".xlsx"), bytes);
            var text = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
            return text.toString();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(String address) {
        return send(get(address), mate);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Actor by) {
        return mvc.perform(request.with(SignedIn.as(by))).getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
