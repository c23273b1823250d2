package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What docs/api.md says: every page has its operation or a reason, every example works. */
@ProductTest
class ApiPagesTest {

    private static final Path DOCUMENT = Path.of("docs/api.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```sh\n(.*?)```");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Test
    void every_page_has_an_operation_or_a_reason_why_there_is_none() throws IOException {
        var pages = new ArrayList<String>();
        for (var row : rows()) {
            var cells = row.split("\\|", -1);
            pages.addAll(codes(cells[1]));
            assertThat(cells[2]).as(row).isNotBlank();
        }

        assertThat(pages).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(pages)).isEqualTo(pageRoutes());
    }

    @Test
    void every_operation_stands_beside_a_page_and_is_in_the_document() throws IOException {
        var operations = new TreeSet<String>();
        Document.of(mvc).operations().forEach(one -> operations.add(one.name()));
        var beside = new TreeSet<String>();
        for (var row : rows()) {
            codes(row.split("\\|", -1)[2]).stream()
                    .filter(code -> code.matches("[a-z]+[A-Z]\\w+"))
                    .forEach(beside::add);
        }

        assertThat(beside).isEqualTo(operations);
    }

    @Test
    void the_examples_work() throws IOException {
        var callers = new Callers(mvc, village, tokens, directory);
        var examples = EXAMPLE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group(1))
                .toList();
        var asked = 0;

        for (var call : String.join("", examples).replace("\\\n", " ").lines().toList()) {
            var address = find("http://localhost:8420/api/v1([^' ]*)", call);
            var body = call.contains("-d '") ? find("-d '([^']*)'", call) : "";
            var api = callers.worker;
            for (var header : List.of("Content-Type", "Idempotency-Key")) {
                api = call.contains(header) ? api.with(header, find(header + ": ([^']*)'", call)) : api;
            }
            var method = body.isEmpty() ? HttpMethod.GET : HttpMethod.POST;
            assertThat(call).contains("Authorization: Bearer lxp_…");
            assertThat(api.ask(method, address, null, body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .status())
                    .as(call)
                    .isIn(200, 201);
            asked++;
        }

        assertThat(asked).isEqualTo(4);
    }

    @Test
    void the_problem_that_is_shown_is_one_that_is_answered() throws IOException {
        var callers = new Callers(mvc, village, tokens, directory);
        var shown = find("(?s)```json\n(.*?)```", Files.readString(DOCUMENT));

        var answered = callers.worker
                .with("Accept-Language", "en")
                .post("/concerns", java.util.Map.of("wrods", "x"))
                .expect(422);

        assertThat(answered.json()).isEqualTo(Api.JSON.readTree(shown));
    }

    private static List<String> rows() throws IOException {
        var text = Files.readString(DOCUMENT);
        var table = text.substring(text.indexOf("| pages |"));
        return table.lines().skip(2).filter(line -> line.startsWith("|")).toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private TreeSet<String> pageRoutes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("cn.lianxin.")) {
                for (var pattern : mapping.getPatternValues()) {
                    for (var verb : mapping.getMethodsCondition().getMethods()) {
                        if (!pattern.matches("/(api|scim|open311)/.*")) {
                            routes.add(verb + " " + pattern);
                        }
                    }
                }
            }
        });
        return routes;
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
