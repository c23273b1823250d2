package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every operation × every scope: what the document says opens, opens, and nothing else does. */
@ProductTest
class ApiMatrixTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void a_scope_opens_what_the_document_says_and_nothing_else() {
        var callers = new Callers(mvc, village, tokens, directory);
        var byScope = new LinkedHashMap<ApplicationScope, Api>();
        for (var scope : ApplicationScope.values()) {
            var person = Arrays.asList(Callers.OF_PERSONS).contains(scope);
            var token = person
                    ? tokens.person(village.worker(callers.mine.mine), callers.mine.mine, scope)
                    : tokens.machine(callers.mine.mine, scope);
            byScope.put(scope, new Api(mvc, callers.document, token));
        }
        var opened = 0;

        for (var operation : callers.document.operations()) {
            TestClock.forward(Duration.ofMinutes(1));
            for (var entry : byScope.entrySet()) {
                var answer = ask(entry.getValue(), operation);
                var opens = scopes(operation).contains(entry.getKey().code());
                var about = operation.name() + " by " + entry.getKey();
                if (opens) {
                    opened++;
                    assertThat(answer.status()).as(about + " " + answer.text()).isNotIn(401, 403, 429);
                } else {
                    assertThat(answer.refused(403)).as(about).isEqualTo("scope-missing");
                }
            }
            assertThat(ask(callers.nobody, operation).refused(401)).isEqualTo("token-missing");
        }

        assertThat(opened).isGreaterThan(callers.document.operations().size());
    }

    private static Api.Got ask(Api api, Document.Described operation) {
        var address = operation.path().substring("/api/v1".length()).replaceAll("\\{\\w+}", "0");
        var body = operation.operation().path("requestBody").path("content");
        var type = body.has("application/json")
                ? "application/json"
                : body.has("application/octet-stream") ? "application/octet-stream" : null;
        return api.ask(HttpMethod.valueOf(operation.method()), address, type, new byte[] {'{', '}'});
    }

    private static List<String> scopes(Document.Described operation) {
        var scopes = new ArrayList<String>();
        operation
                .operation()
                .get("security")
                .forEach(one -> scopes.add(one.at("/token/0").asString()));
        return scopes;
    }
}
