package cn.lianxin.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.messages.ErrorResponse;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks like a personnel system. Whatever is answered is read by a library that was not written here, which takes nothing
 * that its schemas do not have.
 */
record Client(MockMvcTester mvc, String token) {

    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String UNIT = "urn:lianxin:params:scim:schemas:extension:2.0:Unit";

    private static final JsonMapper JSON = new JsonMapper();

    record Got(
            int status,
            String text,
            @Nullable String tag,
            @Nullable String location) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String id() {
            assertThat(status).as(text).isIn(200, 201);
            return json().get("id").asString();
        }

        /** The {@code scimType} of an error that has this status. */
        String type(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return json().path("scimType").asString("");
        }
    }

    Got get(String path) {
        return send(HttpMethod.GET, path, null, Optional.empty());
    }

    Got list(String kind, String filter) {
        return get("/" + kind + "?filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    Got post(String path, String body) {
        return send(HttpMethod.POST, path, body, Optional.empty());
    }

    Got put(String path, String body) {
        return send(HttpMethod.PUT, path, body, Optional.empty());
    }

    Got delete(String path) {
        return send(HttpMethod.DELETE, path, null, Optional.empty());
    }

    Got patch(String path, String operations) {
        return patch(path, operations, Optional.empty());
    }

    Got patch(String path, String operations, Optional<String> ifMatch) {
        var body = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}""".formatted(operations);
        return send(HttpMethod.PATCH, path, body, ifMatch);
    }

    static String user(String number, String name, String unit, String more) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "%s"],
                 "userName": "%s", "displayName": "%s", "%s": {"employeeNumber": "%s", "department": "%s"}%s}""".formatted(ENTERPRISE, number, name, ENTERPRISE, number, unit, more);
    }

    static String group(String code, String name, String parent) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group", "%s"], "displayName": "%s",
                 "%s": {"code": "%s", "kind": "CREW", "parent": "%s"}}""".formatted(UNIT, name, UNIT, code, parent);
    }

    Got send(HttpMethod method, String path, @Nullable String body, Optional<String> ifMatch) {
        var call = mvc.method(method)
                .uri(URI.create("/scim/v2" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
        if (body != null) {
            call.contentType("application/scim+json").content(body.getBytes(StandardCharsets.UTF_8));
        }
        ifMatch.ifPresent(tag -> call.header("If-Match", tag));
        var response = call.exchange().getResponse();
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        var got = new Got(response.getStatus(), text, response.getHeader("ETag"), response.getHeader("Location"));
        assertThat(got.status()).as("%s %s: %s", method, path, text).isNotEqualTo(500);
        if (!text.isEmpty()) {
            assertThat(response.getContentType()).isEqualTo("application/scim+json");
            check(got);
        }
        return got;
    }

    private static void check(Got got) {
        if (got.status() >= 400) {
            var error = read(ErrorResponse.class, got.text());
            assertThat(error.getStatus()).isEqualTo(got.status());
            assertThat(error.getDetail()).isNotBlank();
            return;
        }
        var json = got.json();
        if (json.has("Resources")) {
            assertThat(json.get("itemsPerPage").asInt())
                    .isEqualTo(json.get("Resources").size());
            json.get("Resources").forEach(Client::checkResource);
        } else {
            checkResource(json);
        }
    }

    private static void checkResource(JsonNode resource) {
        switch (resource.path("meta").path("resourceType").asString("")) {
            case "User" -> {
                var user = read(UserResource.class, resource.toString());
                assertThat(user.getId()).isEqualTo(resource.get("id").asString());
                assertThat(Objects.requireNonNull(user.getMeta()).getVersion()).startsWith("W/\"");
            }
            case "Group" ->
                assertThat(read(GroupResource.class, resource.toString()).getId())
                        .isEqualTo(resource.get("id").asString());
            default -> assertThat(resource.has("schemas")).isTrue();
        }
    }

    static <T> T read(Class<T> type, String text) {
        try {
            return JsonUtils.createObjectMapper().readValue(text, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }
}
