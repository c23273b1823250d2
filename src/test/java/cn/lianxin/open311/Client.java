package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks like another system, with this key or, if it is empty, without one. Whatever is answered has the form of the
 * specification, or the test fails.
 */
record Client(MockMvcTester mvc, String key) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param path behind {@code /open311/v2/}, with its suffix */
    Got get(String path) {
        var address = "/open311/v2/" + path;
        return checked(path, mvc.perform(mvc.get().uri(java.net.URI.create(withKey(address)))));
    }

    JsonNode json(String path) {
        var got = get(path);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json();
    }

    /** Files by JSON, and expects it to be taken. */
    JsonNode file(Map<String, String> fields) {
        var got = post("requests.json", fields);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json().get(0);
    }

    Got post(String path, Map<String, String> fields) {
        var call = mvc.post().uri("/open311/v2/" + path);
        fields.forEach(call::formField);
        if (!key.isEmpty()) {
            call.formField("api_key", key);
        }
        return checked(path, call.exchange());
    }

    Got upload(String path, Map<String, String> fields, byte[] photo) {
        var call = mvc.post()
                .uri("/open311/v2/" + path)
                .multipart()
                .file(new MockMultipartFile("media", "现场.jpg", "image/jpeg", photo));
        fields.forEach(call::param);
        call.param("api_key", key);
        return checked(path, call.exchange());
    }

    MvcTestResult raw(HttpMethod method, String address) {
        return mvc.perform(mvc.method(method).uri(withKey(address)));
    }

    private String withKey(String address) {
        return key.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + "api_key=" + key;
    }

    private static Got checked(String path, MvcTestResult result) {
        var response = result.getResponse();
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        var got = new Got(response.getStatus(), text, response.getHeader("Link"));
        assertThat(got.status()).as("%s: %s", path, text).isLessThan(500);
        var bare = path.replaceFirst("\\?.*", "");
        if (bare.endsWith(".json")) {
            assertThat(response.getContentType()).isEqualTo("application/json;charset=UTF-8");
            Specification.assertJson(definition(bare, result), text);
        } else {
            assertThat(response.getContentType()).isEqualTo("text/xml;charset=UTF-8");
            assertThat(text).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            Specification.assertXml(text);
        }
        return got;
    }

    private static String definition(String path, MvcTestResult result) {
        if (result.getResponse().getStatus() != 200) {
            return "errors";
        }
        if ("POST".equals(result.getRequest().getMethod())) {
            return "filed";
        }
        return List.of(
                        "services/:service_definition",
                        "services.:services",
                        "tokens/:tokens",
                        "requests:service_requests")
                .stream()
                .filter(it -> path.startsWith(it.substring(0, it.indexOf(':'))))
                .map(it -> path.endsWith("/history.json") ? "notes" : it.substring(it.indexOf(':') + 1))
                .findFirst()
                .orElseThrow();
    }

    record Got(
            int status,
            String text,
            @org.jspecify.annotations.Nullable String link) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }
}
