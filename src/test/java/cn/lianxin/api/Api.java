package cn.lianxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks with one token. Whatever is answered stands in the document, or the test fails. */
record Api(MockMvcTester mvc, Document document, String token, Map<String, String> headers) {

    static final JsonMapper JSON = new JsonMapper();

    Api(MockMvcTester mvc, Document document, String token) {
        this(mvc, document, token, Map.of());
    }

    Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(mvc, document, token, more);
    }

    Got get(String address) {
        return ask(HttpMethod.GET, address, null, new byte[0]);
    }

    /** Under a key of its own. */
    Got post(String address, Object body) {
        return with("Idempotency-Key", UUID.randomUUID().toString()).postAsItIs(address, body);
    }

    Got post(String address) {
        return with("Idempotency-Key", UUID.randomUUID().toString()).ask(HttpMethod.POST, address, null, new byte[0]);
    }

    Got postAsItIs(String address, Object body) {
        return ask(HttpMethod.POST, address, "application/json", JSON.writeValueAsBytes(body));
    }

    Got upload(String name, byte[] content) {
        return ask(HttpMethod.POST, "/files?name=" + name, "application/octet-stream", content);
    }

    Got ask(HttpMethod method, String address, @org.jspecify.annotations.Nullable String type, byte[] body) {
        var call = mvc.method(method).uri(URI.create("/api/v1" + address)).content(body);
        if (type != null) {
            call.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            call.header("Authorization", "Bearer " + token);
        }
        headers.forEach(call::header);
        var answer = call.exchange().getResponse();
        document.check(method.name(), URI.create("/api/v1" + address).getRawPath(), answer);
        return new Got(answer);
    }

    /** What was answered. */
    record Got(MockHttpServletResponse answer) {

        int status() {
            return answer.getStatus();
        }

        String text() {
            return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        /** The code of a problem. */
        String refused(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return json().get("title").asString();
        }

        Got expect(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return this;
        }

        String header(String name) {
            return String.valueOf(answer.getHeader(name));
        }
    }
}
